"""Custom properties put in where they are used (CSS Custom Properties 1).

What a page declares for its root, its body or all elements holds everywhere. What it declares for some
elements only holds in them, so a name that has another value there is left alone, but in a block that defines
what it uses: only other rules for the same elements can change that, and they are asked one by one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from heapq import nlargest
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

import tinycss2
from turbohtml.cssom import StyleDeclaration

from evidence.visibility.tokens import Tokens, inside, source_of, told

LONGEST = 40
"""Characters of a value that could hide; longer ones are shadows and pictures."""
LONGEST_USE = 1_000
"""Characters of declarations that are filled in."""
DEEPEST = 4
"""Names that stand for names which are followed."""


APART = tinycss2.parse_component_value_list(" ")
"""What keeps a value apart from the one that stands beside it."""
Values = Callable[[], Mapping[str, str]]
"""Tells the values of custom properties by name; asked only where one is used."""
MOST_VARIANTS = 20
"""Other rules that are asked about what one block defines."""


FOR_SOME, FOR_ROOT, FOR_BODY, FOR_ALL = range(4)
"""Of what holds everywhere, the last of these wins: it is declared nearest to the words."""
Weigh = Callable[[bool], Any]


class Definition(NamedTuple):
    """A custom property where it is declared; of those that hold everywhere the largest wins."""

    nearness: int
    """0 when it is for some elements only; else larger the nearer to the words."""
    weight: Any
    value: str
    selector: str
    is_used: bool
    """Whether its own block uses it, and so sets anew what it changes elsewhere."""


def defined_in(style: StyleDeclaration) -> Mapping[str, tuple[str, bool]]:
    """Return the custom properties of a block of declarations, each with its value and importance."""
    return {
        name: (style[name], style.important(name)) for name in style.properties() if name.startswith("--")
    }


@dataclass(frozen=True)
class Variables:
    """The custom properties of a page."""

    everywhere: Mapping[str, str]
    """Values by name; empty text where they differ by place."""
    for_each: Mapping[str, str]
    """Values by name that elements have which no other rule is for, whatever is around them."""
    for_some: Mapping[str, Sequence[Definition]]
    """Definitions by name, the heaviest ones, that change in some elements what other blocks make of it."""

    def inside(self, style: StyleDeclaration) -> Mapping[str, str]:
        """Return the values by name in a block of declarations."""
        own = {name: value for name, (value, _) in defined_in(style).items()}
        return {**self.everywhere, **self.for_each, **own}

    def variants(self, style: StyleDeclaration, weight: Weigh) -> Iterator[tuple[str, Mapping[str, str]]]:
        """Yield selectors of elements in which a block has other values than it defines, the heaviest last.

        Args:
            style: the block.
            weight: tells what a definition in the block weighs, by its importance.
        """
        found: defaultdict[tuple[Any, str], dict[str, str]] = defaultdict(dict)
        own = {name: weight(important) for name, (_, important) in defined_in(style).items()}
        used = [name for name in self.for_each if name in self.for_some and is_used_in(name, style.text)]
        for name in dict.fromkeys([*own, *used]):
            for one in self.for_some.get(name, ()):
                if name not in own or one.weight > own[name]:
                    found[one.weight, one.selector][name] = one.value
        for (_, selector), values in sorted(found.items(), key=itemgetter(0))[-MOST_VARIANTS:]:
            yield selector, {**self.inside(style), **values}


def settled(definitions: Iterable[tuple[str, Definition]], inline: AbstractSet[str]) -> Variables:
    """Return what all definitions of a page come to.

    Args:
        definitions: by rules.
        inline: names that style attributes define, for elements of which nobody asks.
    """
    found: defaultdict[str, list[Definition]] = defaultdict(list)
    for name, one in definitions:
        found[name].append(one)
    for_some = {name: heaviest for name, some in found.items() if (heaviest := _heaviest(some))}
    everywhere = {name: _value_everywhere(some) for name, some in found.items()}
    for_each = {name: max(some).value for name, some in found.items() if _is_for_each(some)}
    for name in inline & for_each.keys():
        del for_each[name]
        everywhere[name] = ""
    return Variables(everywhere, for_each, for_some)


def is_used_in(name: str, block: str) -> bool:
    """Say whether declarations use a custom property."""
    return f"var({name})" in block or f"var({name}," in block


def _heaviest(definitions: Iterable[Definition]) -> Sequence[Definition]:
    changing = (one for one in definitions if not one.nearness and not one.is_used)
    return nlargest(MOST_VARIANTS, changing, key=attrgetter("weight"))


def _is_for_each(definitions: Sequence[Definition]) -> bool:
    """Say whether each element has a value of its own."""
    winner = max(definitions)
    return winner.nearness == FOR_ALL and len(winner.value) <= LONGEST


def _value_everywhere(definitions: Sequence[Definition]) -> str:
    winner = max(definitions)
    differs = any(one.nearness == 0 and one.value != winner.value for one in definitions)
    return "" if differs or len(winner.value) > LONGEST else winner.value


def filled_in(source: str, known: Values) -> str:
    """Return declarations, or a value, with the values of custom properties in the place of their names.

    Args:
        source: what is declared.
        known: tells the values by name; an empty one is not known.
    """
    if "var(" not in source.lower() or len(source) > LONGEST_USE:
        return source
    filled = source_of(_filled(tinycss2.parse_component_value_list(source), known(), DEEPEST))
    return " ".join(filled.split()) or source


def _filled(values: Tokens, known: Mapping[str, str], depth: int) -> list[Any]:
    return [part for one in values for part in _put_in(one, known, depth)]


def _put_in(token: Any, known: Mapping[str, str], depth: int) -> Tokens:
    """Return what a token stands for."""
    arguments = inside(token)
    if not arguments or not depth:
        return [token]
    if token.type == "function" and token.lower_name == "var":
        name, fallback = told(arguments)[0], arguments[1 + arguments.index(",") :] if "," in arguments else ()
        value = known.get(name.value) if name.type == "ident" else ""
        meant = fallback if value is None else tinycss2.parse_component_value_list(value)
        filled = _filled(meant, known, depth - 1)
        return [*filled, *APART] if filled else [token]
    arguments[:] = _filled(arguments, known, depth - 1)
    return [token]
