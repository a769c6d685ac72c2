"""`linkwitness inspect`: the evidence of one page, for people and programs."""

import gzip
import json
from pathlib import Path

import pytest

from tests.linkwitness.program import linkwitness

PAGE = (
    '<html lang="de"><title>Sponsoren</title><p>Danke an unseren Sponsor '
    '<a href="https://shop.test/media/flakon.jpg"><img src="https://shop.test/media/flakon-300x200.jpg" '
    'alt="Der Flakon"></a> aus der Altstadt'
)
ARGUMENTS = (
    "--url",
    "https://club.test/x",
    "--property",
    "shop.test",
    "--target",
    "https://shop.test/media/flakon.jpg",
)


def test_the_whole_evidence_as_json(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    told = linkwitness(tmp_path, "inspect", "page.html", *ARGUMENTS, "--json")
    evidence = json.loads(told.out)
    link, embed = evidence["references"]
    assert (link["carrier"]["kind"], link["level"], embed["carrier"]["kind"], embed["level"]) == (
        "link", "L0", "embed", "L3",
    )  # fmt: skip
    assert link["carrier"]["left"]["words"] == ["Danke", "an", "unseren", "Sponsor"]
    assert link["carrier"]["right"]["words"] == ["aus", "der", "Altstadt"]
    assert link["carrier"]["anchor"] == "Der Flakon"


@pytest.mark.parametrize("packed", [False, True])
def test_files_plain_and_packed_and_standard_input(tmp_path: Path, *, packed: bool) -> None:
    body = gzip.compress(PAGE.encode()) if packed else PAGE.encode()
    (tmp_path / "page").write_bytes(body)
    assert "Danke an unseren Sponsor [1]" in linkwitness(tmp_path, "inspect", "page", *ARGUMENTS).out
    if not packed:
        assert "Danke an" in linkwitness(tmp_path, "inspect", "-", *ARGUMENTS, given=body).out


def test_a_person_is_told_in_words_how_near_and_where(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    told = linkwitness(tmp_path, "inspect", "page.html", *ARGUMENTS).out
    assert "2 references to the property" in told
    assert "[1] link, the exact address (L0), visible, in the main part, <a href>" in told
    assert "[2] embed, the picture in another size (L3), visible" in told


def test_hostile_text_is_shown_not_obeyed(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<title>a\x1b]0;owned\x07b</title><p>\u202eback [red]x[/red]")
    told = linkwitness(tmp_path, "inspect", "page.html", *ARGUMENTS)
    assert "\x1b" not in told.out
    assert "\u202e" not in told.out
    assert "[red]x[/red]" in told.out


def test_a_missing_file_is_one_clear_line(tmp_path: Path) -> None:
    told = linkwitness(tmp_path, "inspect", "nowhere.html")
    assert told.code == 1
    assert "nowhere.html cannot be read" in told.err


def test_an_address_that_does_not_exist(tmp_path: Path) -> None:
    told = linkwitness(tmp_path, "inspect", "http://nobody.invalid/x", "--property", "shop.test")
    assert told.code == 1
    assert "could not be read: the name was not found (dns" in told.err


def test_an_address_that_nobody_may_visit_is_said_in_words(tmp_path: Path) -> None:
    told = linkwitness(tmp_path, "inspect", "http://127.0.0.1/", "--property", "shop.test")
    assert told.code == 1
    assert "could not be read: not a public address (blocked address)" in told.err
