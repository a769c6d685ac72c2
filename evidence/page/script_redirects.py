"""Where a page's scripts send every visitor at once, read without running them.

Known are assignments of text to `location` in its spellings, and calls of its `replace` and `assign`, where a
script comes to them without a condition: at its top level, in a function called on the spot, at load, or soon
after. What a click or a test leads to is no redirect.
"""

import re
from collections.abc import Iterator
from itertools import islice

import turbohtml
from tree_sitter import Node

from evidence.addresses.urls import resolve
from evidence.scripts.running import running
from evidence.scripts.syntax import MOST_SCRIPT, dotted, field, given, scripts_in
from evidence.scripts.texts import Scope

MOST_SCRIPTS = 20
COULD = re.compile(r"\blocation\b\s*(?:\.\s*href\s*)?=(?!=)|\blocation\s*\.\s*(?:replace|assign)\s*\(")
WINDOWS = ("", "window.", "document.", "self.", "top.", "parent.", "globalThis.", "window.top.")
LOCATIONS = frozenset(f"{window}location{href}" for window in WINDOWS for href in ("", ".href"))
CALLS = frozenset(f"{window}location.{name}" for window in WINDOWS for name in ("replace", "assign"))


def script_redirect(body: bytes | str, *, encoding: str, page_url: str, base_url: str) -> str:
    """Return the absolute address that the page's scripts lead to; empty when they lead nowhere else.

    Args:
        body: the page's HTML.
        encoding: in which `body` is written.
        page_url: a script that leads there reloads the page, which is no redirect.
        base_url: what relative addresses start from.
    """
    known = encoding if isinstance(body, bytes) else None
    document = turbohtml.parse(body, encoding=known, positions=False)
    for script in _scripts(document):
        scope = Scope()
        for node in running(script, scope):
            text = _leads(node, scope)
            url = resolve(text, base_url) if text else None
            if url and url.partition("#")[0] != page_url.partition("#")[0]:
                return url
    return ""


def _scripts(document: turbohtml.Document) -> Iterator[str]:
    """Yield the page's scripts that name a location, `onload` of the body among them."""
    texts = [*scripts_in(document), *(body.attr("onload") or "" for body in document.find_all("body"))]
    named = (text for text in texts if "location" in text)
    may = (text for text in named if COULD.search(text, 0, MOST_SCRIPT))
    yield from islice(may, MOST_SCRIPTS)


def _leads(node: Node, scope: Scope) -> str | None:
    """Return the address that an assignment or call leads to; None when it leads nowhere that is plain."""
    if node.type == "assignment_expression" and dotted(field(node, "left")) in LOCATIONS:
        return scope.text(field(node, "right"))
    is_call = node.type == "call_expression" and dotted(field(node, "function")) in CALLS
    return scope.text(given(node)[0]) if is_call and given(node) else None
