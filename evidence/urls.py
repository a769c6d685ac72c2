"""URLs and hosts: resolving, comparing, naming their registrable domain.

URLs follow the WHATWG standard (ada-url), hosts UTS #46, domains the Public Suffix List that tldextract
bundles, private section included; nothing is ever fetched.
"""

import re
import unicodedata
from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import quote, unquote

import ada_url
import tldextract

WEB_SCHEMES = frozenset({"http:", "https:"})
IMAGE_SUFFIX = re.compile(r"\.(?:jpe?g|jfif|png|gif|webp|avif|svg|bmp|ico|tiff?)$", re.IGNORECASE)
TRACKING = re.compile(
    r"(?:utm_\w+|mtm_\w+|pk_\w+|mc_[ce]id|[gf]bclid|gclid|dclid|msclkid|yclid|igshid|_ga|_gl|ref|ref_src|spm"
    r"|v|ver|version|rev|t|ts|cb|itok|w|h|width|height|size|sz|quality|q|ssl|strip|resize|fit|crop|format|auto)",
    re.IGNORECASE,
)
"""Query parameters that say who sent the visitor, or which copy of a file is meant (field guide 1.3, 5.1)."""
TRACKING_OF_PAGES = re.compile(
    r"(?:utm_\w+|mtm_\w+|pk_\w+|mc_[ce]id|[gf]bclid|gclid|dclid|msclkid|yclid|igshid|_ga|_gl|ref|ref_src|spm)",
    re.IGNORECASE,
)
INDEX_PAGE = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
KEPT_ESCAPES = "/:@!$&'()*+,;=~%-._"
"""What may stand unescaped in a path besides letters and digits; `%` marks escapes that must stay."""

_psl = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


def resolve(raw: str, base: str) -> str | None:
    """Return the absolute http(s) URL, or None for another scheme or no URL at all."""
    try:
        url = ada_url.URL(raw, base=base)
    except ValueError:
        return None
    return str(url.href) if url.protocol in WEB_SCHEMES else None


def host_of(url: str) -> str:
    """Return the host of an absolute URL in A-label form; empty when it has none."""
    try:
        return str(ada_url.URL(url).hostname)
    except ValueError:
        return ""


@lru_cache(maxsize=65_536)
def normal_form(url: str) -> str:
    """Return what makes two spellings of a URL one (level L1).

    Scheme, `www.`, default port, user info and fragment are dropped or unified; escapes that need not be
    are decoded, the others are written in upper case over NFC text. Applying it twice changes nothing.
    """
    try:
        parts = ada_url.URL(url)
    except ValueError:
        return url
    host = str(parts.hostname).removeprefix("www.")
    port = f":{parts.port}" if parts.port and parts.port not in {"80", "443"} else ""
    return f"http://{host}{port}{_escapes(str(parts.pathname)) or '/'}{_escapes(str(parts.search), '?')}"


def _escapes(text: str, also: str = "") -> str:
    if text.isascii() and "%" not in text and '"' not in text:
        return text
    decoded = re.sub("((?:%[0-9A-Fa-f]{2})+)", _decoded, text)
    return quote(unicodedata.normalize("NFC", decoded), safe=KEPT_ESCAPES + also)


def _decoded(match: re.Match[str]) -> str:
    """Decode a run of escapes where that is UTF-8 text; keep reserved characters and broken bytes escaped."""
    try:
        plain = unquote(match[0], errors="strict")
    except UnicodeDecodeError:
        return match[0].upper()
    return "".join(c if not c.isascii() or c.isalnum() or c in "-._~" else quote(c, safe="") for c in plain)


def without_tracking(url: str) -> str:
    """Return the level L2 form: without tracking and cache parameters, `;params` and index pages."""
    path, _, query = normal_form(url).partition("?")
    path = re.sub(r";[^/]*", "", path)
    image = bool(IMAGE_SUFFIX.search(path))
    noise = TRACKING if image else TRACKING_OF_PAGES
    kept = [part for part in query.split("&") if part and not noise.fullmatch(part.partition("=")[0])]
    if not image:
        path = INDEX_PAGE.sub("/", path).rstrip("/")
    return path + ("?" + "&".join(kept) if kept else "")


@lru_cache(maxsize=65_536)
def registrable_domain(host_or_url: str) -> str:
    """Return the registrable domain of a host or URL; an address or a bare suffix is returned as it is."""
    host = host_of(host_or_url) if "://" in host_or_url else host_or_url
    host = host.rstrip(".").lower()
    suffix = public_suffix(host)
    if not suffix or host == suffix:
        return host
    return f"{host.removesuffix('.' + suffix).rpartition('.')[2]}.{suffix}"


@lru_cache(maxsize=65_536)
def public_suffix(host: str) -> str:
    """Return the public suffix; by the list's default rule the last label of an unlisted host."""
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return str(_psl(host).suffix) or host.rpartition(".")[2]
    return ""


def is_public_suffix(host: str) -> bool:
    """Say whether everybody can register below this host, such as `co.uk` or `blogspot.com`."""
    return host == public_suffix(host)


def is_image_url(url: str) -> bool:
    """Say whether the path ends like an image file."""
    return bool(IMAGE_SUFFIX.search(url.partition("#")[0].partition("?")[0]))


NOISE_WORDS = re.compile(
    r"\d*x\d+|\d+|[0-9a-f]{8,}|e\d{9,}|(?:img|image|dsc|dscn|pxl|scaled|thumb|thumbnail|copy|final|large|medium|small"
    r"|jpe?g|png|gif|webp|html?|php|aspx?)",
    re.IGNORECASE,
)
"""What file names carry besides words: sizes, counters, hashes, camera prefixes (methods 13.1)."""
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@lru_cache(maxsize=65_536)
def slug_words(url: str) -> tuple[str, ...]:
    """Return the words of the last path segment, casefolded, without sizes, hashes and camera noise."""
    path = unquote(url.partition("#")[0].partition("?")[0]).rstrip("/")
    last = path.rpartition("/")[2] if path.count("/") > 2 else ""
    stem = last.rpartition(".")[0] if "." in last else last
    words = re.findall(r"[^\W_]+", CAMEL.sub(" ", unicodedata.normalize("NFKC", stem)))
    return tuple(word.casefold() for word in words if not NOISE_WORDS.fullmatch(word))
