"""The disavow draft: what may be named, how it is written, and that nothing can break out of a line."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.exports import disavow
from evidence.addresses.hosts import is_public_suffix
from tests.analysis.exports.dossiers import dossier

Rows = list[dict[str, Any]]
BLOG = {"host": "pictures.blogspot.com", "domain": "pictures.blogspot.com"}


def _lines(rows: Rows) -> list[str]:
    return [line for line in disavow.text(dossier(rows)).splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ([{"page_url": "https://spam.test/a"}], ["domain:spam.test"]),
        ([{"page_url": "https://spam.test/a"}, {"page_url": "https://spam.test/b"}], ["domain:spam.test"]),
        ([{"page_url": "https://spam.test/a#x", "domain_verdict": "suspicious"}], ["https://spam.test/a"]),
        ([{"page_url": "https://pictures.blogspot.com/a", **BLOG}], ["domain:pictures.blogspot.com"]),
        ([{"page_url": "https://co.uk/a", "host": "co.uk", "domain": "co.uk"}], ["https://co.uk/a"]),
        ([{"page_url": "http://192.0.2.7/a", "host": "192.0.2.7", "domain": "192.0.2.7"}], []),
        ([{"page_url": "https://www.shop.test/a", "host": "www.shop.test", "domain": "shop.test"}], []),
        ([{"page_url": "https://spam.test/a", "page_verdict": "suspicious"}], []),
        ([{"page_url": "https://spam.test/a", "review": "benign"}], []),
        (
            [
                {
                    "page_url": "https://spam.test/a",
                    "page_verdict": "benign",
                    "review": "spam",
                    "review_level": "url",
                }
            ],
            ["https://spam.test/a"],
        ),
        (
            [
                {
                    "page_url": "https://x.spam.test/a",
                    "host": "x.spam.test",
                    "page_verdict": "suspicious",
                    "review": "spam",
                    "review_level": "host",
                }
            ],
            ["domain:x.spam.test"],
        ),
        ([{"page_url": "https://spam.test/" + "a" * 2048, "domain_verdict": "suspicious"}], []),
    ],
)
def test_what_is_named(rows: Rows, lines: list[str]) -> None:
    assert _lines(rows) == lines


def test_golden_file(tmp_path: Path) -> None:
    rows = [
        {"page_url": "https://spam.test/iris-k.html"},
        {
            "page_url": "https://mixed.test/iris.html",
            "host": "mixed.test",
            "domain": "mixed.test",
            "domain_verdict": "suspicious",
        },
    ]
    path = tmp_path / disavow.EXPORT.file_name
    disavow.EXPORT.write(dossier(rows), path)
    assert path.read_bytes().decode() == (
        "# Disavow draft, shop.test: 2 lines.\n"
        "# Search engines say they ignore such links: upload this only with a manual action against you.\n"
        "# An upload replaces the file in force.\n"
        "# https://spam.test/iris-k.html: Decided by one finding.\n"
        "domain:spam.test\n"
        "# https://mixed.test/iris.html: Decided by one finding.\n"
        "https://mixed.test/iris.html\n"
    )


def test_a_long_address_leaves_room_for_the_reason() -> None:
    comment = disavow.text(dossier([{"page_url": f"https://spam.test/{'a' * 500}"}])).splitlines()[3]
    assert comment.startswith("# https://spam.test/aaa")
    assert comment.endswith(" …: Decided by one finding.")
    assert len(comment) <= 2 + disavow.COMMENT_LENGTH


def test_same_data_gives_the_same_bytes_in_any_order() -> None:
    rows: Rows = [
        {"page_url": f"https://h{n}.test/a", "host": f"h{n}.test", "domain": f"h{n}.test"} for n in range(20)
    ]
    assert disavow.text(dossier(rows)) == disavow.text(dossier(rows[::-1]))


def test_too_many_comments_are_left_out_and_too_many_lines_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    rows: Rows = [
        {"page_url": f"https://h{n}.test/a", "host": f"h{n}.test", "domain": f"h{n}.test"} for n in range(20)
    ]
    monkeypatch.setattr(disavow, "MAX_LINES", 30)
    assert "#" not in disavow.text(dossier(rows))
    monkeypatch.setattr(disavow, "MAX_LINES", 10)
    with pytest.raises(disavow.DisavowTooLongError, match="20 lines"):
        disavow.text(dossier(rows))


@given(
    reason=st.text(max_size=300),
    path=st.text(alphabet=st.characters(codec="utf-8"), max_size=40),
    host=st.sampled_from(["spam.test", "a.b.co.uk", "x.blogspot.com", "co.uk", "192.0.2.1", "[2001:db8::1]"]),
    verdict=st.sampled_from(["spam", "suspicious"]),
)
def test_nothing_breaks_out_of_a_line(reason: str, path: str, host: str, verdict: str) -> None:
    row = {
        "page_url": f"https://{host}/{path}",
        "host": host,
        "domain": host,
        "domain_verdict": verdict,
        "verdict_reason": reason,
    }
    text = disavow.text(dossier([row]))
    assert len(text.splitlines()) == text.count("\n")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        assert re.fullmatch(r"domain:[a-z0-9.-]+|https?://\S{1,2040}", line)
        assert line.isascii()
        assert not line.startswith("domain:") or not is_public_suffix(line.removeprefix("domain:"))
