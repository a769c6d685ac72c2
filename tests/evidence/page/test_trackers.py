import pytest

from evidence.carriers.source import Source
from evidence.page.tracker_rules import VENDORS, Vendor
from evidence.page.trackers import MAX_IDS, tracker_ids


@pytest.mark.parametrize("vendor", VENDORS, ids=lambda vendor: f"{vendor.id} {vendor.needle}")
def test_every_vendor_reads_its_example(vendor: Vendor) -> None:
    assert tracker_ids(Source.of(vendor.example)) == (vendor.id,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "UA-Compatible",
        "MADRAGUA-12345-1",
        "the G-8 summit",
        "G-SHOCK watches",
        "pub-lunch",
        "GTM-",
        "AW-2024",
        "fbq('track','PageView')",
        "GT-R",
        "the 'GT-40'",
        "lym(12345678, x)",
        "ym(12345678, 'reachGoal', 'x')",
        "facebook.com/tr?ev=PageView",
        "clarity",
        "'clarity','link','abcdefgh12'",
        "ttq.load(id)",
        "atOptions = {'format' : 'iframe'}",
        "<script data-cf-beacon='{}'>",
    ],
)
def test_words_that_are_no_accounts(text: str) -> None:
    assert tracker_ids(Source.of(text)) == ()


def test_ids_are_sorted_single_and_bounded() -> None:
    assert tracker_ids(Source.of("'G-ZZZZZZZZ1' UA-12345-1 UA-12345-1")) == ("G-ZZZZZZZZ1", "UA-12345-1")
    many = " ".join(f"UA-{number}-1" for number in range(10_000, 20_000))
    assert len(tracker_ids(Source.of(many))) == MAX_IDS


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("google_ad_client = 'pub-1234567890123456'", "pub-1234567890123456"),
        ("<script async src='https://www.googletagmanager.com/gtag/js?id=G-ABCDEF1234'>", "G-ABCDEF1234"),
        ("_gaq.push(['_setAccount','UA-12345-1'])", "UA-12345-1"),
        ("<iframe src=https://www.googletagmanager.com/ns.html?id=GTM-ABC123>", "GTM-ABC123"),
        ("(window,document,'clarity','script','abcdefgh12')", "clarity:abcdefgh12"),
        (
            "<script data-cf-beacon='{&quot;token&quot;: &quot;" + "0" * 32 + "&quot;}'>",
            f"cloudflare:{'0' * 32}",
        ),
        ('ym( 12345678 , "init")', "yandex:12345678"),
    ],
)
def test_the_same_accounts_in_other_snippets(text: str, id: str) -> None:
    assert tracker_ids(Source.of(text)) == (id,)
