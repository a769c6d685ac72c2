"""Finding the signals and the exports: every module of their folders with a `SIGNAL` or an `EXPORT`."""

import importlib
import pkgutil
from functools import cache
from types import ModuleType
from typing import TypeVar

import analysis.exports
import analysis.signals
from analysis.export import Export
from analysis.signal import Signal

Plugin = TypeVar("Plugin")


@cache
def signals() -> tuple[Signal, ...]:
    """Return every signal, by id."""
    return tuple(sorted(_found(analysis.signals, "SIGNAL", Signal), key=lambda signal: signal.id))


@cache
def exports() -> tuple[Export, ...]:
    """Return every export, by id."""
    return tuple(sorted(_found(analysis.exports, "EXPORT", Export), key=lambda export: export.id))


def _found(folder: ModuleType, name: str, kind: type[Plugin]) -> list[Plugin]:
    modules = (
        importlib.import_module(f"{folder.__name__}.{module.name}")
        for module in pkgutil.iter_modules(folder.__path__)
    )
    return [plugin for module in modules if isinstance(plugin := getattr(module, name, None), kind)]
