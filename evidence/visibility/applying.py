"""What the style sheets of a page say for a desktop screen.

The contents of `@media` (where it holds), `@supports` and `@layer` are read in their place; other at-rules
never apply to boxes.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from turbohtml.cssom import StyleDeclaration, StyleRule

from evidence.visibility.conditions import supported
from evidence.visibility.media_queries import applies_to_desktop
from evidence.visibility.sheet_nodes import AtRule, Node, Patience
from evidence.visibility.sheet_reading import read
from evidence.visibility.tokens import tokens

DEEPEST = 8
"""At-rules inside at-rules that are followed."""
MOST_RULES = 100_000
"""Rules of a page that are read, whether they matter or not."""
UNLAYERED = 1_000_000
"""Number of what stands in no cascade layer: it wins over what does."""


Applying = tuple[StyleRule, int]
"""A rule that applies on a desktop screen, and its layer; bare, because pages have thousands."""


@dataclass
class Sheets:
    """All style sheets of a page, read in their order."""

    rules: list[Applying] = field(default_factory=list)
    animations: list[AtRule] = field(default_factory=list)
    """The rules that name keyframes."""
    is_cut: bool = False
    """Whether there was more to read than a page may have."""
    _patience: Patience = field(default_factory=Patience)
    _layers: dict[str, int] = field(default_factory=dict)
    """Numbers of the cascade layers, in the order in which they are first named."""

    def add(self, sheet: str, unless: Callable[[StyleDeclaration], bool] | None = None) -> None:
        """Read a sheet to its end, or as far as the page's share goes.

        Args:
            sheet: its source.
            unless: picks rules that do not count: sheets in `<noscript>` hide what scripts fill in for nearly
                all readers, but what they show scripts show, too.
        """
        before = len(self.rules)
        self._read(read(sheet, self._patience), UNLAYERED, DEEPEST)
        self.is_cut |= self._patience.is_out
        if unless is not None:
            self.rules[before:] = [one for one in self.rules[before:] if not unless(one[0].style)]

    def _read(self, nodes: Iterable[Node], layer: int, depth: int) -> None:
        for node in nodes:
            if len(self.rules) >= MOST_RULES:
                self.is_cut = True
                return
            if isinstance(node, StyleRule):
                self.rules.append((node, layer))
            elif not self._patience.allows(node.prelude):
                continue
            elif node.name.endswith("keyframes"):
                self.animations.append(node)
            elif node.name == "layer":
                if _names_layers(node.prelude):
                    inner = self._layer(node.prelude)
                    if "," not in node.prelude:  # several names have no block
                        self._read_inside(node, inner if layer == UNLAYERED else layer, depth)
            elif _holds(node):
                self._read_inside(node, layer, depth)

    def _read_inside(self, node: AtRule, layer: int, depth: int) -> None:
        if depth:
            self._read(node.content(), layer, depth - 1)

    def _layer(self, names: str) -> int:
        """Number the layers that are named here, or one without a name; return the last one's number."""
        known = self._layers
        found = [name.strip().partition(".")[0] for name in names.split(",")]
        return [known.setdefault(name or f"number {len(known)}", len(known)) for name in found][-1]


def _names_layers(prelude: str) -> bool:
    """Say whether there are names, or none, between `@layer` and its block; a browser drops any other."""
    return all(one.type == "ident" or one in (".", ",") for one in tokens(prelude))


def _holds(node: AtRule) -> bool:
    if node.name == "property":
        return True
    if node.name == "media":
        return applies_to_desktop(node.prelude)
    return node.name == "supports" and supported(node.prelude)
