"""URLs by the WHATWG standard, and the forms in which two spellings of one resource are equal.

Sources: WHATWG URL standard (through ada), RFC 3986 section 6.2.2 and the "mark" characters of RFC 2396
section 2.3 for escapes, Unicode's normal form C, field observation of re-encoded addresses in reports.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote, unquote_to_bytes

import ada_url

from evidence.addresses.hosts import PLAIN_HOST, host_of
from evidence.addresses.noise_rules import CACHE_PARAMETERS, TRACKING_PARAMETERS, TRACKING_PREFIXES

MAX_URL = 16_384
"""Characters of a URL that are looked at; the longest that common servers accept is half of it."""

_STANDARD = re.compile(
    rf"https?://{PLAIN_HOST}(?P<rooted>/[\w!$&()*+,;=:@~./%-]*(?:\?[\w!$&()*+,;=:@~./%?-]*)?)", re.ASCII
)
_ROOTED = re.compile(r"/(?!/)[\w!$&()*+,;=:@~./%-]*(?:\?[\w!$&()*+,;=:@~./%?-]*)?", re.ASCII)
_EVEN_RUN = r"[A-Za-z0-9!()*\-._~/&=:@,;$]*+(?:%[89A-F][0-9A-F][A-Za-z0-9!()*\-._~/&=:@,;$]*+)*+"
_EVEN = re.compile(
    rf"https?://((?:www\.)*({PLAIN_HOST}))(/{_EVEN_RUN})(?:\?({_EVEN_RUN}(?:\?{_EVEN_RUN})*+))?", re.ASCII
)
_UNRESERVED = "!'()*-._~"
_PLAIN = re.compile(r"[A-Za-z0-9!'()*\-._~/?&=:@,;$]*")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ONE_ESCAPE = re.compile(r"(%[0-9A-Fa-f]{2})")
_ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
IMAGE_ENDING = r"\.(?:jpe?g|jfif|png|gif|webp|avif|svg|bmp|ico|tiff?|hei[cf]|jxl)"
"""How the names of image files end; an expression that Python and Rust read alike."""
_IMAGE = re.compile(rf"{IMAGE_ENDING}(?:[;!].*)?\Z", re.IGNORECASE)
_INDEX_PAGE = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?|jsp)\Z")
_PATH_PARAMETERS = re.compile(r"(?<=[^/.]);[^/]*")


def standard_url(raw: str, base: str | None = None) -> str | None:
    """Parse by the WHATWG standard, any scheme; the serialised URL, or None where the standard fails.

    Lone surrogates become U+FFFD first, as the standard's USVString conversion says.
    """
    try:
        return ada_url.URL(raw, base).href
    except UnicodeEncodeError:
        return standard_url(raw.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), base)
    except ValueError:
        return None


def resolve(raw: str, base: str) -> str | None:
    """Make the absolute http(s) URL that a browser would make of `raw`; None for other schemes or failure.

    User names and passwords are dropped: they are never stored (hostile case 15).
    """
    if len(raw) > MAX_URL or raw.startswith(("data:", "javascript:", "mailto:")):
        return None
    if _is_standard(raw, _STANDARD):
        return raw
    if _is_standard(raw, _ROOTED) and (origin := _origin(base)):
        return origin + raw
    url = standard_url(raw, base)
    if url is None or not url.startswith(("https://", "http://")):
        return None
    if "@" in url:
        parsed = ada_url.URL(url)
        parsed.username = parsed.password = ""
        url = parsed.href
    return url


def _is_standard(raw: str, form: re.Pattern[str]) -> bool:
    """Tell whether the standard would leave `raw` as it is: most addresses are so, and parsing is slow."""
    return bool(form.fullmatch(raw)) and "/." not in raw and "%2" not in raw and "xn--" not in raw


@lru_cache(maxsize=1_024)
def _origin(base: str) -> str:
    try:
        parsed = ada_url.URL(base[:MAX_URL])
    except ValueError:
        return ""
    return str(parsed.origin) if parsed.protocol in {"http:", "https:"} else ""


def _even_escapes(text: str) -> str:
    """Decode escapes of unreserved characters, compose to NFC, write all other escapes in upper case."""
    if _PLAIN.fullmatch(text):
        return text
    readable = _ESCAPES.sub(_decode_run, _STRAY_PERCENT.sub("%25", text))
    # An escape's last letter must not compose with a mark that follows it.
    composed = "".join(unicodedata.normalize("NFC", piece) for piece in _ONE_ESCAPE.split(readable))
    return quote(composed, safe="%!'()*-._~/?&=:@,;$+")


def _decode_run(match: re.Match[str]) -> str:
    """Decode what spells letters and unreserved characters; bytes that spell nothing stay escaped."""
    decoded = unquote_to_bytes(match[0]).decode("utf-8", "surrogateescape")
    return "".join(
        char if char.isalnum() or char in _UNRESERVED or "\x7f" < char < "\udc80" or char > "\udcff"
        else f"%{ord(char) & 0xFF:02X}"
        for char in decoded
    )  # fmt: skip


def _parts(url: str) -> tuple[str, str, str] | None:
    """Split an http(s) URL into host with port, path and query in their normal forms."""
    try:
        parsed = ada_url.URL(url)
    except ValueError:
        return None
    if parsed.protocol not in {"http:", "https:"}:
        return None
    host = parsed.hostname.rstrip(".")
    while host.startswith("www.") and "." in host[4:]:
        host = host[4:]
    if parsed.port not in {"", "80", "443"}:
        host = f"{host}:{parsed.port}"
    query = parsed.search[1:].replace("+", "%20")
    return host, _even_escapes(parsed.pathname), _even_escapes(query)


def _even(url: str) -> re.Match[str] | None:
    """Match a URL in which nothing needs to be made even, as most are.

    Its groups are the host, the same without `www.`, path and query. Escapes beyond ASCII are even when
    they spell composed letters in UTF-8.
    """
    even = _EVEN.fullmatch(url)
    if even is None or "/." in url or "xn--" in url or ("%" in url and not _is_composed(url)):
        return None
    return even


def _is_composed(url: str) -> bool:
    try:
        return unicodedata.is_normalized("NFC", unquote_to_bytes(url).decode())
    except UnicodeDecodeError:
        return False


class Address(NamedTuple):
    """An absolute URL with what tells it from others. A tuple: reports and pages have millions of them."""

    url: str
    identity: str
    """Its `normal_form`."""
    host: str


def address_of(raw: str, base: str) -> Address | None:
    """Make what `resolve`, `normal_form` and `host_of` make of `raw`, in one look at most addresses."""
    if len(raw) <= MAX_URL and (even := _even(raw)):
        host, bare, path, query = even.groups()
        return Address(raw, f"http://{bare}{path}?{query}" if query else f"http://{bare}{path}", host)
    url = resolve(raw, base)
    return Address(url, normal_form(url), host_of(url)) if url else None


def normal_form(url: str) -> str:
    """Spell the identity of an absolute URL (level L1); idempotent.

    The scheme is unified to http; `www.`, default ports and the fragment are dropped; host, dot segments,
    escapes and Unicode composition are made even; `+` in a query is a space. What is no http(s) URL comes
    back unchanged.
    """
    even = _even(url)
    parts = even.group(2, 3, 4) if even else _parts(url)
    if parts is None:
        return url
    host, path, query = parts
    return f"http://{host}{path}?{query}" if query else f"http://{host}{path}"


def without_tracking(url: str) -> str:
    """Spell the identity of the resource without tracking and cache additions (level L2); idempotent.

    Drops tracking parameters, for images those that size or refresh a copy as well, `;parameters` of
    path segments, and the trailing slash or index page; the other parameters are sorted.
    """
    parts = _parts(url)
    if parts is None:
        return url
    host, path, query = parts
    path = _without_index(_PATH_PARAMETERS.sub("", path))
    drop_cache = bool(_IMAGE.search(path))
    kept = sorted(
        parameter
        for parameter in query.split("&")
        if parameter and not _is_noise(parameter, cache=drop_cache)
    )
    return f"http://{host}{path}?{'&'.join(kept)}" if kept else f"http://{host}{path}"


def _without_index(path: str) -> str:
    shorter = path.rstrip("/")
    while (bare := _INDEX_PAGE.sub("", shorter).rstrip("/")) != shorter:
        shorter = bare
    return shorter


def _is_noise(parameter: str, *, cache: bool) -> bool:
    name = parameter.partition("=")[0].lower()
    if name in TRACKING_PARAMETERS or name.startswith(TRACKING_PREFIXES):
        return True
    return cache and (name in CACHE_PARAMETERS or name.isdigit())


def is_image_url(url: str) -> bool:
    """Tell whether the path ends like an image file's."""
    return bool(_IMAGE.search(url.partition("#")[0].partition("?")[0]))
