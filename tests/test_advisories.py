"""No version of a library with a known hole that a hostile server could use is installed, or may be."""

import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.version import Version

ROOT = Path(__file__).parents[1]
FLOORS = {
    "lxml": "6.1.0",  # CVE-2026-41066
    "pillow": "13.0.0",  # CVE-2026-112403, CVE-2026-112398
    "protego": "0.6.2",  # CVE-2026-55520
    "scrapy": "2.17.0",  # CVE-2026-84366
    "soupsieve": "4.0.1",  # CVE-2026-126189
    "twisted": "26.4.0",  # CVE-2026-42304
}


PACKAGES = ("analysis", "crawler", "eval", "evidence", "linkwitness", "migrations", "review", "store")
WANTED = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
LOCKED = [
    line.removesuffix("\\")
    for line in (ROOT / "requirements.lock").read_text().splitlines()
    if line and not line.startswith((" ", "#"))
]
"""The lines that name a version; those that begin with a space hold its hashes."""


def specifier(name: str, lines: list[str]) -> SpecifierSet:
    (asked,) = [one for line in lines if (one := Requirement(line)).name.casefold() == name]
    return asked.specifier


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_floors(name: str, floor: str) -> None:
    (least,) = [one.version for one in specifier(name, WANTED) if one.operator == ">="]
    (locked,) = [one.version for one in specifier(name, LOCKED) if one.operator == "=="]
    for found in (least, locked, version(name)):
        assert Version(found) >= Version(floor)


def test_the_parser_of_python_itself_is_used_nowhere() -> None:
    """CVE-2025-6069 and CVE-2026-15308: an unclosed tag costs it a minute, and its holes are Python's to mend."""
    using = [
        path
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        if "html.parser" in path.read_text() or "HTMLParser" in path.read_text()
    ]
    assert using == []
