"""How the sites write HTML: a skin per site, three page shapes, and the usual answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from tests.web.model import Host, Page, Response
from tests.web.pictures import or_picture

ALLOW_ALL = "User-agent: *\nDisallow:\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Skin:
    """What all pages of one site share. `mark` begins every class name, so no two sites share a template."""

    site: str
    language: str
    mark: str
    nav: tuple[tuple[str, str], ...]
    aside: str
    footer: str
    accent: str = "#345"
    paper: str = "#fff"
    font: str = "Georgia, serif"
    shape: str = "columns"
    charset: str = "utf-8"


def html(text: str, *, status: int = 200, charset: str = "utf-8", **headers: str) -> Response:
    """An HTML response; header names are given with underscores."""
    fields = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Response(
        status=status,
        headers=(("Content-Type", f"text/html; charset={charset}"), *fields),
        body=text.encode(charset, "xmlcharrefreplace"),
    )


def redirect(location: str, status: int = 302) -> Response:
    return Response(status=status, headers=(("Location", location), ("Content-Type", "text/html")))


def paragraphs(*texts: str) -> str:
    """Plain texts as escaped paragraphs."""
    return "\n".join(f"<p>{escape(text, quote=False)}</p>" for text in texts)


def page(skin: Skin, title: str, body: str, *, head: str = "", status: int = 200, **headers: str) -> Response:
    """A whole page in the site's own skin. `body` is HTML."""
    nav = "".join(f'<li><a href="{escape(href)}">{escape(name)}</a></li>' for name, href in skin.nav)
    text = f"""<!DOCTYPE html>
<html lang="{skin.language}">
<head>
<meta charset="{skin.charset}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
{head}<style>{_style(skin)}</style>
</head>
{_SHAPES[skin.shape].format(mark=skin.mark, site=escape(skin.site), nav=nav, body=body, aside=skin.aside, footer=skin.footer)}
</html>
"""
    return html(text, status=status, charset=skin.charset, **headers)


def front(skin: Skin, path: str, title: str) -> Response:
    """A front page that leads to the newest page of the site."""
    return page(skin, skin.site, f'<h1>{escape(skin.site)}</h1><h2><a href="{path}">{escape(title)}</a></h2>')


def not_found(skin: Skin, text: str) -> Response:
    """The site's own, honest 404 page."""
    return page(skin, f"404 – {skin.site}", f"<h1>404</h1>{paragraphs(text)}", status=404)


def site(name: str, pages: Mapping[str, Page], unknown: Page, *, robots: str = ALLOW_ALL) -> Host:
    """A host that also serves its own pictures, whatever their names."""
    return Host(name=name, pages=pages, unknown=or_picture(unknown), robots=robots)


def _style(skin: Skin) -> str:
    m = skin.mark
    return (
        f"body{{margin:0;background:{skin.paper};color:#222;font:16px/1.5 {skin.font}}}"
        f".{m}-top{{background:{skin.accent};color:#fff;padding:1rem 2rem}}"
        f".{m}-top a{{color:#fff}}"
        f".{m}-nav{{display:flex;gap:1.2rem;list-style:none;margin:0;padding:.4rem 0;flex-wrap:wrap}}"
        f".{m}-wrap{{display:grid;grid-template-columns:3fr 1fr;gap:2rem;max-width:1080px;margin:0 auto;padding:1rem}}"
        f".{m}-text{{max-width:760px;margin:0 auto;padding:1rem}}"
        f".{m}-side{{font-size:.9rem;border-left:3px solid {skin.accent};padding-left:1rem}}"
        f".{m}-foot{{border-top:1px solid #bbb;padding:1rem 2rem;font-size:.85rem}}"
        "img{max-width:100%;min-width:120px}table{border-collapse:collapse}td,th{padding:.2rem .7rem;border-bottom:1px solid #ccc}"
    )


_SHAPES = {
    "columns": """<body>
<header class="{mark}-top"><strong>{site}</strong><nav><ul class="{mark}-nav">{nav}</ul></nav></header>
<div class="{mark}-wrap"><main>{body}</main><aside class="{mark}-side">{aside}</aside></div>
<footer class="{mark}-foot">{footer}</footer>
</body>""",
    "magazine": """<body class="{mark}-page">
<div class="{mark}-top"><p><a href="/">{site}</a></p></div>
<nav class="{mark}-menu"><ul class="{mark}-nav">{nav}</ul></nav>
<article class="{mark}-text">{body}</article>
<section class="{mark}-text {mark}-side">{aside}</section>
<footer class="{mark}-foot">{footer}</footer>
</body>""",
    "classic": """<body>
<table width="960" align="center" class="{mark}-frame"><tr><td colspan="2" class="{mark}-top"><b>{site}</b></td></tr>
<tr><td width="190" valign="top"><ul class="{mark}-menu">{nav}</ul><div class="{mark}-side">{aside}</div></td>
<td valign="top" class="{mark}-text">{body}</td></tr>
<tr><td colspan="2" class="{mark}-foot">{footer}</td></tr></table>
</body>""",
}
"""Page shapes: grid with a side column, a magazine's single column, a table layout of 2003."""
