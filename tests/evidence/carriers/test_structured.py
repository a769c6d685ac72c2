import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.carriers.structured import urls


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '{"image":["https://a.example/1.jpg","/2.jpg"],"name":"/no"}',
            ["https://a.example/1.jpg", "/2.jpg"],
        ),
        ('{"@graph":[{"logo":{"url":"//a.example/l.png"}}]}', ["//a.example/l.png"]),
        (
            '{"image":[https://a.example/1.jpg, https://a.example/2.jpg]}',
            ["https://a.example/1.jpg", "https://a.example/2.jpg"],
        ),
        (r'{"image":"https:\/\/a.example\/1.jpg",}', ["https://a.example/1.jpg"]),
        ('{"headline":"and/or"}', []),
        ("", []),
        ("[" * 5_000, []),
    ],
)
def test_urls(text: str, expected: list[str]) -> None:
    assert urls(text) == expected


@given(st.text(alphabet='{}[]":,\\/ahtps.'))
def test_any_text_is_survived(text: str) -> None:
    urls(text)
