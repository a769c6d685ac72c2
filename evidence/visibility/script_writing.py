"""Markup that scripts write into the page, and whether it hides what follows it (Cutts' blog, 2006).

`document.write('<div style="display:none">')` before links that stand in the page itself hides them from
readers, and not from programs that run no scripts.
"""

import turbohtml

from evidence.model import Visibility
from evidence.scripts.running import running
from evidence.scripts.syntax import called, dotted, given
from evidence.scripts.texts import Scope
from evidence.visibility.boxes import display_of
from evidence.visibility.hiding import hiding
from evidence.visibility.styles import inline

OPENS = (
    "sty", "hidden", "marquee", "noscript", "textarea", "template", "<!--", "fromCharCode", "unescape",
    "decodeURI", "atob", "\\x", "\\u", "\\7",
)  # fmt: skip
"""Pieces of scripts that may write a box which hides; all others are not read."""
SPLIT = ("'+", "' +", '"+', '" +')
"""Signs of texts in pieces, which may spell those otherwise; honest scripts take scripts apart so."""
LONGEST = 20_000
"""Characters of scripts that are read for it; those that write such boxes are short."""
AFTER = "what-follows"
"""Stands for what follows markup: it is in the boxes that the markup leaves open."""
DOCUMENTS = frozenset({"document", "window.document"})


def written(script: str) -> str:
    """Return the markup that a script writes where it stands, as far as it is made of literals."""
    is_plain = "document" in script and "write" in script
    if not is_plain and not ("eval" in script and "fromCharCode" in script):
        return ""
    scope = Scope()
    pieces: list[str] = []
    for node in running(script, scope):
        if node.type == "call_expression":
            thing, name = called(node)
            if name in {"write", "writeln"} and dotted(thing) in DOCUMENTS:
                pieces += [scope.text(one) or "" for one in given(node)]
    return "".join(pieces)


def may_open(script: str) -> bool:
    """Say whether a script has any of the pieces that a box which hides is made of."""
    if len(script) > LONGEST or ("write" not in script and "eval" not in script):
        return False
    pieces = OPENS if "<scr" in script else (*OPENS, *SPLIT)
    return any(piece in script for piece in pieces)


def opens_hidden_box(markup: str) -> bool:
    """Say whether markup leaves a box open that hides what follows it, or swallows it as text."""
    if "<" not in markup:
        return False
    document = turbohtml.parse(f"<body>{markup}<{AFTER}>")
    after = document.select_one(AFTER)
    if after is None:
        return not any(AFTER in one.text for one in document.select("script, style"))
    around = (one for one in after.ancestors if isinstance(one, turbohtml.Element))
    return any(map(_hides, around))


def _hides(element: turbohtml.Element) -> bool:
    """Say whether an element by itself keeps what is in it from being seen."""
    attributes = {name: element.attr(name) or "" for name in element.attrs}
    declared = inline(attributes.get("style", ""))
    values = {name: one.value for name, one in declared.items()}
    display = display_of(element.tag, attributes, values, is_item=False)
    hidden = hiding(element.tag, attributes, declared, display)
    return hidden is not None and hidden.visibility is not Visibility.COLLAPSED
