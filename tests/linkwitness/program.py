"""The program as a person calls it."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call of the program ended with."""

    code: int
    out: str
    err: str


def linkwitness(folder: Path, *words: str, given: bytes | None = None, **settings: str) -> Outcome:
    """Call the program in the folder, with its data there too."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LINKWITNESS_")}
    environment |= {f"LINKWITNESS_{name.upper()}": value for name, value in settings.items()}
    environment["PYTHONPATH"] = str(Path(__file__).resolve().parents[2])
    done = subprocess.run(
        [sys.executable, "-m", "linkwitness", *words],
        cwd=folder,
        input=given,
        stdin=None if given is not None else subprocess.DEVNULL,
        capture_output=True,
        env=environment,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())
