"""The front door: help, errors, settings."""

import os
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from linkwitness.commands.registry import commands
from tests.linkwitness.program import linkwitness

COMMANDS = {
    "run", "property", "import", "crawl", "analyse", "show", "export", "recrawl", "inspect", "db", "discover",
    "disavow",
}  # fmt: skip
HEAVY = {"scrapy", "sqlalchemy", "polars", "pydantic", "turbohtml", "lxml"}
"""What the help must not wait for."""


def test_every_command_is_there() -> None:
    assert {command.name for command in commands()} >= COMMANDS


def test_the_help_says_of_every_command_what_it_does_in_whole_words(tmp_path: Path) -> None:
    listed = linkwitness(tmp_path, "--help").out.partition("Commands:")[2].splitlines()[1:]
    assert len(listed) == len(commands())
    assert [line for line in listed if not line.endswith(".") or line.endswith("...")] == []


@pytest.mark.parametrize("group", ["property", "disavow", "db"])
def test_the_help_of_a_group_does_so_too(group: str, tmp_path: Path) -> None:
    listed = linkwitness(tmp_path, group, "--help").out.partition("Commands:")[2].splitlines()[1:]
    assert listed
    assert [line for line in listed if not line.endswith(".") or line.endswith("...")] == []


def test_options_say_what_they_take_in_words_and_not_in_types(tmp_path: Path) -> None:
    typed = {
        (command.name, line.strip())
        for command in commands()
        for line in linkwitness(tmp_path, command.name, "--help").out.splitlines()
        if re.match(r"  --\S+ <", line)
    }
    assert typed == set()


def test_the_version_is_told(tmp_path: Path) -> None:
    told = linkwitness(tmp_path, "--version")
    assert (told.code, told.out) == (0, f"linkwitness {version('linkwitness')}\n")


@pytest.mark.parametrize("name", sorted(COMMANDS - {"property", "db", "disavow"}))
def test_every_command_explains_itself_with_an_example(name: str, tmp_path: Path) -> None:
    told = linkwitness(tmp_path, name, "--help")
    assert told.code == 0
    assert re.search(rf"Example: linkwitness {name}\b", told.out)


KEPT = "dirty_decay_ms:1000,muzzy_decay_ms:0"


@pytest.mark.parametrize(
    ("given", "used"), [({}, KEPT), ({"_RJEM_MALLOC_CONF": "tcache:false"}, "tcache:false")]
)
def test_polars_keeps_its_memory_from_step_to_step(given: dict[str, str], used: str) -> None:
    code = "import linkwitness, os, polars; print(os.environ['_RJEM_MALLOC_CONF'])"
    environment = {name: value for name, value in os.environ.items() if name != "_RJEM_MALLOC_CONF"} | given
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert used in done.stdout
    assert (KEPT in done.stdout) is not bool(given)


def test_the_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from linkwitness.__main__ import build; build();"
        f"print(sorted({HEAVY!r} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("crawl",), "no property is known yet"),
        (("show", "x.test"), "no property is known yet"),
        (("property", "show", "x.test"), "no property 'x.test'"),
        (("property", "add", "co.uk"), "public suffix"),
        (("property", "add", "nonsense"), "is no domain"),
        (("recrawl",), "nothing to visit"),
        (("--store", "nonsense://x", "property", "show"), "write sqlite:///linkwitness.db or postgresql://"),
        (("analyse", "--policy", "nowhere.toml"), "nowhere.toml cannot be read: No such file"),
        (
            ("inspect", "page.html", "--url", "nonsense"),
            "such as https://blog.example/post, not nonsense",
        ),
    ],
)
def test_errors_are_one_line_that_names_the_remedy(words: tuple[str, ...], says: str, tmp_path: Path) -> None:
    told = linkwitness(tmp_path, *words)
    assert told.code == 1
    assert says in told.err
    assert "Traceback" not in told.err


def test_a_folder_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    """Hostile case 113; for root, no folder is write-protected, but a system file is no folder."""
    told = linkwitness(tmp_path, "property", "add", "shop.example", data="/proc/version")
    assert told.code == 1
    assert "/proc/version" in told.err
    assert len(told.err.splitlines()) == 1


def test_a_wrong_setting_is_named(tmp_path: Path) -> None:
    told = linkwitness(tmp_path, "property", "show", delay="soon")
    assert told.code == 1
    assert "delay" in told.err


def test_settings_that_are_no_toml_are_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "linkwitness.toml").write_text("delay soon\n")
    told = linkwitness(tmp_path, "property", "show")
    assert (told.code, told.err.count("\n")) == (1, 1)
    assert "linkwitness.toml is no TOML" in told.err


def test_a_place_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    linkwitness(tmp_path, "property", "add", "shop.test")
    (tmp_path / "taken").write_text("http://blog.example/post\n")
    told = linkwitness(tmp_path, "export", "csv", "--to", "taken")
    assert (told.code, told.err.count("\n")) == (1, 1)
    assert "taken cannot be made: File exists; name another one with --to" in told.err
    told = linkwitness(tmp_path, "import", "taken", "--errors", "/proc/nowhere/errors.csv")
    assert (told.code, told.err) == (1, "linkwitness: /proc/nowhere/errors.csv: No such file or directory\n")


def test_settings_come_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "linkwitness.toml").write_text('data = "elsewhere"\n')
    assert linkwitness(tmp_path, "property", "add", "shop.test").code == 0
    assert (tmp_path / "elsewhere" / "linkwitness.db").exists()


@pytest.mark.parametrize("words", [("bogus",), ("crawl", "--bogus"), ("import", "nowhere.csv"), ("show",)])
def test_a_wrong_call_is_explained(words: tuple[str, ...], tmp_path: Path) -> None:
    told = linkwitness(tmp_path, *words)
    assert told.code == 2
    assert "Usage:" in told.err
    assert "Traceback" not in told.err
