"""Every report format there is: the modules of this folder that have a `READER`."""

import pkgutil
from functools import cache
from importlib import import_module

import crawler.reports
from crawler.reports.reader import Reader


@cache
def readers() -> tuple[Reader, ...]:
    """All readers, by id."""
    modules = (
        import_module(f"crawler.reports.{found.name}")
        for found in pkgutil.iter_modules(crawler.reports.__path__)
    )
    found = [module.READER for module in modules if hasattr(module, "READER")]
    return tuple(sorted(found, key=lambda reader: reader.id))
