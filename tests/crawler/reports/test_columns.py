import pytest

from crawler.reports.columns import address, first_told, is_address


@pytest.mark.parametrize(
    "text",
    [
        "https://a.example/x", "http://a.example", "HTTP://A.EXAMPLE/", "a.example", "www.a.example/x?y#z", "a.example:8080/x",
        "http://user:pw@a.example/", "http://192.0.2.1/", "192.0.2.1", "http://[2001:db8::1]:80/x", "한국.kr", "http://a.example?x",
        "http://a.example/with space", "https://a_b.example/", "http://a.example./", "http:/a.example/",
        "http://\uff46\uff55\uff4c\uff4c\u3002test/p",
        "http://so\u00adft.test/p",
    ],
)  # fmt: skip
def test_addresses(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "Total", "related", "two words.example", "javascript:alert(1)", "ftp://a.example/", "mailto:me@a.example",
        "android-app://com.example.app/", "http://", "https:///", "http://localhost/", ".example", "a..example", "=a.example", "data:text/html,x",
        "a" * 100_000, "a." * 50_000 + "!", "@" * 1_000,
    ],
)  # fmt: skip
def test_what_is_no_address(text: str) -> None:
    assert not is_address(text)


def test_an_address_stands_on_one_line() -> None:
    assert address(" http://a.example/x\ny ") == "http://a.example/x y"


@pytest.mark.parametrize(("cells", "told"), [(("", " b "), "b"), (("a", "b"), "a"), (("", ""), "")])
def test_first_told(cells: tuple[str, ...], told: str) -> None:
    assert first_told(*cells) == told
