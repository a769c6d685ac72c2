"""The table of vendors whose account ids stand in pages: one line each, with an example."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vendor:
    """How one vendor's account id stands in a page; group 1 is the id."""

    name: str
    """Put before ids that do not name their vendor; empty for those that do."""
    needle: str
    """Where the expression begins to match; one search finds the needles of all vendors."""
    pattern: re.Pattern[bytes]
    example: str
    id: str


def _vendor(name: str, needle: str, pattern: str, example: str, id: str) -> Vendor:
    return Vendor(name, needle, re.compile(pattern.encode()), example, id)


VENDORS = (
    _vendor("", "UA-", r"(?<![\w-])(UA-\d{4,10}-\d{1,4})(?!\d)", "ga('create', 'UA-12345-1')", "UA-12345-1"),
    _vendor("", "G-", r"(?<=[\"'=])(G-[A-Z0-9]{8,12})(?![\w-])", "gtag('config', 'G-ABCDEF1234')", "G-ABCDEF1234"),
    _vendor("", "AW-", r"(?<=[\"'=/])(AW-\d{8,12})(?!\d)", "gtag('config', 'AW-123456789')", "AW-123456789"),
    _vendor("", "GTM-", r"(?<![\w-])(GTM-[A-Z0-9]{4,9})(?![\w-])", "gtm.js?id=GTM-ABC123", "GTM-ABC123"),
    _vendor("", "GT-", r"(?<=[\"'=])(GT-[A-Z0-9]{5,12})(?![\w-])", "gtag('config', 'GT-ABC12345')", "GT-ABC12345"),
    _vendor("", "pub-", r"(?<!\w)(pub-\d{10,20})(?!\d)", 'data-ad-client="ca-pub-1234567890123456"', "pub-1234567890123456"),
    _vendor("facebook", "fbq(", r"fbq\(\s*['\"]init['\"]\s*,\s*['\"](\d{8,20})['\"]", "fbq('init', '123456789012')", "facebook:123456789012"),
    _vendor("facebook", "facebook.com/tr?", r"facebook\.com/tr\?id=(\d{8,20})", "https://www.facebook.com/tr?id=123456789012&ev=PageView", "facebook:123456789012"),
    _vendor("yandex", "mc.yandex", r"mc\.yandex\.\w+/watch/(\d{5,10})", "https://mc.yandex.ru/watch/12345678", "yandex:12345678"),
    _vendor("yandex", "ym(", r"ym\(\s*(\d{5,10})\s*,\s*['\"]init['\"]", "ym(12345678, 'init', {})", "yandex:12345678"),
    _vendor("baidu", "hm.js?", r"hm\.js\?([0-9a-f]{32})", "https://hm.baidu.com/hm.js?0123456789abcdef0123456789abcdef", "baidu:0123456789abcdef0123456789abcdef"),
    _vendor("histats", "Histats", r"Histats\.start['\"]?\s*,\s*['\"]?1,\s*(\d{4,9})", "Hasync.push(['Histats.start', '1,1234567,4,0,0,0,00010000'])", "histats:1234567"),
    _vendor("statcounter", "sc_project", r"sc_project\s*=\s*(\d{5,9})", "var sc_project=1234567;", "statcounter:1234567"),
    _vendor("hotjar", "hjid", r"hjid\s*:\s*(\d{4,9})", "h._hjSettings={hjid:1234567,hjsv:6}", "hotjar:1234567"),
    _vendor("hotjar", "hotjar.com/c/hotjar-", r"hotjar\.com/c/hotjar-(\d{4,9})\.js", "https://static.hotjar.com/c/hotjar-1234567.js?sv=6", "hotjar:1234567"),
    _vendor("clarity", "clarity", r"clarity['\"],\s*['\"]script['\"],\s*['\"]([a-z0-9]{8,12})['\"]", '(window, document, "clarity", "script", "abcdefgh12")', "clarity:abcdefgh12"),
    _vendor("clarity", "clarity.ms/tag/", r"clarity\.ms/tag/([a-z0-9]{8,12})(?!\w)", "https://www.clarity.ms/tag/abcdefgh12", "clarity:abcdefgh12"),
    _vendor("tiktok", "ttq.load(", r"ttq\.load\(\s*['\"]([A-Z0-9]{16,24})['\"]", "ttq.load('C0ABCDEFGH1234567890')", "tiktok:C0ABCDEFGH1234567890"),
    _vendor("pinterest", "pintrk(", r"pintrk\(\s*['\"]load['\"]\s*,\s*['\"](\d{10,16})['\"]", "pintrk('load', '2612345678901')", "pinterest:2612345678901"),
    _vendor("linkedin", "_linkedin_partner_id", r"_linkedin_partner_id\s*=\s*['\"](\d{4,10})['\"]", '_linkedin_partner_id = "1234567";', "linkedin:1234567"),
    _vendor("cloudflare", "data-cf-beacon", r"data-cf-beacon\s*=\s*['\"]\{[^}]{0,200}?(?:token|&quot;token&quot;)['\"]?\s*:\s*(?:['\"]|&quot;)([0-9a-f]{32})", """<script data-cf-beacon='{"token": "0123456789abcdef0123456789abcdef"}'>""", "cloudflare:0123456789abcdef0123456789abcdef"),
    _vendor("adsterra", "atOptions", r"atOptions\s*=\s*\{\s*['\"]key['\"]\s*:\s*['\"]([0-9a-f]{32})", "atOptions = {'key' : '0123456789abcdef0123456789abcdef', 'format' : 'iframe'}", "adsterra:0123456789abcdef0123456789abcdef"),
)  # fmt: skip
