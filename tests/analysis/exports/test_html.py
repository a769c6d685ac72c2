"""The summary: self-contained, script-free, everything foreign escaped."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from analysis.exports import html
from analysis.exports.html import page
from tests.analysis.exports.dossiers import CLAIM, FINDING, LINK, VISIT, dossier


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def _read() -> _Reader:
    reader = _Reader()
    reader.feed(page(dossier()))
    return reader


def test_nothing_runs_and_nothing_is_loaded() -> None:
    tags = _read().tags
    assert not {tag for tag, _ in tags} & {"script", "img", "link", "iframe", "a", "object", "form", "base"}
    assert not [name for _, attributes in tags for name in attributes if name.startswith("on")]
    policies = [attributes["content"] for tag, attributes in tags if attributes.get("http-equiv")]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"]
    assert "url(" not in page(dossier())
    assert "@import" not in page(dossier())


def test_quotes_are_shown_as_text() -> None:
    assert "<script>alert(1)</script>" in _read().text


def test_no_flagged_domain_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    (case,) = dossier().flagged
    others = [replace(case, domain=f"other{number}.test") for number in range(3)]
    monkeypatch.setattr(html, "SHOWN", 1)
    text = page(replace(dossier(), flagged=(case, *others)))
    assert "3 more, in short" in text
    short = text[text.index("3 more, in short") :]
    for other in others:
        assert other.domain in short
    assert short.count("The address names your image.") == 3
    assert "&lt;script&gt;" in short
    assert "<script>" not in short


@pytest.mark.parametrize(
    ("seen", "told"),
    [
        ({"backlinks": 0, "unvisited": 0}, "No report was imported yet"),
        ({"unvisited": 8}, "None of 8 reported backlinks was visited yet"),
        ({"decided_at": None}, "was not analysed yet"),
        ({}, "Nothing asks for a look"),
    ],
)
def test_what_nobody_looked_at_is_not_called_clean(seen: dict[str, Any], told: str) -> None:
    given = dossier()
    counts = {"backlinks": 8, "flagged_count": 0, **seen}
    assert told in page(replace(given, flagged=(), overview=replace(given.overview, **counts)))


def test_tells_the_case() -> None:
    text = re.sub(r"\s+", " ", _read().text)
    assert "1 referring domain is spam" in text
    for said in (
        "Who really links to shop.test",
        "there: shown on the page1",
        "not there: the page shows the home page1",
        "could not be seen: the server refuses robots3",
        "The address names your image.",
        "five words to the left",
        "left: -9999px",
        "ended at https://spam.test/",
        "archived in crawl-1.warc.gz, 812 bytes from 4096",
        "“Iris”, export.csv line 2",
        "Of 8 reported backlinks 3 could not be seen and 1 was not visited yet: nothing is said about those.",
        "undecidedToo little could be seen to say anything: neither spam nor clean.",
    ):
        assert said in text, said


def _case_with(**changes: Any) -> str:
    """Give the text of the summary of one case whose page differs from the ordinary one."""
    given = dossier()
    (case,) = given.flagged
    pages = (replace(case.pages[0], **changes),)
    reader = _Reader()
    reader.feed(page(replace(given, flagged=(replace(case, pages=pages),))))
    return re.sub(r"\s+", " ", reader.text)


def test_what_speaks_against_spam_is_told_beside_what_speaks_for_it() -> None:
    against = replace(FINDING, signal="gallery-page", score=0.0, decisive=False, sentence="No gallery.")
    text = _case_with(findings=(FINDING, against))
    assert "Speaks against spam: No gallery. (gallery-page 0.00)" in text
    assert text.count("No gallery.") == 1, "and not among what speaks for it"
    assert "Speaks against spam" not in _case_with(findings=(FINDING,))
    assert "No gallery. gallery-page 0.00" in _case_with(findings=(against,)), "nothing else to tell"


def test_a_failed_visit_is_told_in_words() -> None:
    failed = replace(VISIT, status=None, error="dns_nxdomain", archive="", final_url=VISIT.url)
    text = _case_with(visits=(failed,))
    assert "Visited 21 November 2026, the name was not found (dns nxdomain)." in text


def test_a_report_without_words_is_not_quoted_with_any() -> None:
    claim = replace(CLAIM, title="", left="", anchor="", right="")
    text = _case_with(backlinks=(replace(LINK, claims=(claim,), seen_loads=2, loads=3),))
    assert "that the page links to you, not with which words export.csv line 2" in text
    assert "(no text)" not in text
    assert "(2 of 3 loads)" in text


def test_a_decision_is_a_persons_and_not_the_readers() -> None:
    given = dossier()
    (case,) = given.flagged
    reviewed = replace(case, verdict=replace(case.verdict, review="spam"))
    text = page(replace(given, flagged=(reviewed,)))
    assert "decided by a person: spam" in text
    assert "you:" not in text


def test_nothing_unseen_is_not_told() -> None:
    given = dossier()
    assert "nothing is said about those" not in page(
        replace(given, overview=replace(given.overview, unknown={}, unvisited=0))
    )
