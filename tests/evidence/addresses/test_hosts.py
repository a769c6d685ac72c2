"""Hosts and their registrable domains, by the Public Suffix List and its own vectors."""

import re
from pathlib import Path

import pytest

from evidence.addresses import hosts

VECTORS = Path(__file__).resolve().parents[4] / "shared" / "data" / "vectors"
needs_vectors = pytest.mark.skipif(
    not VECTORS.is_dir(), reason="the standards' vectors are not beside the repository"
)


@needs_vectors
def test_registrable_domain_agrees_with_every_vector_of_the_public_suffix_list() -> None:
    text = (VECTORS / "test_psl.txt").read_text()
    cases = re.findall(r"^checkPublicSuffix\((null|'[^']*'), (null|'[^']*')\);", text, re.MULTILINE)
    assert len(cases) == 78
    for host, expected in ((one.strip("'"), two.strip("'")) for one, two in cases):
        if host == "null":
            continue
        if expected == "null":
            assert hosts.is_public_suffix(host) or not hosts.registrable_domain(host), host
        else:
            assert hosts.registrable_domain(host) == hosts.host_of(f"http://{expected}"), host


@pytest.mark.parametrize(
    ("host", "domain", "suffix"),
    [
        ("www.shop.example.co.uk", "example.co.uk", "co.uk"),
        ("blogspot.com", "blogspot.com", "blogspot.com"),
        ("www.club.test", "club.test", "test"),
        ("https://www.example.com:8080/x", "example.com", "com"),
        ("a.github.io", "a.github.io", "github.io"),
        ("spam.blogspot.com", "spam.blogspot.com", "blogspot.com"),
        ("a.b.unknown-suffix", "b.unknown-suffix", "unknown-suffix"),
        ("127.0.0.1", "127.0.0.1", ""),
        ("[::1]", "[::1]", ""),
        ("localhost", "localhost", "localhost"),
        ("https://www.example.com/p", "example.com", "com"),
        ("bücher.example.de", "example.de", "de"),
        ("", "", ""),
        (".com", "", ""),
        ("a b", "", ""),
    ],
)
def test_domains(host: str, domain: str, suffix: str) -> None:
    assert (hosts.registrable_domain(host), hosts.public_suffix(host)) == (domain, suffix)


def test_public_suffixes_of_both_sections() -> None:
    assert hosts.is_public_suffix("co.uk")
    assert hosts.is_public_suffix("netlify.app")
    assert not hosts.is_public_suffix("example.com")
    assert not hosts.is_public_suffix("127.0.0.1")


@pytest.mark.parametrize(
    ("url", "desktop"),
    [
        ("https://m.example.com/a?b", "https://example.com/a?b"),
        ("http://mobile.www.example.com/", "http://www.example.com/"),
        ("https://m.com/", ""),
        ("https://mm.example.com/", ""),
        ("https://example.com/m.html", ""),
        ("https://www.m.example.com/", ""),
        ("m", ""),
        ("", ""),
    ],
)
def test_hosts_for_telephones(url: str, desktop: str) -> None:
    assert hosts.on_desktop_host(url) == desktop
