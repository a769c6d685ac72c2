"""The program as a person calls it."""

import os
from dataclasses import dataclass
from pathlib import Path

from tests.forked import ROOT, Forked, fork

LOADED = ("analysis", "crawler", "evidence", "linkwitness", "migrations", "review", "store")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call of the program ended with."""

    code: int
    out: str
    err: str


def linkwitness(folder: Path, *words: str, given: bytes = b"", **settings: str) -> Outcome:
    """Call the program in the folder, with its data there too."""
    program = started(folder, *words, given=given, **settings)
    return Outcome(program.wait(), *program.written())


def started(folder: Path, *words: str, given: bytes = b"", **settings: str) -> Forked:
    """Start the program in the folder."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LINKWITNESS_")}
    environment |= {f"LINKWITNESS_{name.upper()}": value for name, value in settings.items()}
    environment["PYTHONPATH"] = str(ROOT)
    return fork("linkwitness", words, loaded=LOADED, folder=folder, environment=environment, given=given)
