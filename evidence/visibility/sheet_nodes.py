"""What a style sheet is made of."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from turbohtml.cssom import StyleDeclaration, StyleRule


class AtRule(NamedTuple):
    """A rule that says when, or in which layer, what is in it applies."""

    name: str
    """In lower case, without the sign."""
    prelude: str
    """What stands between the name and the block."""
    content: Callable[[], Iterable["Node"]]
    """Reads what is in its block, of a style rule around it included; nothing for one without a block."""


Node = StyleRule | AtRule


def registered(name: str, block: str) -> Iterator[StyleRule]:
    """Yield what `@property` gives a custom property at first, as a rule that any other wins over.

    One that is not inherited has its first value in every element that no rule is for (CSS Properties and
    Values 1).

    Args:
        name: of the property.
        block: source of the descriptors.
    """
    told = StyleDeclaration.parse(block)
    value = told.get("initial-value")
    if name.startswith("--") and value is not None:
        selector = "html" if told.get("inherits") == "true" else "*"
        yield StyleRule(selector, StyleDeclaration(((name, value, False),)))


@dataclass
class Patience:
    """What tinycss2, exact and slow, may still read of one page."""

    characters: int = 500_000
    """About half a second."""
    is_out: bool = False
    """Whether there was more to read."""

    def allows(self, source: str) -> bool:
        """Take the length of a source from what is left, if it is enough."""
        if len(source) > self.characters:
            self.is_out = True
            return False
        self.characters -= len(source)
        return True
