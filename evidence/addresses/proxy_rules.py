"""The table of proxies and redirectors: one line each, with its source and an example.

`example` is the outer URL, `carries` what it must yield; the tests run over both. A source names the
project or standard that documents the form, or says that it was observed.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from evidence.model import Level


class Decode(StrEnum):
    """How the group `inner` of a rule becomes a URL."""

    PLAIN = "plain"
    ESCAPED = "escaped"
    BASE64 = "base64"
    HEX = "hex"
    DASHED_HOST = "dashed-host"
    IPX = "ipx"
    """An absolute URL after a slash, or a path on the same host."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One form in which a URL carries another URL."""

    id: str
    level: Level
    needle: str
    """What every URL of this form holds behind its first letter, in lower case: one of these, with `|` between.

    A plain search is many times faster than a pattern; without a needle the pattern is always searched."""
    pattern: re.Pattern[str]
    """Searched in the absolute URL; its group `inner` is the carried URL."""
    decode: Decode
    source: str
    example: str
    carries: str


def _proxy(
    id: str, needle: str, pattern: str, decode: Decode, source: str, example: str, carries: str
) -> Rule:
    return Rule(
        id, Level.PROXIED, needle, re.compile(pattern, re.IGNORECASE), decode, source, example, carries
    )


def _redirector(
    id: str, needle: str, pattern: str, decode: Decode, source: str, example: str, carries: str
) -> Rule:
    return Rule(
        id, Level.REDIRECTED, needle, re.compile(pattern, re.IGNORECASE), decode, source, example, carries
    )


_VALUE = r"(?P<inner>[^&#]+)"
_ADDRESS_NAMES = r"(?:url|u|uri|src|source|image|img|imgurl|img_url|mediaurl|murl|link|to|target|goto|redirect|dest|destination|out|href|file|path|media)"

