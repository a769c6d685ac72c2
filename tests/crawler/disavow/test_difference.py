import pytest

from crawler.disavow.difference import diff


@pytest.mark.parametrize(
    ("old", "new", "added", "removed", "regrouped", "kept"),
    [
        ("", "domain:a.example\n", ["domain:a.example"], [], [], 0),
        ("domain:a.example\n", "", [], ["domain:a.example"], [], 0),
        ("domain:a.example\n# x\n", "\n# y\r\nDomain: A.example", [], [], [], 1),
        ("http://a.example/1\nhttp://b.example/1\n", "domain:a.example\nhttp://b.example/1\n", ["domain:a.example"], [], ["http://a.example/1"], 1),
        ("domain:a.example\n", "domain:sub.a.example\n", [], ["domain:a.example"], ["domain:sub.a.example"], 0),
    ],
)  # fmt: skip
def test_differences(
    old: str, new: str, added: list[str], removed: list[str], regrouped: list[str], kept: int
) -> None:
    found = diff(old.encode(), new.encode())
    assert [entry.text for entry in found.added] == added
    assert [entry.text for entry in found.removed] == removed
    assert [entry.text for entry in found.regrouped] == regrouped
    assert found.kept_count == kept


@pytest.mark.timeout(30)
def test_long_files_take_time_by_their_length_only() -> None:
    old, new = ("".join(f"domain:{name}{number}.example\n" for number in range(20_000)) for name in "ab")
    found = diff(old.encode(), new.encode())
    assert (len(found.added), len(found.removed), found.kept_count) == (20_000, 20_000, 0)
