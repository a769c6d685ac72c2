"""XML pages: feeds, sitemaps and SVG, rewritten as HTML so that the one walk reads them too.

lxml reads them with entities, network and DTDs off (hostile case 85). Sources: RSS 2.0, Atom (RFC
4287), Media RSS, sitemaps.org and Google's image sitemaps, SVG 2.
"""

from collections.abc import Iterator
from html import escape

from lxml import etree

MAX_NODES = 200_000
"""Elements of one document that are read."""

_LINKS = frozenset({"link", "loc", "guid", "id", "uri", "comments", "origLink"})
_EMBEDS = frozenset({"url", "icon", "logo", "thumbnail_loc", "content_loc", "player_loc"})
_RESOURCES = frozenset({"enclosure", "content", "thumbnail", "image", "player"})
_HTML = frozenset({"description", "encoded", "content", "summary", "body"})
_ENTRIES = frozenset({"item", "entry", "url", "sitemap"})
_HEADINGS = frozenset({"title", "caption"})
_SVG = "{http://www.w3.org/2000/svg}svg"
_XHTML = "{http://www.w3.org/1999/xhtml}"


def as_html(body: bytes) -> str | None:
    """Rewrite an XML document as HTML; None when it is none, or XHTML, which an HTML parser reads.

    Every text is escaped, except the HTML that feeds carry in their entries. SVG comes back as it is.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is None or root.tag.startswith(_XHTML) or root.tag == "html":
        return None
    if root.tag == _SVG:
        return f"<!doctype html><body>{etree.tostring(root, encoding='unicode', with_tail=False)}"
    return f"<!doctype html>{_head(root)}<body>{''.join(_items(root))}"


def _head(root: etree._Element) -> str:
    title = next((element.text for element in root.iter("{*}title") if element.text), "")
    language = next((element.text for element in root.iter("{*}language") if element.text), "")
    return f'<html lang="{escape(language.strip())}"><title>{escape(title)}</title>'


def _items(root: etree._Element) -> Iterator[str]:
    for count, element in enumerate(root.iter(etree.Element)):
        if count >= MAX_NODES:
            return
        name = _local_name(element)
        text = (element.text or "").strip()
        if name in _ENTRIES and not text:
            yield "<hr>"
        href = element.get("href") or element.get("{http://www.w3.org/1999/xlink}href")
        if href:
            yield _link(href)
        source = element.get("url") or element.get("src")
        if source:
            yield _embed(source) if name in _RESOURCES else _link(source)
        if not text:
            continue
        yield from _text(element, name, text)


def _local_name(element: etree._Element) -> str:
    """Return the name without its namespace; mended documents have names that lxml itself refuses."""
    return str(element.tag).rpartition("}")[2]


def _text(element: etree._Element, name: str, text: str) -> Iterator[str]:
    parent = element.getparent()
    inside_image = parent is not None and _local_name(parent) == "image"
    if name in _HTML:
        yield f"<div>{text}</div>"
    elif name in _EMBEDS or (name == "loc" and inside_image):
        yield _embed(text)
    elif name in _LINKS and text.startswith(("http://", "https://", "/")):
        yield _link(text)
    elif name in _HEADINGS:
        yield f"<h2>{escape(text)}</h2>"
    else:
        yield f"<p>{escape(text)}</p>"


def _link(url: str) -> str:
    return f'<p><a href="{escape(url)}">{escape(url)}</a></p>'


def _embed(url: str) -> str:
    return f'<img src="{escape(url)}" alt="">'
