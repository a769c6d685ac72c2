"""Every plug-in says what it is; the table of signals in the docs is the one the code makes."""

import re
from pathlib import Path

import pytest

from analysis.export import Export
from analysis.plugins import exports, signals
from analysis.signal import Signal
from analysis.signal_table import PATH, signal_table
from tests.analysis.test_policy import NOBODY_HAS

ROOT = Path(__file__).resolve().parents[2]


def _files(folder: str) -> set[str]:
    return {path.stem.replace("_", "-") for path in (ROOT / "analysis" / folder).glob("[!_]*.py")}


def test_every_file_is_found_and_named_after_its_id() -> None:
    assert {signal.id for signal in signals()} == _files("signals")
    assert {export.id for export in exports()} == _files("exports")


@pytest.mark.parametrize("signal", signals(), ids=lambda signal: signal.id)
def test_signal_says_what_it_is(signal: Signal) -> None:
    for text in (signal.sees, signal.why, signal.lookalike):
        assert text.endswith(".")
        assert len(text) > 40
    assert signal.source
    assert not re.search(NOBODY_HAS, signal.source), f"readers cannot look up: {signal.source}"


@pytest.mark.parametrize("export", exports(), ids=lambda export: export.id)
def test_export_says_what_it_is(export: Export) -> None:
    assert export.title
    assert "." in export.file_name


def test_docs_table_is_current() -> None:
    assert (ROOT / PATH).read_text(encoding="utf-8") == signal_table(), "run: python -m analysis.signal_table"
