"""Hosts of URLs, and the registrable domain of each.

Sources: WHATWG URL standard (through ada), Unicode UTS #46, the Public Suffix List (through tldextract, with
its bundled copy and the private section, never fetched).
"""

import re
from functools import lru_cache

import ada_url
from tldextract import TLDExtract

MAX_HOST = 255
"""Characters of a host name (RFC 1035)."""
PLAIN_HOST = r"(?:[a-z0-9-]+\.)+[a-z]{2,}"
"""What most host names look like."""
_HOST = re.compile(rf"https?://({PLAIN_HOST})(?:[/?#]|\Z)")
MOBILE = frozenset({"m", "mobile"})
"""What hosts for telephones are called, before the name of the host they belong to."""
_suffixes = TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


def host_of(url: str) -> str:
    """Name the host of an absolute URL, as an A-label in lower case without a port; empty without one."""
    plain = _HOST.match(url)
    if plain and "xn--" not in plain[1]:
        return plain[1]
    try:
        return ada_url.URL(url).hostname.rstrip(".")
    except ValueError:
        return ""


@lru_cache(maxsize=16_384)
def _split(host_or_url: str) -> tuple[str, str, str]:
    """Say (host, registrable domain, public suffix); addresses have no suffix, nonsense has no host."""
    host = host_of(host_or_url if "://" in host_or_url else f"http://{host_or_url}")
    if not host or host.startswith("."):
        return "", "", ""
    if host.startswith("[") or host.rpartition(".")[2].isdigit():
        return host, host, ""
    found = _suffixes.extract_str(host)
    suffix = found.suffix or host.rpartition(".")[2]
    labels = host.removesuffix(suffix).rstrip(".").rpartition(".")[2]
    return host, (f"{labels}.{suffix}" if labels else host), suffix


def registrable_domain(host_or_url: str) -> str:
    """Name the registrable domain; of an address or a public suffix the host itself; else empty.

    Hosts below an unknown suffix follow the list's default rule `*`.
    """
    return _split(_short(host_or_url))[1]


def public_suffix(host: str) -> str:
    """Name the public suffix of a host, private section included; empty for an address."""
    return _split(_short(host))[2]


def is_public_suffix(host: str) -> bool:
    """Tell whether anybody may register names directly below this host."""
    plain, _, suffix = _split(_short(host))
    return bool(plain) and suffix == plain


def _short(host_or_url: str) -> str:
    """Cut a URL down to its host, so that the cache holds hosts only."""
    return host_of(host_or_url) if "://" in host_or_url else host_or_url[:MAX_HOST]


def on_desktop_host(url: str) -> str:
    """Return a URL of a host for telephones as of the host that it belongs to; empty for others."""
    scheme, mark, rest = url.partition("://")
    name, _, further = rest.partition(".")
    return f"{scheme}{mark}{further}" if name in MOBILE and "." in host_of(f"{scheme}{mark}{further}") else ""
