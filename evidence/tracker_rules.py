"""The table of vendors whose account ids stand in pages: one line each, with an example."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vendor:
    """How one vendor's account id stands in a page; group 1 is the id."""

    name: str
    """Put before ids that do not name their vendor; empty for those that do."""
    needle: str
    pattern: re.Pattern[str]
    example: str
    id: str


def _vendor(name: str, needle: str, pattern: str, example: str, id: str) -> Vendor:
    return Vendor(name, needle, re.compile(pattern), example, id)


VENDORS = (
    _vendor("", "google", r"(UA-\d{4,10}-\d{1,4})(?!\d)", "google-analytics: ga('create', 'UA-12345-1')", "UA-12345-1"),
    _vendor("", "google", r"[\"'=](G-[A-Z0-9]{8,12})(?![\w-])", "googletagmanager: gtag('config', 'G-ABCDEF1234')", "G-ABCDEF1234"),
    _vendor("", "google", r"[\"'=/](AW-\d{8,12})(?!\d)", "googletagmanager: gtag('config', 'AW-123456789')", "AW-123456789"),
    _vendor("", "google", r"(GTM-[A-Z0-9]{4,9})(?![\w-])", "googletagmanager.com/gtm.js?id=GTM-ABC123", "GTM-ABC123"),
    _vendor("", "google", r"(pub-\d{10,20})(?!\d)", 'adsbygoogle data-ad-client="ca-pub-1234567890123456"', "pub-1234567890123456"),
    _vendor("facebook", "fbevents", r"fbq\(\s*['\"]init['\"]\s*,\s*['\"](\d{8,20})['\"]", "fbevents.js fbq('init', '123456789012')", "facebook:123456789012"),
    _vendor("yandex", "mc.yandex", r"mc\.yandex\.\w+/watch/(\d{5,10})", "https://mc.yandex.ru/watch/12345678", "yandex:12345678"),
    _vendor("baidu", "hm.baidu", r"hm\.js\?([0-9a-f]{32})", "https://hm.baidu.com/hm.js?0123456789abcdef0123456789abcdef", "baidu:0123456789abcdef0123456789abcdef"),
    _vendor("histats", "Histats", r"Histats\.start['\"]?\s*,\s*['\"]?1,\s*(\d{4,9})", "Hasync.push(['Histats.start', '1,1234567,4,0,0,0,00010000'])", "histats:1234567"),
    _vendor("statcounter", "sc_project", r"sc_project\s*=\s*(\d{5,9})", "var sc_project=1234567;", "statcounter:1234567"),
    _vendor("hotjar", "hjid", r"hjid\s*:\s*(\d{4,9})", "h._hjSettings={hjid:1234567,hjsv:6}", "hotjar:1234567"),
    _vendor("clarity", "clarity.ms", r"clarity\"?,\s*\"script\",\s*\"([a-z0-9]{8,12})\"", 'www.clarity.ms (window, document, "clarity", "script", "abcdefgh12")', "clarity:abcdefgh12"),
)  # fmt: skip
