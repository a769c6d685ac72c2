"""What is locked can be installed on every Python that the project says it runs on."""

import tomllib
from importlib.metadata import Distribution, distributions
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PYTHONS = ("3.11.5", "3.12.0", "3.13.0", "3.14.0")
NOT_LOCKED = {"linkwitness", "pip", "setuptools"}


def locked() -> dict[str, list[Requirement]]:
    """Return every locked package with its pins: several where they differ from one Python to another."""
    pins: dict[str, list[Requirement]] = {}
    for line in (ROOT / "requirements.lock").read_text().splitlines():
        if "==" in line and line[0].isalnum():
            pin = Requirement(line.removesuffix("\\"))
            pins.setdefault(canonicalize_name(pin.name), []).append(pin)
    return pins


def is_asked_for(pin: Requirement, python: str) -> bool:
    """Say whether a pin is installed on a Python of this machine's kind."""
    here = {**default_environment(), "python_full_version": python, "python_version": python[:4]}
    return pin.marker is None or pin.marker.evaluate({name: str(value) for name, value in here.items()})


@pytest.mark.parametrize("python", PYTHONS)
def test_every_package_runs_on(python: str) -> None:
    pins = locked()

    def refuses(one: Distribution) -> bool:
        mine = [pin for pin in pins[canonicalize_name(one.name)] if pin.specifier.contains(one.version)]
        runs_on = SpecifierSet(one.metadata["Requires-Python"] or "")
        return any(is_asked_for(pin, python) for pin in mine) and not runs_on.contains(python)

    installed = [one for one in distributions() if canonicalize_name(one.name) not in NOT_LOCKED]
    assert len(installed) > 100
    assert [one.name for one in installed if refuses(one)] == []


def test_the_oldest_python_is_one_of_them() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["requires-python"]
    assert asked == f">={PYTHONS[0]}"
