"""`linkwitness disavow`."""

import json
from pathlib import Path

from tests.linkwitness.program import linkwitness

IN_FORCE = "# asked them in May\ndomain:spam.example\nhttp://other.example/page\n"


def test_lint_names_the_line_and_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "disavow.txt").write_text(
        "domain: Spam.Example\ndomain:shop.test\ndomain:co.uk\ndomain:ok.example\n"
    )
    told = linkwitness(tmp_path, "disavow", "lint", "disavow.txt", "--own", "shop.test")
    assert told.code == 1
    assert "disavow.txt:1:" in told.out
    assert "→ domain:spam.example" in told.out
    assert "disavow.txt:2:" in told.out
    assert "disavow.txt:3:" in told.out
    assert "disavow.txt:4:" not in told.out


def test_lint_of_a_good_file_is_quiet_and_content(tmp_path: Path) -> None:
    (tmp_path / "disavow.txt").write_text(IN_FORCE)
    told = linkwitness(tmp_path, "disavow", "lint", "disavow.txt")
    assert (told.code, told.out) == (0, "2 entries, 0 remarks\n")


def test_diff_and_merge(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text(IN_FORCE)
    (tmp_path / "new.txt").write_text("domain:spam.example\ndomain:more.example\n")
    told = linkwitness(tmp_path, "disavow", "diff", "old.txt", "new.txt")
    assert "+ domain:more.example" in told.out
    assert "- http://other.example/page" in told.out
    found = json.loads(linkwitness(tmp_path, "disavow", "diff", "old.txt", "new.txt", "--json").out)
    assert [entry["value"] for entry in found["added"]] == ["more.example"]
    assert (len(found["removed"]), found["regrouped"], found["kept_count"]) == (1, [], 1)
    merged = linkwitness(tmp_path, "disavow", "merge", "old.txt", "new.txt").out
    assert merged.startswith(IN_FORCE)
    assert "domain:more.example" in merged
