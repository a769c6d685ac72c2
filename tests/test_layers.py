"""The house keeps its floors: the contracts of pyproject.toml hold, and they cover every room."""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = {"analysis", "crawler", "evidence", "linkwitness", "migrations", "review", "store"}


def test_every_import_keeps_to_its_floor() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_room_is_checked_and_shipped() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert set(project["tool"]["importlinter"]["root_packages"]) == ROOMS
    assert set(project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]) == ROOMS
    assert {path.parent.name for path in ROOT.glob("*/__init__.py")} - {
        "benchmarks",
        "eval",
        "tests",
    } == ROOMS
