"""Style sheets read in C by turbohtml, as long as that comes to what CSS Syntax 3 says.

turbohtml knows strings, escapes, comments and brackets, but passes over at-rules. CSS lets a rule have any
selector and a property any name, so an at-rule is written as a rule that declares all that is in its block
as one value: turbohtml gives that back as it stands, to be read the same way where it applies.

The patterns below stand because turbohtml leaves at-rules out without a word, and nearly every sheet has one:
tinycss2 for those with rarer ones alone would take nine times as long as all sheets do (docs/evidence.md).
They only mark; what they might mark wrongly, tinycss2 reads, and tests hold both readings against each other.

Two things send a sheet, or just the block that is concerned, to the exact reader: a construct that turbohtml
might read otherwise, and an opening brace that does not belong to any rule found.
"""

import re
from collections.abc import Callable, Iterable
from functools import partial

from turbohtml.cssom import StyleRule, StyleSheet

from evidence.visibility.exact_reading import read_block, read_sheet
from evidence.visibility.sheet_nodes import AtRule, Node, Patience, registered

AT, CONTENT = "\ufdd0", "\ufdd1"
"""Stand for the sign of at-rules and name what is in their blocks; no text may have these characters."""
_SINGLE = "charset|import|layer|namespace"
WITH_BLOCK = re.compile(r"@([\w-]++)(?!\\)([^{};*@]*)\{")
STATEMENT = re.compile(
    rf"@((?:{_SINGLE})(?![\w\\-]))((?:[^{{}};*@\"']++|\"[^\"@]*+\"|'[^'@]*+')*+);", re.IGNORECASE
)
_COMMENT, _JOINED = r"/\*(?:[^*]++|\*(?!/))*+\*/", r"[^\s{};,>]"
_INSIDE = rf"\\[^\r\n\f]|@(?!(?i:{_SINGLE}))"
_STRING = rf"\"(?:[^\"\\\r\n\f@]++|{_INSIDE})*+\"|'(?:[^'\\\r\n\f@]++|{_INSIDE})*+'"
FOREIGN = (AT, CONTENT, "<!--", "-->")
PLAIN = re.compile(
    rf"(?:[^\"'\\/(@]++|{_STRING}"
    rf"|/(?!\*)|(?<!{_JOINED}){_COMMENT}|{_COMMENT}(?!{_JOINED})|\\(?!/\*)[^\r\n\f]"
    r"|@(?=-?[a-zA-Z_]|--)|(?<=[\w%.=+\-])@"
    r"|\((?<![uU][rR][lL]\()|\((?=\s*+(?:[\"']|(?:[^\"'()\[{\\/]|/(?!\*))*+\))))*+"
)
"""A sieve: what it does not let through, too much rather than too little, tinycss2 reads.

Sheets without broken strings, odd addresses, comments between two words; nor has any what is foreign.
"""

UNREAD = re.compile(f"{_COMMENT}|{_STRING}")
"""What may hold a brace that opens nothing."""


def read(sheet: str, patience: Patience) -> Iterable[Node]:
    """Return the rules of a sheet, in their order."""
    sheet = sheet.strip().removeprefix("<!--")  # around it for browsers of long ago
    inside = sheet.removesuffix("-->").rstrip()
    sheet = inside if inside.endswith("}") else sheet
    is_plain = not any(sign in sheet for sign in FOREIGN) and PLAIN.fullmatch(sheet) is not None
    if not is_plain and patience.allows(sheet):
        return read_sheet(sheet)
    marked = WITH_BLOCK.sub(rf"{AT}\1 \2{{{CONTENT}:", sheet) if "@" in sheet else sheet
    if "@" in marked:
        marked = STATEMENT.sub(rf"{AT}\1 \2{{{CONTENT}}}", marked)
    return _read(marked, patience, read_sheet)


def _read(marked: str, patience: Patience, exactly: Callable[[str], Iterable[Node]]) -> Iterable[Node]:
    nodes: list[Node] = []
    contents: list[str] = []
    for rule in StyleSheet(marked).rules:
        head = rule.selector_text
        if AT not in head:
            nodes.append(rule)
        elif head[0] == AT:
            name, _, prelude = head[1:].partition(" ")
            contents.append(rule.style.get(CONTENT) or "")
            nodes.append(AtRule(name.lower(), prelude.strip(), _inside(name.lower(), rule, patience)))
    is_whole = any(
        _braces(marked, bare=bare) == len(nodes) + sum(_braces(one, bare=bare) for one in contents)
        for bare in (False, True)
    )
    if not is_whole and patience.allows(marked):
        return exactly(_unmarked(marked))
    return nodes


def _inside(name: str, rule: StyleRule, patience: Patience) -> Callable[[], Iterable[Node]]:
    """Return what reads the block of an at-rule that was written as a rule."""
    if name == "property":
        registering = rule.selector_text.partition(" ")[2].strip()
        return partial(registered, registering, rule.style.text.removeprefix(f"{CONTENT}:"))
    return partial(_read, rule.style.get(CONTENT) or "", patience, read_block)


def _braces(source: str, *, bare: bool) -> int:
    """Count opening braces, `bare` without those in comments and strings."""
    return (UNREAD.sub("", source) if bare else source).count("{")


def _unmarked(marked: str) -> str:
    with_blocks = marked.replace(f"{{{CONTENT}}}", ";").replace(f"{{{CONTENT}:", "{")
    return with_blocks.replace(AT, "@")
