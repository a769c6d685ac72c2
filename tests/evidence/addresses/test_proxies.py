import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.addresses import asking_rules
from evidence.addresses.proxies import MAX_INNER, unwrap
from evidence.addresses.proxy_rules import RULES, Rule
from evidence.model import Level


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_reads_its_example_and_reads_it_first(rule: Rule) -> None:
    first = next(unwrap(rule.example))
    assert (first.rule, first.url, first.level) == (rule.id, rule.carries, rule.level)


@pytest.mark.parametrize("rule", asking_rules.RULES, ids=lambda rule: rule.id)
def test_what_only_asks_about_an_address_carries_none(rule: asking_rules.Asking) -> None:
    assert [one.id for one in asking_rules.RULES if one.pattern.match(rule.example)] == [rule.id]
    assert not list(unwrap(rule.example))
    elsewhere = rule.example.replace("https://", "https://out.example/")
    assert [found.url for found in unwrap(elsewhere)], "the same parameter of another host is followed"


@pytest.mark.parametrize(
    "url",
    [
        "https://www.facebook.com/flx/warn/?u=https://example.com/p.jpg",
        "https://x.com.example/intent/?url=https://example.com/p.jpg",
        "https://www.google.com/url?q=https://example.com/p.jpg",
        "https://notwitter.com/share?url=https://example.com/p.jpg",
        "https://portal.example/search?url=https://example.com/p.jpg",
        "https://www.bing.com/images/search?mediaurl=https://example.com/p.jpg",
    ],
)
def test_redirectors_that_look_like_questions_are_followed(url: str) -> None:
    assert next(unwrap(url)).url == "https://example.com/p.jpg"


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
        (
            "https://www-example-com.cdn.ampproject.org/v/s/www.example.com/story?amp_js_v=0.1",
            "http://www.example.com/story?amp_js_v=0.1",
        ),
        ("https://cdn.ampproject.org/c/s/example.com/story", "http://example.com/story"),
        ("https://xn----bcher--kva-example.translate.goog/p.jpg", "https://xn--bcher-kva.example/p.jpg"),
        ("https://img.example/x/https%253A%252F%252Fexample.com%252Fp.jpg", "https://example.com/p.jpg"),
        (
            "https://www.google.com/imgres?imgurl=https://other.example/x.jpg&imgrefurl=https%3A%2F%2Fexample.com%2F",
            "https://example.com/",
        ),
        ("https://i0.wp.com/b%C3%BCcher.example/p.jpg", "http://xn--bcher-kva.example/p.jpg"),
        ("https://i0.wp.com/example.com:8080/p.jpg", "http://example.com:8080/p.jpg"),
        (
            "https://camo.example/" + "0" * 40 + "/68747470733A2F2F6578616D706C652E636F6D2F",
            "https://example.com/",
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
        "https://cdn-x.nitrocdn.com/abc/assets/static/optimized/rev-e0253d2/wp-content/uploads/p.jpg",
        "https://cdn.statically.io/gh/example.com/p.jpg",
        "https://images.weserv.nl/?url=https%3A%2F%2Fexample.com%2",
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
