"""No version of a library with a known hole that a hostile server could use is installed, or may be."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FLOORS = {
    "lxml": "6.1.0",  # CVE-2026-41066
    "pillow": "13.0.0",  # CVE-2026-112403, CVE-2026-112398
    "protego": "0.6.2",  # CVE-2026-55520
    "scrapy": "2.17.0",  # CVE-2026-84366
    "soupsieve": "4.0.1",  # CVE-2026-126189
    "twisted": "26.4.0",  # CVE-2026-42304
}


def parts(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", text))


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_floors(name: str, floor: str) -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    (asked,) = [one for one in wanted if re.match(rf"{name}\b", one)]
    (least,) = re.findall(r">=([0-9.]+)", asked)
    assert parts(f"{least}.0.0")[:3] >= parts(floor)
    assert parts(version(name)) >= parts(floor)
