"""The disavow file in force is kept, added to, and never shortened by itself."""

from pathlib import Path
from typing import Any

import pytest

from analysis.exports.disavow import DisavowTooLongError
from linkwitness.disavow_in_force import continue_file, continued
from tests.analysis.exports.dossiers import dossier
from tests.linkwitness.program import linkwitness

BASE = "# agreed with the client\ndomain:old.test\n\nhttp://page.test/a\nDOMAIN: wrong.test\n"
SPAM = {"page_url": "https://spam.test/iris-k.html"}


def benign(url: str, host: str, presence: str) -> dict[str, Any]:
    return {"page_url": url, "host": host, "page_verdict": "benign", "presence": presence}


def test_what_is_there_stays_and_spam_comes_with_its_evidence() -> None:
    found = continued(BASE.encode(), dossier([SPAM]))
    assert found.text.startswith(BASE)
    assert found.text.removeprefix(BASE) == (
        "# https://spam.test/iris-k.html: Decided by one finding.\ndomain:spam.test\n"
    )
    assert [entry.text for entry in found.added] == ["domain:spam.test"]
    assert found.unreported == 3


def test_continued_again_nothing_changes() -> None:
    once = continued(BASE.encode(), dossier([SPAM])).text
    again = continued(once.encode(), dossier([SPAM]))
    assert again.text == once
    assert not again.added


@pytest.mark.parametrize("line", ["domain:spam.test", "DOMAIN:Spam.test", "domain:spam.test # glued"])
def test_what_is_disavowed_already_is_not_added(line: str) -> None:
    assert continued(f"{line}\n".encode(), dossier([SPAM])).text == f"{line}\n"


@pytest.mark.parametrize(
    ("rows", "removable"),
    [
        ([benign("http://a.old.test/x", "a.old.test", "absent")], [("domain:old.test", 1)]),
        ([benign("https://page.test/a", "page.test", "absent")], [("http://page.test/a", 1)]),
        (
            [benign("http://old.test/x", "old.test", seen) for seen in ("absent", "absent")],
            [("domain:old.test", 2)],
        ),
        ([benign("http://old.test/x", "old.test", seen) for seen in ("absent", "unknown")], []),
        ([benign("http://old.test/x", "old.test", seen) for seen in ("absent", "present")], []),
        ([benign("http://old.test/x", "old.test", "not visited")], []),
        ([benign("http://veryold.test/x", "veryold.test", "absent")], []),
        ([{"page_url": "https://old.test/x", "host": "old.test"}], []),
    ],
    ids=(
        "below the domain",
        "the page",
        "both",
        "one blocked",
        "one there",
        "not visited",
        "another",
        "spam",
    ),
)
def test_only_links_known_to_be_gone_can_be_taken_out(
    rows: list[dict[str, Any]], removable: list[tuple[str, int]]
) -> None:
    found = continued(BASE.encode(), dossier(rows))
    assert [(entry.text, links) for entry, links in found.removable] == removable
    assert found.text.startswith(BASE)


def test_more_than_google_takes_is_refused() -> None:
    base = "".join(f"domain:d{number}.test\n" for number in range(100_000))
    with pytest.raises(DisavowTooLongError):
        continued(base.encode(), dossier([SPAM]))


def test_the_file_in_force_is_not_touched(tmp_path: Path) -> None:
    base = tmp_path / "in-force.txt"
    base.write_text(BASE)
    continue_file(base, dossier([SPAM]), tmp_path / "next.txt")
    assert base.read_text() == BASE
    assert (tmp_path / "next.txt").read_text().startswith(BASE)


def test_on_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "in-force.txt").write_text(BASE)
    (tmp_path / "report.csv").write_text("http://old.test/x\n")
    linkwitness(tmp_path, "property", "add", "shop.test")
    linkwitness(tmp_path, "import", "report.csv")
    told = linkwitness(tmp_path, "export", "disavow", "--base", "in-force.txt", "--to", "out")
    assert "0 lines added" in told.out, told
    assert "2 lines in force are in no imported report" in told.out
    assert (tmp_path / "out" / "disavow.txt").read_text() == BASE
    wrong = linkwitness(tmp_path, "export", "csv", "--base", "in-force.txt", "--to", "out")
    assert wrong.code != 0
    assert "linkwitness export disavow --base FILE" in wrong.err
