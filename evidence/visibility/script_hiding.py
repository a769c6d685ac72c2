"""What a page's scripts hide, read without running them (Cutts' blog on hidden links, 2006).

Three shapes are known: a `document.write` that opens a hidden box around links which stand in the page
itself, also spelled with `String.fromCharCode`; a script that hides an element by its id; a script that makes
a style sheet with a rule for that id.
"""

import re
from collections.abc import Iterator

import turbohtml

from evidence.visibility.declared_hiding import could_hide_inline

MOST_TEXT = 200_000
"""Characters of one script that are read."""
WRITE = re.compile(r"document\s*\.\s*write(?:ln)?\s*\(([^;]{1,4000})")
CODES = re.compile(r"String\s*\.\s*fromCharCode\s*\(([\d\s,]{1,3000})\)")
LITERAL = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'")
STYLED_ID = re.compile(
    r"getElementById\s*\(\s*[\"']([^\"'\n]{1,100})[\"']\s*\)\s*\.\s*style\s*\.\s*"
    r"(?:display|visibility)\s*=\s*[\"']([a-z-]{0,20})[\"']"
)
"""An id and what a script makes of its element."""
AFTER = "what-follows"
"""Stands for what follows markup: it is in the boxes that the markup leaves open."""
HIDING = frozenset({"none", "hidden"})
STEP = re.compile(rf"[{{}}]|{STYLED_ID.pattern}")
ON_DEMAND = re.compile(r"click|mouse|touch|key|scroll|submit|focus|blur|toggle|close|dismiss", re.IGNORECASE)
"""What stands before a block that runs only when a reader does something, such as closing a banner."""
LONGEST_HEAD = 100
"""Characters before a block that say when it runs."""
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
    after = turbohtml.parse(f"{markup}<{AFTER}>").select_one(AFTER)
    around = after.ancestors if after is not None else ()
    return any(
        isinstance(one, turbohtml.Element) and could_hide_inline(one.attr("style") or "") for one in around
    )


def hidden_ids(document: turbohtml.Document) -> frozenset[str]:
    """Name the ids that the page's own scripts hide and do not show as well: those are tabs and menus."""
    texts = (one.text[:MOST_TEXT] for one in document.find_all("script"))
    told = [one for text in texts for one in _hidden_in(text)]
    return frozenset(id for id, _ in told).difference([id for id, hides in told if not hides])


def _hidden_in(script: str) -> Iterator[tuple[str, bool]]:
    """Yield ids that a script hides or shows, and which of both."""
    if "getElementById" in script and STYLED_ID.search(script):
        yield from _styled_at_load(script)
    if "createElement" in script or "insertRule" in script:
        yield from ((rule[1], True) for rule in MADE_RULE.finditer(script) if could_hide_inline(rule[2]))


def _styled_at_load(script: str) -> Iterator[tuple[str, bool]]:
    """Yield ids whose elements a script shows, or hides without waiting for the reader."""
    heads: list[str] = []
    begin = 0
    for step in STEP.finditer(script):
        if step[0] == "{":
            heads.append(script[max(begin, step.start() - LONGEST_HEAD) : step.start()])
        elif step[0] == "}":
            del heads[-1:]
        else:
            hides = step[2] in HIDING
            if not hides or not any(map(ON_DEMAND.search, heads)):
                yield step[1], hides
        begin = step.end()


def _from_codes(codes: str) -> str:
    numbers = (int(code) for code in codes.split(",") if code.strip().isdigit())
    return "".join(chr(number) for number in numbers if number < 0xD800)
