"""Feeds, sitemaps and SVG, read by lxml with everything dangerous switched off."""

import re
from dataclasses import replace

from lxml import etree

from evidence.finds import urls_in_text
from evidence.matching import Matcher
from evidence.model import Carrier, Kind, Visibility
from evidence.page_facts import PageFacts
from evidence.urls import resolve

NAMESPACE = re.compile(r"^\{.*\}")


def read_xml(
    body: bytes, facts: PageFacts, matcher: Matcher
) -> tuple[PageFacts, str, list[Carrier], list[str]]:
    """Return the facts with the title, the text, the property's carriers, and what cut the reading short.

    Entities are never expanded, nothing is loaded, depth is bounded by libxml2 (hostile case 85).
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    root = etree.fromstring(body, parser) if body.strip() else None
    if root is None:
        return facts, "", [], ["unreadable-xml"]
    texts: list[str] = []
    carriers: list[Carrier] = []
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        for attribute, value in (("", element.text or ""), *element.attrib.items()):
            local = NAMESPACE.sub("", str(attribute))
            carriers += _carriers(name, local, str(value), facts.base_url, matcher)
        texts += [part for part in (element.text, element.tail) if part and part.strip()]
    title = " ".join((root.findtext(".//{*}title") or "").split())
    cut = any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log)
    return (
        replace(facts, title=title[:1000]),
        " ".join(" ".join(texts).split()),
        carriers,
        ["parse-budget"] * cut,
    )


def _carriers(element: str, attribute: str, value: str, base_url: str, matcher: Matcher) -> list[Carrier]:
    if not matcher.may_name(value):
        return []
    found = []
    for raw in urls_in_text(value):
        url = resolve(raw, base_url)
        if url and matcher.match(url):
            kind = Kind.EMBED if element in {"image", "enclosure", "thumbnail"} else Kind.LINK
            found.append(
                Carrier(
                    kind=kind,
                    url=url,
                    raw=raw[:2000],
                    element=element,
                    attribute=attribute,
                    visibility=Visibility.VISIBLE,
                )
            )
    return found
