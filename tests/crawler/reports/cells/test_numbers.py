import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reports.cells.numbers import LARGEST, decimal, http_status, whole


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0), ("7", 7), (" 7 ", 7), ("-3", -3), ("1,240", 1240), ("24 541", 24541), ("24\u202f541", 24541),
        ("24\u00a0541", 24541), ("1.240", 1240), ("1'240", 1240), ("1,234,567", 1234567), ("12.0", 12), ("12,00", 12),
        ("", None), ("-", None), ("n/a", None), ("None", None), ("\u2014", None),
    ],
)  # fmt: skip
def test_counts(text: str, number: int | None) -> None:
    assert whole(text) == number


@pytest.mark.parametrize(
    "text", ["many", "1.5", "1,24", "1 24", "1,2345", "inf", "9" * 25, "9" * 5000, "0x10", "=1+1", "1e400"]
)
def test_no_counts(text: str) -> None:
    with pytest.raises(ValueError):
        whole(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4.5", 4.5), ("71,6%", 71.6), ("71.6 %", 71.6), ("1,0", 1.0), ("1.234,5", 1234.5), ("1,234.5", 1234.5),
        ("24 541", 24541.0), ("", None), ("n/a", None),
    ],
)  # fmt: skip
def test_decimals(text: str, number: float | None) -> None:
    assert decimal(text) == number


@pytest.mark.parametrize("text", ["inf", "-inf", "abc", "1,2,3.4.5", "1e999"])
def test_no_decimals(text: str) -> None:
    with pytest.raises(ValueError):
        decimal(text)


@pytest.mark.parametrize(("text", "status"), [("200", 200), ("0", None), ("", None), ("999", 999)])
def test_status(text: str, status: int | None) -> None:
    assert http_status(text) == status


@given(st.integers(-LARGEST, LARGEST), st.sampled_from(["", ",", " ", "\u00a0", "\u202f", "'"]))
def test_every_count_is_read_however_it_is_grouped(number: int, group: str) -> None:
    assert whole(f"{number:,}".replace(",", group)) == number


@given(st.text())
def test_any_text_is_a_number_or_refused(text: str) -> None:
    for parse in (whole, decimal):
        try:
            number = parse(text)
        except ValueError:
            continue
        assert number is None or abs(number) <= LARGEST
