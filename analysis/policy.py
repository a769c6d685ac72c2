"""The numbers the analysis decides by: read from `policy.toml`, overridden per property."""

import difflib
import importlib.resources
import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from evidence.errors import LinkwitnessError

Section = Mapping[str, float]
"""The values of one signal, by name."""


class PolicyError(LinkwitnessError):
    """An override names no known value, or is no number; the message lists what there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Default:
    """One number with its reason."""

    value: float
    why: str
    source: str
    """A publication, an observation, or `ours` where no source gives a number."""
    like: str = ""
    """The number that it follows, as `harvest.hosts`; empty for one of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """All numbers in force."""

    sections: Mapping[str, Section]

    def __getitem__(self, section: str) -> Section:
        """Return the numbers of one signal or of `fusion`; empty for one that needs none."""
        return self.sections.get(section, {})


@cache
def defaults() -> Mapping[str, Mapping[str, Default]]:
    """Return the defaults with their reasons, by section and name."""
    text = importlib.resources.files("analysis").joinpath("policy.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    return {
        section: {name: _default(entry, tables) for name, entry in entries.items()}
        for section, entries in tables.items()
    }


def _default(entry: Mapping[str, Any], tables: Mapping[str, Any]) -> Default:
    section, _, name = entry.get("like", "").partition(".")
    return Default(**{**entry, "value": tables[section][name]["value"]} if section else entry)


def policy(overrides: Mapping[str, Mapping[str, float]] | None = None) -> Policy:
    """Return the defaults with some numbers replaced.

    Raises:
        PolicyError: an override names something that is not there.
    """
    values = {
        section: {name: entry.value for name, entry in entries.items()}
        for section, entries in defaults().items()
    }
    for section, numbers in (overrides or {}).items():
        for name, value in numbers.items():
            if name not in values.get(section, {}):
                raise PolicyError(f"the policy has no {section}.{name}; {_known(section, name)}")
            if isinstance(value, bool) or not isinstance(value, int | float) or math.isnan(value):
                raise PolicyError(f"policy {section}.{name} must be a number, not {value!r}")
            values[section][name] = value
    for section, entries in defaults().items():
        for name, entry in entries.items():
            if entry.like and name not in (overrides or {}).get(section, {}):
                followed, _, same = entry.like.partition(".")
                values[section][name] = values[followed][same]
    return Policy(sections=values)


def _known(section: str, name: str) -> str:
    """Say what there is instead of a name that nobody knows."""
    if section in defaults():
        return f"[{section}] has {', '.join(defaults()[section])}"
    asked = f"{section}.{name}"
    every = [f"{one}.{number}" for one, numbers in defaults().items() for number in numbers]
    near = difflib.get_close_matches(asked, every, n=3)
    meant = f"did you mean {' or '.join(near)}? " if near else ""
    return f"{meant}Its sections are {', '.join(defaults())}"


def policy_from(path: Path) -> Policy:
    """Return the defaults with the numbers of a TOML file in their place; see `overrides_from`.

    Raises:
        PolicyError: the file cannot be read, or names something that is not there.
    """
    return policy(overrides_from(path))


def overrides_from(path: Path) -> Mapping[str, Section]:
    """Read the numbers of a TOML file: a table a section, a line a number.

    Raises:
        PolicyError: the file cannot be read, or names something that is not there.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PolicyError(f"{path} cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PolicyError(f"{path}: {error}") from error
    loose = next((name for name, table in tables.items() if not isinstance(table, dict)), None)
    if loose is not None:
        raise PolicyError(f"{path}: {loose} stands in no section; write [fusion] above it, for example")
    try:
        policy(tables)
    except PolicyError as error:
        raise PolicyError(f"{path}: {error}") from error
    return tables
