"""What is in an element inherits from it and from what is around it."""

from dataclasses import replace

from evidence.model import Visibility
from evidence.seen import INDENT, OF_LETTERS, Around, FirstLine
from evidence.visibility.hiding import Hiding
from evidence.visibility.looks import SILENT, Look
from evidence.visibility.script_writing import may_open, opens_hidden_box, written

WRITTEN = "document.write opens a hidden box (static reading)"
HEAVIER = {
    Visibility.INERT: 4,
    Visibility.HIDDEN: 3,
    Visibility.SCRIPT_HIDDEN: 2,
    Visibility.SCREEN_READER: 1,
    Visibility.COLLAPSED: 0,
    Visibility.LAZY: -1,
}
"""Of two rules around an element, which one decides."""
LETTERS = -0.5
"""The same for those that only take letters away."""


def inside(tag: str, look: Look, outer: Around) -> Around:
    """Return what the inside of an element inherits: mostly just what is around it."""
    own, hidden = look.hiding, outer.hiding
    if hidden is not None and look.shows_again and hidden.rule.startswith(tuple(look.shows_again)):
        hidden = None
    if tag == "summary" and outer.folding:
        hidden = outer.beyond
    if own is not None:
        hidden = own if hidden is None or _weight(own) > _weight(hidden) else hidden
    place = look.place or outer.place
    silent = outer.silent or tag in SILENT
    if hidden is outer.hiding and place is outer.place and silent is outer.silent and tag != "details":
        return outer
    is_indented = hidden is own and own is not None and own.rule.startswith(INDENT)
    around = Around(
        hiding=hidden,
        place=place,
        silent=silent,
        mute=silent or _is_unread(hidden),
        undrawn=silent or look.undrawn or outer.undrawn,
        indented=FirstLine() if is_indented else outer.indented if hidden is outer.hiding else None,
    )
    if tag != "details":
        return around
    folds = own is None or own.visibility is Visibility.COLLAPSED
    return replace(around, folding=True, beyond=outer.hiding if folds else hidden)


def on_new_line(tag: str, look: Look, around: Around, outer: Around) -> Around:
    """End the line that an indent moves, and return what a block in it inherits: a first line of its own."""
    if look.in_flow and outer.indented is not None:
        outer.indented.is_over = True
    return (
        replace(around, indented=FirstLine(of_link=tag == "a"))
        if around.indented is outer.indented
        else around
    )


def _weight(hiding: Hiding) -> float:
    """Return what a rule weighs; one of letters leaves other things in sight, so it counts last."""
    return LETTERS if hiding.rule.startswith(OF_LETTERS) else HEAVIER[hiding.visibility]


def inside_played(tag: str, around: Around) -> Around:
    """Return what the inside of a player or canvas inherits, or of a gauge: no browser of today shows it."""
    hidden = Hiding(visibility=Visibility.INERT, rule=f"what <{tag}> shows to old browsers")
    return around if around.hiding is not None else replace(around, hiding=hidden, mute=True)


def inside_framed(around: Around, outer: Around) -> Around:
    """Return what a page in a frame's attribute inherits: frames are silent, such pages are not."""
    mute = outer.silent or _is_unread(around.hiding)
    return replace(around, silent=outer.silent, mute=mute, undrawn=outer.undrawn)


def after_script(script: str, around: Around) -> Around:
    """Return what the siblings after a script inherit, when it writes the start or end of a hidden box."""
    if around.hiding is None and may_open(script) and opens_hidden_box(written(script)):
        return replace(around, hiding=Hiding(visibility=Visibility.SCRIPT_HIDDEN, rule=WRITTEN))
    is_written = around.hiding is not None and around.hiding.rule == WRITTEN
    if is_written and written(script).lstrip().startswith("</"):
        return replace(around, hiding=None)
    return around


def _is_unread(hiding: Hiding | None) -> bool:
    """Say whether words go: they stay where only a script or a class to be read aloud hides or fades them."""
    if hiding is None or hiding.visibility in {Visibility.SCRIPT_HIDDEN, Visibility.LAZY}:
        return False
    return hiding.visibility is not Visibility.SCREEN_READER or not hiding.rule.startswith("class of")
