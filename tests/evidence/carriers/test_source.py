import pytest
from ahocorasick_rs import BytesAhoCorasick

from evidence.carriers import source
from evidence.carriers.source import Source


def test_every_needle_is_found_wherever_pages_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evidence.carriers.source.CHUNK", 7)
    text = " – ".join(source.NEEDLES)
    data = text.encode()
    hits = Source.of(text).hits
    for needle in source.NEEDLES:
        places = [at for at in range(len(data)) if data.startswith(needle.encode(), at)]
        assert list(hits[needle]) == places


@pytest.mark.parametrize(
    ("text", "spells"),
    [
        ("plain words, A & B, \\u003cb\\u003e, \\n, it&#8217;s", False),
        ("\\u0073hop.test", True),
        ("shop\\x2etest", True),
        ("\\u{73}hop.test", True),
        ("shop&#46;test", True),
        ("&#x73;hop.test", True),
        ("shop&period;test", True),
        ("shop%2Etest", True),
        ("shop%252etest", True),
        ("boo\u212a.test", True),
    ],
)
def test_letters_that_are_written_otherwise_are_noticed(text: str, spells: bool) -> None:
    assert Source.of(text).spells_letters is spells


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a page of shop.test.", True),
        ("A PAGE OF SHOP.TEST.", True),
        ("a page of sh\u00f6p.test", True),
        ("a page of shop test", False),
        ("", False),
    ],
)
def test_some_needles_are_found_in_any_case_wherever_pages_are_cut(
    text: str, *, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    needles = [needle.encode() for needle in ("shop.test", "sh\u00f6p.test")]
    for size in range(1, 20):
        monkeypatch.setattr("evidence.carriers.source.CHUNK", size)
        assert Source.of(text).may_have(BytesAhoCorasick(needles), len(needles[-1])) is expected


def test_more_finds_than_are_kept_count_as_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evidence.carriers.source.MOST_HITS", 3)
    found = Source.of("G-1 G-2 G-3 G-4")
    assert found.is_cut
    assert found.spells_letters
    assert found.hits == {"G-": [0, 4, 8]}