RULES = (
    # Image proxies and resizers
    _proxy("photon", ".wp.com/", r"^https?://i\d\.wp\.com/(?P<inner>[^?#]+)", Decode.PLAIN, "Jetpack Photon", "https://i2.wp.com/example.com/a/p.jpg?ssl=1&w=300", "http://example.com/a/p.jpg"),
    _proxy("weserv", "weserv.nl/|wsrv.nl/", rf"^https?://(?:images\.weserv\.nl|(?:[\w-]+\.)?wsrv\.nl)/\?(?:[^#]*&)?url=(?:ssl(?::|%3A))?{_VALUE}", Decode.ESCAPED, "images.weserv.nl", "https://images.weserv.nl/?w=300&url=ssl:example.com/p.jpg", "http://example.com/p.jpg"),
    _proxy("duckduckgo-images", ".duckduckgo.com/i", rf"^https?://(?:external-content|proxy)\.duckduckgo\.com/i[up]/\?(?:[^#]*&)?u={_VALUE}", Decode.ESCAPED, "field observation", "https://external-content.duckduckgo.com/iu/?u=https%3A%2F%2Fexample.com%2Fp.jpg&f=1", "https://example.com/p.jpg"),
    _proxy("imgix", ".imgix.net/", r"^https?://[\w-]+\.imgix\.net/(?P<inner>https?(?::|%3A)[^?#]+)", Decode.ESCAPED, "imgix web proxy source", "https://shop.imgix.net/https%3A%2F%2Fexample.com%2Fp.jpg?w=80", "https://example.com/p.jpg"),
    _proxy("xenforo", "/proxy.php?", rf"/proxy\.php\?(?:[^#]*&)?(?:image|link)={_VALUE}", Decode.ESCAPED, "XenForo, vBulletin", "https://forum.example/proxy.php?image=https%3A%2F%2Fexample.com%2Fp.jpg&hash=00ff", "https://example.com/p.jpg"),
    _proxy("imgproxy-plain", "/plain/", r"/plain/(?P<inner>(?:https?(?::|%3A))[^?#@]+)", Decode.ESCAPED, "imgproxy: plain source URL", "https://img.example/insecure/rs:fit:300:200/plain/https://example.com/p.jpg@webp", "https://example.com/p.jpg"),
    _proxy("imgproxy-base64", "ahr0c", r"/(?:insecure|unsafe|_|[\w-]{16,64})/(?:[a-z_]+:[^/]*/)+(?P<inner>(?P<joined>aHR0c)[\w/-]{8,})", Decode.BASE64, "imgproxy: encoded source URL", "https://img.example/insecure/rs:fit:300:200/aHR0cHM6Ly9leGFt/cGxlLmNvbS9wLmpwZw.webp", "https://example.com/p.jpg"),
    _proxy("next-image", "/_next/image", rf"/_next/image/?\?(?:[^#]*&)?url={_VALUE}", Decode.ESCAPED, "Next.js", "https://shop.example/_next/image?url=https%3A%2F%2Fexample.com%2Fp.jpg&w=640&q=75", "https://example.com/p.jpg"),
    _proxy("nuxt-ipx", "/_ipx/", r"/_ipx/[^/]+(?P<inner>/[^?#]+)", Decode.IPX, "Nuxt Image", "https://shop.example/_ipx/w_300,f_webp/https://example.com/p.jpg", "https://example.com/p.jpg"),
    _proxy("vercel-image", "/_vercel/image", rf"/_vercel/image/?\?(?:[^#]*&)?url={_VALUE}", Decode.ESCAPED, "Vercel", "https://shop.example/_vercel/image?url=https%3A%2F%2Fexample.com%2Fp.jpg&w=640", "https://example.com/p.jpg"),
    _proxy("netlify-image", "/.netlify/images", rf"/\.netlify/images/?\?(?:[^#]*&)?url={_VALUE}", Decode.ESCAPED, "Netlify Image CDN", "https://shop.example/.netlify/images?url=https%3A%2F%2Fexample.com%2Fp.jpg", "https://example.com/p.jpg"),
    _proxy("astro-image", "/_image", rf"/_image/?\?(?:[^#]*&)?href={_VALUE}", Decode.ESCAPED, "Astro", "https://blog.example/_image?href=https%3A%2F%2Fexample.com%2Fp.jpg&w=640", "https://example.com/p.jpg"),
    _proxy("gatsby-image", "/_gatsby/image/", r"/_gatsby/image/(?P<inner>aHR0c[\w-]{8,})", Decode.BASE64, "Gatsby image CDN", "https://blog.example/_gatsby/image/aHR0cHM6Ly9leGFtcGxlLmNvbS9wLmpwZw/dz0zMDA/p.jpg", "https://example.com/p.jpg"),
    _proxy("cloudflare", "/cdn-cgi/image/", r"/cdn-cgi/image/[^/]+(?P<inner>/[^#]+)", Decode.IPX, "Cloudflare Images", "https://shop.example/cdn-cgi/image/width=80,quality=75/https://example.com/p.jpg", "https://example.com/p.jpg"),
    _proxy("camo-hex", "", r"/[0-9a-f]{40,64}/(?P<inner>(?:[0-9a-f]{2}){8,})", Decode.HEX, "GitHub camo", "https://camo.githubusercontent.com/0123456789abcdef0123456789abcdef01234567/68747470733a2f2f6578616d706c652e636f6d2f702e6a7067", "https://example.com/p.jpg"),
    _proxy("camo-plain", "url=", rf"/[0-9a-f]{{40,64}}/?\?(?:[^#]*&)?url={_VALUE}", Decode.ESCAPED, "camo", "https://camo.example/0123456789abcdef0123456789abcdef01234567?url=https%3A%2F%2Fexample.com%2Fp.jpg", "https://example.com/p.jpg"),
    _proxy("cloudinary", "/image/fetch/", r"/image/fetch/(?:[^/]+/)*?(?P<inner>https?(?::|%3A)[^#]+)", Decode.ESCAPED, "Cloudinary fetch, Substack", "https://res.cloudinary.com/demo/image/fetch/w_300,c_fill/https://example.com/p.jpg", "https://example.com/p.jpg"),
    _proxy("statically", "cdn.statically.io/img/", r"^https?://cdn\.statically\.io/img/(?P<inner>[^/?#]+)(?:/(?:[a-z]+=[^/,]+,?)+)?(?P<rest>/[^?#]*)", Decode.PLAIN, "Statically", "https://cdn.statically.io/img/example.com/f=auto,w=300/a/p.jpg", "http://example.com/a/p.jpg"),
    _proxy("nitropack", ".nitrocdn.com/", r"^https?://[\w-]+\.nitrocdn\.com/\w+/assets/\w+/\w+/rev-[0-9a-f]+/(?P<inner>[\w-]+(?:\.[\w-]+)+/[^?#]+)", Decode.PLAIN, "NitroPack, in the pages of its customers", "https://cdn-ilajckf.nitrocdn.com/utLabjbGVjpa/assets/images/optimized/rev-b8cf3a0/example.com/wp-content/uploads/p.png", "http://example.com/wp-content/uploads/p.png"),
    _proxy("thumbor", "/unsafe/|=/", r"/(?:unsafe|[\w-]{27}=)/(?:(?:fit-in|smart|trim|top|middle|bottom|left|center|right|-?\d+x-?\d+|filters:[^/]+)/)*(?P<inner>[^?#]+)", Decode.ESCAPED, "Thumbor", "https://img.example/unsafe/300x200/smart/example.com/p.jpg", "http://example.com/p.jpg"),
    _proxy("timthumb", "thumb.php?", rf"/(?:tim)?thumb\.php\?(?:[^#]*&)?src={_VALUE}", Decode.ESCAPED, "TimThumb", "https://blog.example/timthumb.php?src=https://example.com/p.jpg&w=80", "https://example.com/p.jpg"),
    _proxy("discord", "/external/", r"/external/[\w-]{16,64}/(?:[^/]*/)?(?P<scheme>https?)/(?P<inner>[^?#]+)", Decode.PLAIN, "Discord media proxy", "https://images-ext-1.discordapp.net/external/0123456789abcdefghij/https/example.com/p.jpg", "https://example.com/p.jpg"),
    _proxy("slack", "slack-imgs.com/?", rf"^https?://slack-imgs\.com/\?(?:[^#]*&)?url={_VALUE}", Decode.ESCAPED, "Slack link previews", "https://slack-imgs.com/?c=1&o1=ro&url=https%3A%2F%2Fexample.com%2Fp.jpg", "https://example.com/p.jpg"),
    _proxy("facebook-image", "/safe_image.php?", rf"/safe_image\.php\?(?:[^#]*&)?url={_VALUE}", Decode.ESCAPED, "Facebook link previews", "https://external.xx.fbcdn.net/safe_image.php?d=x&url=https%3A%2F%2Fexample.com%2Fp.jpg", "https://example.com/p.jpg"),
    _proxy("google-gadgets", "googleusercontent.com/gadgets/proxy?", rf"googleusercontent\.com/gadgets/proxy\?(?:[^#]*&)?url={_VALUE}", Decode.ESCAPED, "Google open-social proxy", "https://images1-focus-opensocial.googleusercontent.com/gadgets/proxy?container=focus&url=https%3A%2F%2Fexample.com%2Fp.jpg", "https://example.com/p.jpg"),
    _proxy("bing-thumbnail", "riu=", rf"/th(?:/id/[^?]*)?\?(?:[^#]*&)?riu={_VALUE}", Decode.ESCAPED, "Bing thumbnails that name their source", "https://th.bing.com/th?id=OIP.x&riu=https%3a%2f%2fexample.com%2fp.jpg&pid=1", "https://example.com/p.jpg"),
    # Copies of pages
    _proxy("amp-cache", "amp", r"^https?://(?:[\w-]+\.)?(?:cdn\.ampproject\.org|bing-amp\.com)/(?:c|i|r|v|wp|a|ii/[^/]+|mbv/[^/]+)/(?:s/)?(?P<inner>[^#]+)", Decode.PLAIN, "AMP cache URL format", "https://example-com.cdn.ampproject.org/i/s/example.com/p.jpg", "http://example.com/p.jpg"),
    _proxy("google-amp", "www.google.", r"^https?://www\.google\.[\w.]+/amp/(?:s/)?(?P<inner>[^#]+)", Decode.PLAIN, "Google AMP viewer", "https://www.google.com/amp/s/example.com/story", "http://example.com/story"),
    _proxy("bing-amp", "www.bing.com/amp/", r"^https?://www\.bing\.com/amp/(?:s/)?(?P<inner>[^#]+)", Decode.PLAIN, "Bing AMP viewer", "https://www.bing.com/amp/s/example.com/story", "http://example.com/story"),
    _proxy("wayback", "web.archive.org/web/", r"^https?://web\.archive\.org/web/\d{1,14}\*?(?:[a-z]{2}_)?/(?P<inner>[^#]+)", Decode.PLAIN, "Wayback Machine", "https://web.archive.org/web/20200101000000im_/https://example.com/p.jpg", "https://example.com/p.jpg"),
    _proxy("archive-today", "archive.", r"^https?://archive\.(?:today|ph|is|li|vn|fo|md)/(?:o/\w+|\d{4,14}|newest)/(?P<inner>[^#]+)", Decode.PLAIN, "archive.today", "https://archive.ph/20200101000000/https://example.com/story", "https://example.com/story"),
    _proxy("google-cache", "webcache.googleusercontent.com/search?", r"^https?://webcache\.googleusercontent\.com/search\?(?:[^#]*&)?q=cache:(?:[\w-]+:)?(?P<inner>[^&#+]+)", Decode.ESCAPED, "Google cache", "https://webcache.googleusercontent.com/search?q=cache:AbCdEf:https://example.com/story+x", "https://example.com/story"),
    _proxy("translate-goog", ".translate.goog", r"^https?://(?P<inner>[\w-]+)\.translate\.goog(?P<rest>[/?][^#]*)", Decode.DASHED_HOST, "Google Translate", "https://my--shop-example-com.translate.goog/story?_x_tr_sl=en", "https://my-shop.example.com/story?_x_tr_sl=en"),
    _proxy("translate-google", "translate.google.", rf"^https?://translate\.google\.[\w.]+/(?:translate|website)\?(?:[^#]*&)?u={_VALUE}", Decode.ESCAPED, "Google Translate, older form", "https://translate.google.com/translate?sl=en&u=https%3A%2F%2Fexample.com%2Fstory", "https://example.com/story"),
    # Redirectors of search engines and networks
    _redirector("google-imgres", ".google.", rf"^https?://(?:www|images)\.google\.[\w.]+/imgres\?(?:[^#]*&)?imgurl={_VALUE}", Decode.ESCAPED, "field observation", "https://www.google.com/imgres?imgurl=https%3A%2F%2Fexample.com%2Fp.jpg&imgrefurl=https%3A%2F%2Fother.example%2F", "https://example.com/p.jpg"),
    _redirector("google-imgres-page", ".google.", rf"^https?://(?:www|images)\.google\.[\w.]+/imgres\?(?:[^#]*&)?imgrefurl={_VALUE}", Decode.ESCAPED, "field observation", "https://www.google.com/imgres?tbnid=x&imgrefurl=https%3A%2F%2Fexample.com%2Fstory", "https://example.com/story"),
    _redirector("google-url", "www.google.", rf"^https?://www\.google\.[\w.]+/url\?(?:[^#]*&)?(?:q|url)={_VALUE}", Decode.ESCAPED, "field observation", "https://www.google.com/url?sa=t&q=https%3A%2F%2Fexample.com%2Fstory&usg=x", "https://example.com/story"),
    _redirector("bing-click", "www.bing.com/ck/a?", r"^https?://www\.bing\.com/ck/a\?(?:[^#]*&)?u=a1(?P<inner>[\w-]+)", Decode.BASE64, "Bing result links", "https://www.bing.com/ck/a?p=x&u=a1aHR0cHM6Ly9leGFtcGxlLmNvbS9wLmpwZw&ntb=1", "https://example.com/p.jpg"),
    _redirector("bing-images", "bing.com/", rf"^https?://(?:www\.)?bing\.com/[^?]*\?(?:[^#]*&)?(?:mediaurl|url)={_VALUE}", Decode.ESCAPED, "Bing image details, news clicks", "https://www.bing.com/images/search?view=detailV2&mediaurl=https%3a%2f%2fexample.com%2fp.jpg", "https://example.com/p.jpg"),
    _redirector("yahoo", "search.yahoo.com/", r"search\.yahoo\.com/.*/RU=(?P<inner>[^/&#]+)", Decode.ESCAPED, "Yahoo result links", "https://r.search.yahoo.com/_ylt=x/RV=2/RU=https%3a%2f%2fexample.com%2fp.jpg/RK=2/RS=y", "https://example.com/p.jpg"),
    _redirector("yandex", "yandex.", rf"yandex\.[\w.]+/(?:clck/[^?]*|images[^?]*|redir[^?]*|mailservice)\?(?:[^#]*&)?(?:url|img_url)={_VALUE}", Decode.ESCAPED, "Yandex result links and images", "https://yandex.ru/images/search?img_url=https%3A%2F%2Fexample.com%2Fp.jpg&rpt=simage", "https://example.com/p.jpg"),
    _redirector("duckduckgo", "duckduckgo.com/l/?", rf"^https?://duckduckgo\.com/l/\?(?:[^#]*&)?uddg={_VALUE}", Decode.ESCAPED, "DuckDuckGo result links", "https://duckduckgo.com/l/?uddg=https%3A%2F%2Fexample.com%2Fstory&rut=x", "https://example.com/story"),
    _redirector("facebook", "//l", rf"^https?://lm?\.(?:facebook|instagram)\.com/(?:l\.php)?\?(?:[^#]*&)?u={_VALUE}", Decode.ESCAPED, "Facebook and Instagram outgoing links", "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2Fstory&h=x", "https://example.com/story"),
    _redirector("vk", "vk.com/away.php?", rf"^https?://vk\.com/away\.php\?(?:[^#]*&)?to={_VALUE}", Decode.ESCAPED, "VK outgoing links", "https://vk.com/away.php?to=https%3A%2F%2Fexample.com%2Fstory", "https://example.com/story"),
    _redirector("disqus", "disq.us/url?", r"^https?://disq\.us/url\?(?:[^#]*&)?url=(?P<inner>[^&#]+?)(?:%3A[\w-]+)?(?=&|#|\Z)", Decode.ESCAPED, "Disqus outgoing links", "https://disq.us/url?url=https%3A%2F%2Fexample.com%2Fstory%3AAbC-1&cuid=2", "https://example.com/story"),
    # General forms; the named ones above come first
    _redirector("base64-parameter", "=ahr0c|=ly9|=d3d3l", r"[?&;][\w.%\[\]-]{1,40}=(?P<inner>(?:aHR0c|Ly9|d3d3L)[\w+/%=-]{8,})", Decode.BASE64, "field observation", "https://gallery.example/?img=aHR0cHM6Ly9leGFtcGxlLmNvbS9wLmpwZw%3D%3D&key=eA", "https://example.com/p.jpg"),
    _redirector("parameter-address", "=http|=//|=/%|=%2", r"[?&;][\w.%\[\]-]{1,40}=(?P<inner>(?:https?(?::|%(?:25){0,2}3A)|(?:/|%(?:25){0,2}2F){2})[^&#]+)", Decode.ESCAPED, "doubly encoded values", "https://portal.example/out?goal=https%253A%252F%252Fexample.com%252Fp.jpg", "https://example.com/p.jpg"),
    _redirector("parameter-name", "=", rf"[?&;]{_ADDRESS_NAMES}=(?P<inner>[\w-]+(?:\.[\w-]+)+(?:/|%(?:25){{0,2}}2F)[^&#]*)", Decode.ESCAPED, "field observation", "https://portal.example/go?url=example.com%2Fp.jpg", "http://example.com/p.jpg"),
    _redirector("bare-query", "?http", r"\?(?P<inner>https?(?::|%3A)[^#]+)", Decode.ESCAPED, "referrer hiders such as href.li", "https://href.li/?https://example.com/story", "https://example.com/story"),
    _proxy("base64-path", "ahr0c", r"/(?P<inner>aHR0c[\w-]{8,}={0,2})(?=[/.?#]|\Z)", Decode.BASE64, "field observation", "https://img.example/x/aHR0cHM6Ly9leGFtcGxlLmNvbS9wLmpwZw==", "https://example.com/p.jpg"),
    _proxy("path-tail", "http", r"^https?://[^/?#]+/[^?#]*?(?P<inner>https?(?::/{1,2}|%(?:25)?3A(?:/|%(?:25)?2F){2})[^#]+)", Decode.ESCAPED, "many resizers", "https://img.example/300x200/https://example.com/p.jpg", "https://example.com/p.jpg"),
    _redirector("path-host", "/go/|/out/|/redirect/|/redir/|/goto/|/exit/|/link/|/away/|/external/|/leave/|/jump/|/track/click/", r"^https?://[^/?#]+/(?:go|out|redirect|redir|goto|exit|link|away|external|leave|jump|track/click)/(?P<inner>(?:[\w-]+\.)+[a-z]{2,24}(?:/[^#]*)?)\Z", Decode.PLAIN, "field observation", "https://portal.example/go/example.com/story", "http://example.com/story"),
)  # fmt: skip
