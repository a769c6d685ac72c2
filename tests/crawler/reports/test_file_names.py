import pytest

from crawler.reports.file_names import property_of


@pytest.mark.parametrize(
    ("name", "host"),
    [
        ("https___www.shop.example_-Latest links-2026-05-10.csv", "shop.example"),
        ("http___shop.example_-More sample links-2026-05-10 (1).csv", "shop.example"),
        ("https___shop.example_de_-Latest links-2026-05-10.csv", "shop.example"),
        ("shop.example-Latest links-2026-07-18.csv", "shop.example"),
        ("shop.example-Neueste Links-2026-07-18.csv", "shop.example"),
        ("www.shop.example-backlinks-subdomains_2026-02-06_10-11-12.csv", "shop.example"),
        ("shop.example-backlinks-subdomains-live-23-Feb-2020_16-35-25-0123abcd.csv", "shop.example"),
        ("my-shop.example-broken-backlinks-subdomains_2026-02-06_10-11-12.csv.xlsx", "my-shop.example"),
        ("shop.example-brokenbacklinks.csv", "shop.example"),
        ("shop.example-backlinks_refdomains.csv", "shop.example"),
        ("moz-inbound-links-for-www_shop_example-2022-03-22_10_25_32_905974Z.csv", "shop.example"),
        ("backlink_audit_domains_1234567_2026-02-06.csv", ""),
        ("links.csv", ""),
        ("Latest links.csv", ""),
        ("export-2026-05-10.csv", ""),
    ],
)
def test_names(name: str, host: str) -> None:
    assert property_of(name) == host
