import pytest

from crawler.reports.cells.flags import flag, mark


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True), ("TRUE", True), ("1", True), ("yes", True), ("VRAI", True), ("ИСТИНА", True), (" True ", True),
        ("false", False), ("FALSE", False), ("0", False), ("no", False), ("FALSCH", False), ("ЛОЖЬ", False),
        ("", None), ("-", None), ("n/a", None),
    ],
)  # fmt: skip
def test_flags(text: str, value: bool | None) -> None:
    assert flag(text) == value


@pytest.mark.parametrize("text", ["perhaps", "2", "nofollow"])
def test_no_flags(text: str) -> None:
    with pytest.raises(ValueError):
        flag(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("+", True), ("1", True), ("NoFollow", True), ("", False), ("-", False), ("0", False), ("False", False)],
)
def test_marks(text: str, value: bool) -> None:
    assert mark(text) == value
