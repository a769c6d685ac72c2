"""What an element is by itself: where it puts what is in it, what it hides, how it is laid out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import turbohtml

from evidence.model import Place, Visibility
from evidence.place import place_of
from evidence.remembering import remembered
from evidence.styles import Declared, Styles
from evidence.visibility import Hiding, display_of, hiding, shows_again

TELLING = ("class", "id", "role", "style", "hidden", "open")
"""Attributes that a look depends on; a marquee's width too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One element by its tag, attributes and the page's style elements."""

    hiding: Hiding | None
    place: Place | None
    begins_line: bool
    """Whether it begins and ends a line."""
    lays_out: bool
    """Whether it is a flex or grid container, whose children are boxes of their own."""
    shows_again: frozenset[str]
    """Properties by which it undoes a hiding around it, such as `visibility`."""


class Looks:
    """Looks at elements; pages repeat theirs, and sites each other's, so each kind is looked at once."""

    def __init__(self, styles: Styles, hidden_ids: frozenset[str]) -> None:
        """Scripts of the page hide the elements with `hidden_ids`."""
        self._styles = styles
        self._hidden_ids = hidden_ids

    def of(self, element: turbohtml.Element, tag: str, attributes: Mapping[str, str]) -> Look:
        """Return the look of an element; `tag` and `attributes` are its own."""
        sheet = self._styles.of(element)
        if sheet or tag == "marquee":
            look = _look(tag, attributes, sheet)
        else:
            look = _repeated(tag, *map(attributes.get, TELLING)) if attributes else _repeated(tag)
        if look.hiding is None and attributes.get("id") in self._hidden_ids:
            rule = f"a script hides the id {attributes['id']} (static reading)"
            return replace(look, hiding=Hiding(visibility=Visibility.SCRIPT_HIDDEN, rule=rule))
        return look


@remembered(16_384)
def _repeated(tag: str, *values: str | None) -> Look:
    pairs = zip(TELLING, values, strict=False)
    return _look(tag, {name: value for name, value in pairs if value is not None}, {})


def _look(tag: str, attributes: Mapping[str, str], sheet: Mapping[str, Declared]) -> Look:
    display = display_of(tag, attributes, sheet)
    return Look(
        hiding=hiding(tag, attributes, sheet),
        place=place_of(tag, attributes),
        begins_line=not display.startswith(("inline", "contents")),
        lays_out="flex" in display or "grid" in display,
        shows_again=shows_again(attributes, sheet),
    )
