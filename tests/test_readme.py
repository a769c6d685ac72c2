"""The README is true: its commands run, and the verdict it prints is what the demonstration prints."""

import re
import shlex
from pathlib import Path

import pytest

from tests.linkwitness.program import linkwitness

README = (Path(__file__).resolve().parent.parent / "README.md").read_text()
COMMANDS = [
    line.removeprefix("$ linkwitness ")
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
    if line.startswith("$ linkwitness ")
]
REPORT = (
    "Referring page title\tReferring page URL\tTarget URL\tLeft context\tAnchor\tRight context\tType\n"
    "Pantano Orgullo rose petals candle Armstrong comentario\thttp://spammy-gallery.example/rose-petals-candle.html\t"
    "https://example.com/media/rose-petals-candle.jpg\t\tRose petals candle\t\timage\n"
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the files that the README's commands name."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "export.csv").write_text(REPORT)
    (folder / "Latest links.csv").write_text("Linking page,Last crawled\nhttp://blog.example/post,2026-01-02")
    (folder / "in-force.txt").write_text("domain:spam.example\n")
    (folder / "page.html").write_text('<p>see <a href="https://example.com/">this shop</a>')
    return folder


def test_every_command_runs_from_top_to_bottom(desk: Path) -> None:
    assert len(COMMANDS) >= 9
    for command in COMMANDS:
        words = shlex.split(command, comments=True)
        told = linkwitness(desk, *words, connect_to='{"example": "127.0.0.1:9"}', delay="0")
        assert told.code == 0, (command, told.err)


def test_the_printed_verdict_is_the_demonstrations(demonstration: tuple[Path, str]) -> None:
    (block,) = re.findall(r"```text\n(.*?)```", README, re.DOTALL)
    printed = demonstration[1].splitlines()
    assert [line for line in block.splitlines() if line not in printed] == []
