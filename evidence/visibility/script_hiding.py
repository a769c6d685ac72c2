"""What a page's scripts hide, read without running them (Cutts' blog on hidden links, 2006).

Three shapes are known: a `document.write` that opens a hidden box around links which stand in the page
itself, also spelled with `String.fromCharCode`; a script that hides an element by its id; a script that makes
a style sheet with a rule for that id.
"""

import re
from collections.abc import Iterator

import turbohtml

from evidence.visibility.hiding import could_hide_inline

MOST_TEXT = 200_000
"""Characters of one script that are read."""
WRITE = re.compile(r"document\s*\.\s*write(?:ln)?\s*\(([^;]{1,4000})")
CODES = re.compile(r"String\s*\.\s*fromCharCode\s*\(([\d\s,]{1,3000})\)")
LITERAL = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'")
HIDDEN_ID = re.compile(
    r"getElementById\s*\(\s*[\"']([^\"'\n]{1,100})[\"']\s*\)\s*\.\s*style\s*\.\s*"
    r"(?:display\s*=\s*[\"']none[\"']|visibility\s*=\s*[\"']hidden[\"'])"
)
"""An id and the style that hides its element."""
MADE_RULE = re.compile(r"#([A-Za-z][\w-]{0,99})\s*\{([^{}]{1,500})\}")
"""A rule for one id in a style sheet that a script makes."""


def written(script: str) -> Iterator[str]:
    """Yield the markup of each `document.write` whose argument is made of literals and character codes."""
    if "document" not in script:
        return
    for call in WRITE.finditer(script[:MOST_TEXT]):
        readable = CODES.sub(lambda codes: repr(_from_codes(codes[1])), call[1])
        yield "".join((one[1] or one[2] or "").replace("\\", "") for one in LITERAL.finditer(readable))


def opens_hidden_box(markup: str) -> bool:
    """Say whether markup leaves a box open that hides what follows it."""
    if "<" not in markup:
        return False
    stays_open = markup.count("</") < markup.count("<") - markup.count("</")
    return stays_open and any(
        could_hide_inline(one.attr("style") or "") for one in turbohtml.parse(markup).find_all()
    )


def hidden_ids(document: turbohtml.Document) -> frozenset[str]:
    """Name the ids that the page's own scripts hide."""
    texts = (one.text[:MOST_TEXT] for one in document.find_all("script"))
    return frozenset(id for text in texts for id in _hidden_in(text))


def _hidden_in(script: str) -> Iterator[str]:
    if "getElementById" in script:
        yield from (match[1] for match in HIDDEN_ID.finditer(script))
    if "createElement" in script or "insertRule" in script:
        yield from (rule[1] for rule in MADE_RULE.finditer(script) if could_hide_inline(rule[2]))


def _from_codes(codes: str) -> str:
    numbers = (int(code) for code in codes.split(",") if code.strip().isdigit())
    return "".join(chr(number) for number in numbers if number < 0xD800)
