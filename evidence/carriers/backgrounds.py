"""Pictures of the property that the page's own style sheets put behind elements.

Such a picture is seen where the elements are to which its rule applies, as if each said so itself.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from itertools import islice

import turbohtml

from evidence.addresses.matching import Matcher
from evidence.carriers import css_urls
from evidence.carriers.attributes import Found
from evidence.model import Kind
from evidence.visibility.styles import Styles

MOST = 100
"""Elements with such a picture that are noted; a pattern may stand behind every cell of a table."""
_GENERATED = re.compile(r"::?(?:before|after)\b", re.IGNORECASE)
"""Boxes that a rule makes inside the element it names."""

Backgrounds = Mapping[turbohtml.Element, list[Found]]


def backgrounds(document: turbohtml.Document, styles: Styles, matcher: Matcher) -> Backgrounds:
    """Return what rules that name the property put behind elements; nearly always nothing."""
    found: defaultdict[turbohtml.Element, list[Found]] = defaultdict(list)
    if any(_may_name(matcher, one.text) for one in document.find_all("style")):
        named = (one for one in styles.rules_as_written() if _may_name(matcher, one[1]))
        for selectors, text in islice(named, MOST):
            for element in styles.elements_of(_GENERATED.sub("", selectors))[: MOST - len(found)]:
                found[element] += [
                    Found("background", url, Kind.EMBED, lazy=False) for url in css_urls.urls(text)
                ]
    return found


def _may_name(matcher: Matcher, text: str) -> bool:
    return matcher.may_name(css_urls.with_letters(text))
