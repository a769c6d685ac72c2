"""Putting words on a terminal: hostile text is shown, never obeyed (hostile case 96)."""

import unicodedata

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

UNSAFE = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
"""Unicode categories that can move the cursor, hide or reorder text: escape sequences, bidi controls."""
JOINERS = frozenset("\u200c\u200d\u00ad")
"""Format characters that ordinary words need (Persian, Indic scripts, hyphenation)."""


def visible(text: str) -> str:
    """Return the text with every character that could act on a terminal written as its code."""
    if text.isprintable():
        return text
    return "".join(
        char
        if char in JOINERS or unicodedata.category(char) not in UNSAFE
        else char.encode("unicode_escape").decode("ascii")
        for char in text
    )


def told(error: Exception) -> Text:
    """Return an error's lines for Rich; a word that came from a file is shown, never obeyed."""
    return Text("\n".join(map(visible, str(error).splitlines())))


def words(text: str, style: str = "") -> Text:
    """Return text from outside for Rich: no markup, no control characters."""
    return Text(visible(text), style=style)


def line(console: Console, indent: int, text: str, style: str = "") -> None:
    """Print a line that stays under its beginning when a terminal has to break it; a pipe gets it whole."""
    if console.is_terminal:
        console.print(Padding(words(text, style=style), (0, 0, 0, indent), expand=False))
    else:
        console.print(words(" " * indent + text, style=style))


def output() -> Console:
    """Return the console for results: colours only on a terminal, lines unbroken in a pipe."""
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=200, soft_wrap=True)


def notices() -> Console:
    """Return the console for progress and remarks: it colours and breaks lines as `output` does."""
    console = Console(stderr=True, highlight=False)
    return (
        console if console.is_terminal else Console(stderr=True, highlight=False, width=200, soft_wrap=True)
    )
