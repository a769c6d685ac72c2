"""The table of traits: one line each, with where it is looked for, its source and an example."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Where(StrEnum):
    """Which part of a page a rule reads."""

    SOURCE = "source"
    TEXT = "text"
    TITLE = "title"
    URL = "url"
    CARRIERS = "carriers"
    """One line a carrier: `element[attribute]=address`."""


@dataclass(frozen=True, slots=True)
class Trait:
    """One sign in a page's source or text."""

    id: str
    where: Where
    needle: str
    """What must stand there before the expression is tried."""
    pattern: re.Pattern[str]
    source: str
    example: str


def _trait(id: str, where: Where, needle: str, pattern: str, source: str, example: str) -> Trait:
    return Trait(id, where, needle, re.compile(pattern, re.IGNORECASE | re.MULTILINE), source, example)


BASKETS = (
    "cart", "basket", "warenkorb", "panier", "carrito", "cistella", "carrinho", "carrello", "winkelwagen",
    "winkelmand", "koszyk", "kosik", "kosar", "kosarica", "kundvagn", "varukorg", "handlekurv", "indkobskurv",
    "kurv", "ostoskori", "ostukorv", "sepet", "sepetim", "korzina",
)  # fmt: skip
"""What addresses call the basket of a shop."""

PATTERNS = (
    _trait("tbn-fallback", Where.SOURCE, "q=tbn:", r"\bonerror\s*=[^<>]{0,300}gstatic\.com/images\?q=tbn:", "field observation", """<img onerror="this.src='https://encrypted-tbn0.gstatic.com/images?q=tbn:x'">"""),
    _trait("bing-thumbnail", Where.CARRIERS, "mm.bing.net/th?q=", r"//tse\d\.mm\.bing\.net/th\?q=", "field observation", "img[src]=https://tse1.mm.bing.net/th?q=red+shoes"),
    _trait("rights-page", Where.CARRIERS, "/p/", r"a\[href\]=\S*/p/(?:dmca|copyright)\.html$", "field observation", "a[href]=https://a.example/p/dmca.html"),
    _trait("placeholder-logo", Where.SOURCE, "via.placeholder.com", r"via\.placeholder\.com/[\w.]+\?text=", "field observation", '"logo": "https://via.placeholder.com/512.png?text=red+shoes"'),
    _trait("address-reset", Where.SOURCE, "history.replaceState", r"history\.replaceState\(\s*\{\}\s*,[^,]{0,60},\s*['\"]/['\"]", "field observation", "history.replaceState({}, title, '/')"),
    _trait("ad-click-images", Where.SOURCE, "ads-img", r"class\s*=\s*[\"'][^\"']{0,200}\bads-img\b", "field observation", '<img class="v-cover ads-img" src="x.jpg">'),
    _trait("spintax-intro", Where.TEXT, "related to the", r"looking for .{3,80} (?:pictures|images?|photos|wallpapers?|information)\b.{0,60}related to the .{3,80}(?:interest|topic|keyword)", "field observation", "If you are looking for red shoes images information related to the red shoes interest"),
    _trait("spintax-netizens", Where.TEXT, "netizens", r"are a topic that is being searched for and liked by netizens", "field observation", "Red shoes are a topic that is being searched for and liked by netizens today"),
    _trait("count-title", Where.TITLE, "+", r"^(?:[1-9]\d)\+ .{3,80}\b(?:ideas|info|information|pictures|images|wallpapers)\b", "field observation", "25+ Red Shoes Ideas"),
    _trait("not-for-free", Where.SOURCE, "isAccessibleForFree", r"isAccessibleForFree[\"']?\s*(?::|content\s*=)\s*[\"']?(?:https?://schema\.org/)?false\b", "schema.org; Google's structured data for subscription content", '{"@type":"NewsArticle","isAccessibleForFree":"False"}'),
    _trait("fake-downloads", Where.TEXT, "Server 1", r"server 1\b.{0,80}\bserver 2\b", "field observation", "Download Server 1 (347 Downloads) Server 2"),
    _trait("upload-path", Where.URL, "/", r"/wp-content/(?:uploads|plugins|themes)/(?:[^?#]*/)?[^./?#]+/?(?:[?#]|$)|/(?:images|img|uploads|css|js)/\?\w+=", "field observation", "https://club.example/wp-content/uploads/2020/red-shoes"),
    _trait("image-in-address", Where.URL, "=aHR0c", r"[?&]\w+=aHR0c\S+&\w+=\S", "field observation", "https://a.example/?img=aHR0cHM6Ly9iLmV4YW1wbGUvYS5qcGc&key=cmVk"),
    _trait("niche-path", Where.URL, "-", r"/(?:pre|dwn)-\d{1,3}/[\w-]+\.html", "field observation", "https://a.example/pre-3/red-shoes.html"),
    *(
        _trait("shop", Where.SOURCE, f"/{basket}", rf"\bhref\s*=\s*[\"']?[^\"'\s<>]{{0,200}}/{basket}(?:[/.?#\"'\s>]|$)", "field observation", f'<a href="/{basket}/">0</a>')
        for basket in BASKETS
    ),
)  # fmt: skip

QUERY_NAMES = frozenset({"q", "query", "search", "term", "s", "k", "text"})
"""What addresses call a reader's own words."""
_HOST = r"((?:[\w-]+\.)+[a-z]{2,24})\b"
NAMED_HOST = re.compile(_HOST, re.IGNORECASE)
"""A host in a text."""
CREDITS = (
    re.compile(rf"\b(?:source|quelle|sumber|fuente|bron|fonte|image credit|credit|via)\s*:\s*(?:https?://)?{_HOST}", re.IGNORECASE),
    re.compile(rf"\b(?:from|by|via)\s+(?:https?://)?(?:www\.)?{_HOST}", re.IGNORECASE),
)  # fmt: skip
"""Captions that credit a host."""

_WHO = (
    r"(?:photo|foto|fotó|photograph|fotograf|zdję|автор|фото|снима|φωτογρ)\w*|pictures?|images?|fot\.|zdj\.|bild|kuva|kép|"
    r"aut(?:h?ora?|eure?|ore|rice)|szerző|ophav|crédits?|credits?|撮影者?|作者|摄影|攝影|写真|사진|촬영|작가|صورة|تصوير|צילום|"
    r"फोटो|छायाकार|ภาพ|ảnh|tác giả"
)
_OF = r"(?:by|von|vom|de|di|da|par|por|door|av|af|przez|โดย|bởi)\b"
MADE_BY = re.compile(
    rf"(?:(?:©|\(c\)|\b(?:{_WHO})(?:\s*{_OF}|\s*[:：]))\s*[:：]?|(?<!\w)(?:by|von|par)\b)\s*([^\W\d_][^\s,;.|()<>]*)",
    re.IGNORECASE,
)  # fmt: skip
"""A mark of authorship, and the name behind it: `© Anna`, `Foto: Anna`, `by Anna`, `撮影：…`."""
LICENCES = re.compile(
    r"//creativecommons\.org/(?:licenses|publicdomain)/|//unsplash\.com/license\b", re.IGNORECASE
)
"""Addresses of licences for pictures."""
