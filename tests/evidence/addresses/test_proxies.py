import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.addresses.proxies import MAX_INNER, unwrap
from evidence.addresses.proxy_rules import RULES, Rule
from evidence.model import Level


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_reads_its_example_and_reads_it_first(rule: Rule) -> None:
    first = next(unwrap(rule.example))
    assert (first.rule, first.url, first.level) == (rule.id, rule.carries, rule.level)


def test_no_rule_fits_a_url_without_its_needle() -> None:
    for rule in RULES:
        for other in RULES:
            if rule.pattern.search(other.example):
                behind = other.example.lower()[1:]
                assert any(needle in behind for needle in rule.needle.split("|")), (rule.id, other.id)


def test_letters_that_are_not_of_base64_spell_no_address() -> None:
    assert not list(unwrap("https://gallery.example/?img=aHR0cHM6Ly9leGFtcGxl%C3%B3LmNvbS9w"))


def test_rules_have_one_id_each_and_a_level_of_their_own() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert {rule.level for rule in RULES} == {Level.PROXIED, Level.REDIRECTED}


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("https://shop.example/_next/image?url=%2Fp.jpg&w=640", "https://shop.example/p.jpg"),
        ("https://shop.example/_ipx/w_300/p.jpg", "https://shop.example/p.jpg"),
        ("https://img.example/http:/example.com/p.jpg", "http://example.com/p.jpg"),
        (
            "https://www-example-com.cdn.ampproject.org/c/s/www.example.com/story",
            "http://www.example.com/story",
        ),
        ("https://p.example/o?u=https%25253A%25252F%25252Fexample.com%25252F", "https://example.com/"),
    ],
)
def test_further_forms(outer: str, inner: str) -> None:
    assert inner in [found.url for found in unwrap(outer)]


@pytest.mark.parametrize(
    "url",
    [
        "https://stats.example/site/example.com",
        "https://whois.example/?domain=example.com",
        "https://shop.example/search?q=example.com",
        "https://blog.example/2020/01/story.html",
        "https://blog.example/?img=bm90IGFuIGFkZHJlc3M",
        "https://blog.example/?x=aHR0cHM_not_base64!",
    ],
)
def test_addresses_that_carry_none(url: str) -> None:
    assert list(unwrap(url)) == []


def test_a_url_full_of_urls_is_cut_off() -> None:
    assert len(list(unwrap("https://a.example/?" + "&u=https://b.example/x" * 100))) == MAX_INNER
    assert list(unwrap("https://a.example/?u=https://b.example/" + "x" * 5_000)) == []


@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    for found in unwrap(f"https://a.example/{text}"):
        assert found.url.startswith(("http://", "https://"))
