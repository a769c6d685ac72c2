"""Where on a page an element stands: landmarks, ARIA roles, class and id words."""

import re
from collections.abc import Iterator, Mapping

from evidence.model import Place

LANDMARKS = {
    "main": Place.MAIN,
    "nav": Place.NAVIGATION,
    "aside": Place.SIDEBAR,
    "footer": Place.FOOTER,
    "head": Place.HEAD,
}
"""Of the elements of HTML. An article is none: teasers in sidebars and comments are articles, too."""
ROLES = {
    "main": Place.MAIN,
    "navigation": Place.NAVIGATION,
    "complementary": Place.SIDEBAR,
    "contentinfo": Place.FOOTER,
}
TOKENS = {
    Place.SPONSOR: (
        r"sponsor\w*", r"patrocin\w*", r"advert\w*", "werbung", "reklam[ae]?", "publicidad", "publicite",
        "pubblicita", "partner(?:s|logos)?",
    ),
    Place.COMMENT: (
        "comments?", "commentlist", "kommentare?", "comentarios", "commentaires", "commenti", "reacties",
        "replies", "disqus",
    ),
    Place.NAVIGATION: (
        "(?:main|top|sub|site|page|side|left|right|haupt)?(?:nav|navi|menue?)", "navbar", "navigace",
        "breadcrumbs?",
    ),
    Place.SIDEBAR: ("sidebar", "side bar", "widget area"),
    Place.FOOTER: ("(?:site|page|main)?footer", "fu(?:ss|ß)zeile", "colophon"),
}  # fmt: skip
"""Words of class names and ids, the most telling first (US 7,895,148 and field observation)."""
_PLACES = {place: re.compile(rf"(?<!\w)(?:{'|'.join(words)})\d*(?!\w)") for place, words in TOKENS.items()}
_ANY = re.compile(
    "|".join(word.replace(" ", r"[\s_-]?") for words in TOKENS.values() for word in words), re.IGNORECASE
)
"""One search for the many elements that have none of these words."""
_WORD = re.compile(r"[A-ZÄÖÜ]?[a-zäöüß]+\d*|[A-ZÄÖÜ]+(?![a-z])|\d+")
"""A word of a name, however its words are joined: `main-menu`, `main_menu`, `mainMenu`."""
ELSEWHERE = frozenset({"has", "no", "with", "without", "tag", "category"})
"""Words of names that speak of another element or of the text: `has-sidebar`, `category-partner`."""
LAYOUT = frozenset({"content", "layout"})
"""First words of names of what holds several places: `content-sidebar-wrap`."""
WHOLE = frozenset({"html", "body"})
"""Elements of which themes say by class what is on the page."""


def place_of(tag: str, attributes: Mapping[str, str]) -> Place | None:
    """Return where this element puts what is in it; None when it says nothing."""
    if named := LANDMARKS.get(tag) or ROLES.get(attributes.get("role") or ""):
        return named
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    return _by_tokens(names) if tag not in WHOLE and says_place(names) else None


def says_place(names: str) -> bool:
    """Say whether a class or id may have one of the words."""
    return _ANY.search(names) is not None


def _by_tokens(names: str) -> Place | None:
    spelled = "\n".join(_spelled(names))
    return next((place for place, pattern in _PLACES.items() if pattern.search(spelled)), None)


def _spelled(names: str) -> Iterator[str]:
    """Yield each name in words of lower case, but for those that speak of something else."""
    for name in names.split():
        words = [word.lower() for word in _WORD.findall(name)]
        if words and words[0] not in LAYOUT and ELSEWHERE.isdisjoint(words):
            yield " ".join(words)
