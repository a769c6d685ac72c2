"""The table of addresses that tell a service about another address and lead nobody there.

Buttons to share a page, searches and checkers carry an address as a parameter, as redirectors do, but whoever
follows them arrives at the service. One line a service; the forms are those that their own documentation, or
collections of such links, give.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asking:
    """One form of address that asks about another one."""

    id: str
    pattern: re.Pattern[str]
    """Matches at the beginning of the absolute URL."""
    example: str


def _asking(id: str, pattern: str, example: str) -> Asking:
    return Asking(id, re.compile(rf"https?://(?:[\w-]+\.)*{pattern}", re.IGNORECASE), example)


_CARRIED = "https%3A%2F%2Fexample.com%2Fp.jpg"

RULES = (
    # Buttons that share
    _asking("facebook", r"facebook\.com/(?:sharer|share\.php|dialog/|plugins/|[^/]+/plugins/|[^/]+/dialog/)", f"https://www.facebook.com/sharer/sharer.php?u={_CARRIED}"),
    _asking("x", r"(?:twitter|x)\.com/(?:share|intent/|home\?status)", f"https://twitter.com/intent/tweet?url={_CARRIED}&text=x"),
    _asking("linkedin", r"linkedin\.com/(?:shareArticle|sharing/|cws/share)", f"https://www.linkedin.com/shareArticle?mini=true&url={_CARRIED}"),
    _asking("pinterest", r"pinterest\.[a-z.]+/pin/create/", f"https://www.pinterest.com/pin/create/button/?url=x&media={_CARRIED}"),
    _asking("reddit", r"reddit\.com/(?:r/\w+/)?submit", f"https://www.reddit.com/submit?url={_CARRIED}"),
    _asking("telegram", r"(?:t|telegram)\.me/share/", f"https://t.me/share/url?url={_CARRIED}"),
    _asking("whatsapp", r"(?:wa\.me/|whatsapp\.com/send)", f"https://api.whatsapp.com/send?text={_CARRIED}"),
    _asking("vk", r"vk\.(?:com|ru)/share\.php", f"https://vk.com/share.php?url={_CARRIED}"),
    _asking("ok", r"connect\.ok\.ru/(?:offer|dk)", f"https://connect.ok.ru/offer?url={_CARRIED}"),
    _asking("tumblr", r"tumblr\.com/(?:widgets/)?share", f"https://www.tumblr.com/widgets/share/tool?canonicalUrl={_CARRIED}"),
    _asking("pocket", r"getpocket\.com/(?:save|edit)", f"https://getpocket.com/save?url={_CARRIED}"),
    _asking("hacker-news", r"news\.ycombinator\.com/submitlink", f"https://news.ycombinator.com/submitlink?u={_CARRIED}"),
    _asking("intent", r"(?:bsky\.app|threads\.(?:net|com))/intent/", f"https://bsky.app/intent/compose?text={_CARRIED}"),
    _asking("addtoany", r"addtoany\.com/(?:add_to|share)", f"https://www.addtoany.com/add_to/x?linkurl={_CARRIED}"),
    _asking("addthis", r"addthis\.com/(?:bookmark|oexchange|live)", f"https://www.addthis.com/bookmark.php?url={_CARRIED}"),
    _asking("buffer", r"buffer(?:app)?\.com/(?:add|share|compose)", f"https://buffer.com/add?url={_CARRIED}"),
    _asking("xing", r"xing\.com/(?:spi/shares|social/share|app/user)", f"https://www.xing.com/spi/shares/new?url={_CARRIED}"),
    _asking("line", r"line\.me/(?:R/|lineit/share|share)", f"https://social-plugins.line.me/lineit/share?url={_CARRIED}"),
    _asking("hatena", r"b\.hatena\.ne\.jp/(?:add|append|entry)", f"https://b.hatena.ne.jp/add?url={_CARRIED}"),
    _asking("weibo", r"service\.weibo\.com/share", f"https://service.weibo.com/share/share.php?url={_CARRIED}"),
    _asking("qq", r"(?:sns\.qzone|connect)\.qq\.com/", f"https://sns.qzone.qq.com/cgi-bin/qzshare/cgi_qzshare_onekey?url={_CARRIED}"),
    _asking("google-plus", r"plus(?:one)?\.google\.com/(?:share|_/)", f"https://plus.google.com/share?url={_CARRIED}"),
    _asking("bookmarking", r"(?:digg|stumbleupon|delicious|del\.icio\.us|diigo|instapaper|flipboard|mix)\.(?:com|us)/(?:submit|save|post|edit|hello2|bookmarklet|add)", f"https://digg.com/submit?url={_CARRIED}"),
    _asking("blogger", r"blogger\.com/blog-this", f"https://www.blogger.com/blog-this.g?u={_CARRIED}"),
    _asking("evernote", r"evernote\.com/clip", f"https://www.evernote.com/clip.action?url={_CARRIED}"),
    # Searches
    _asking("google", r"google\.[a-z.]+/(?:search|uploadbyurl|bookmarks)", f"https://www.google.com/search?q={_CARRIED}"),
    _asking("bing", r"bing\.com/search", f"https://www.bing.com/search?q={_CARRIED}"),
    _asking("duckduckgo", r"duckduckgo\.com/\?", f"https://duckduckgo.com/?q={_CARRIED}"),
    _asking("yandex", r"yandex\.[a-z.]+/(?:search|yandsearch)", f"https://yandex.ru/search/?text={_CARRIED}"),
    _asking("baidu", r"baidu\.com/s\?", f"https://www.baidu.com/s?wd={_CARRIED}"),
    _asking("tineye", r"tineye\.com/", f"https://tineye.com/search?url={_CARRIED}"),
    # Checkers
    _asking("w3c", r"(?:validator|jigsaw)\.w3\.org/", f"https://validator.w3.org/check?uri={_CARRIED}"),
    _asking("pagespeed", r"(?:pagespeed\.web\.dev|developers\.google\.com/speed)/", f"https://pagespeed.web.dev/report?url={_CARRIED}"),
)  # fmt: skip
