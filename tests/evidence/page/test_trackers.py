import pytest

from evidence.carriers.source import Source
from evidence.page.tracker_rules import VENDORS, Vendor
from evidence.page.trackers import MAX_IDS, tracker_ids


@pytest.mark.parametrize("vendor", VENDORS, ids=lambda vendor: vendor.id)
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
    ],
)
def test_words_that_are_no_accounts(text: str) -> None:
    assert tracker_ids(Source.of(text)) == ()


def test_ids_are_sorted_single_and_bounded() -> None:
    assert tracker_ids(Source.of("'G-ZZZZZZZZ1' UA-12345-1 UA-12345-1")) == ("G-ZZZZZZZZ1", "UA-12345-1")
    many = " ".join(f"UA-{number}-1" for number in range(10_000, 20_000))
    assert len(tracker_ids(Source.of(many))) == MAX_IDS
