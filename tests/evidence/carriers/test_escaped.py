import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.carriers.escaped import MAX_URLS, unescaped, urls

URL = "https://a.example/p.jpg"


@pytest.mark.parametrize(
    "text",
    [
        f'var x = "{URL}";',
        r'{"img":"https:\/\/a.example\/p.jpg"}',
        r"'https:\u002F\u002Fa.example\u002Fp.jpg'",
        r"'https:\x2f\x2fa.example\x2fp.jpg'",
        r"'https:\u{2f}/a.example/p.jpg'",
        "&quot;https:&#x2F;&#x2F;a.example&#47;p.jpg&quot;",
        f"url({URL})",
        f"see {URL}.",
    ],
)
def test_urls_in_every_disguise(text: str) -> None:
    assert urls(text) == [URL]


@pytest.mark.parametrize(
    "text", ["", "a // comment", "1/2", "http:", "// see below", "x = a//b", r"\\server\share"]
)
def test_what_only_looks_like_one(text: str) -> None:
    assert urls(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("go?u=https%3A%2F%2Fa.example%2Fp", ["https://a.example/p"]),
        ("go?u=HTTPS%253a%252f%252Fa.example%252Fp%2520q", ["HTTPS://a.example/p q"]),
        (
            "https://b.example/?u=https%3A%2F%2Fa.example%2Fp",
            ["https://b.example/?u=https%3A%2F%2Fa.example%2Fp"],
        ),
    ],
)
def test_encoded_addresses_are_found_where_no_other_carries_them(text: str, expected: list[str]) -> None:
    assert urls(text) == expected


@given(st.text())
def test_any_text_is_survived(text: str) -> None:
    unescaped(text).encode("utf-8", "surrogatepass")
    urls(text)


def test_surrogates_and_too_large_code_points_become_replacement_characters() -> None:
    assert unescaped(r"\ud800 \u{110000}") == "\ufffd \ufffd"


def test_addresses_are_bounded() -> None:
    assert len(urls(" ".join(f"https://a.example/{number}" for number in range(3_000)))) <= 2 * MAX_URLS
