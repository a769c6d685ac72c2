"""Finding the commands: every module of this folder with a `COMMAND`."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import typer

import linkwitness.commands


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command of the program."""

    name: str
    """As typed."""
    run: Callable[..., Any] | typer.Typer
    """The function whose parameters are the options, or a group of commands."""
    order: int
    """Place in the help: the way through the house."""


def commands() -> tuple[Command, ...]:
    """Return every command, in the order of the help.

    The modules import their rooms only when they run, so that the help is there at once.
    """
    modules = (
        importlib.import_module(f"{linkwitness.commands.__name__}.{module.name}")
        for module in pkgutil.iter_modules(linkwitness.commands.__path__)
    )
    found = [module.COMMAND for module in modules if hasattr(module, "COMMAND")]
    return tuple(sorted(found, key=lambda command: command.order))
