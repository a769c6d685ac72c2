import hashlib
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reports.errors import ReportError, UnknownReportError
from crawler.reports.reading import read
from crawler.reports.statement import BadRow, Statement
from tests.crawler.reports.saying import DATA, needs_data, reading, sources, written

EXPORTS: list[tuple[str, str, int, int]] = [
    ("exports/ahrefs/caldea_2026-02_utf16le.tsv", "ahrefs-backlinks", 1508, 0),
    ("exports/ahrefs/lamicrobyflo_2025-12-02_via_gsheets.csv", "ahrefs-backlinks", 219, 0),
    ("exports/ahrefs/mdsupplies_broken_backlinks_sample3.csv", "ahrefs-backlinks", 3, 0),
    ("exports/ahrefs/ngwindows_2026-10_sample6_utf8.tsv", "ahrefs-backlinks", 6, 0),
    (
        "exports/gsc/http___www.johnmurch.com_-Latest links-2020-07-15.csv",
        "search-console-latest-links",
        18,
        0,
    ),
    (
        "exports/gsc/https___oztimberfloor.com.au_-Latest links-2026-05-18.csv",
        "search-console-latest-links",
        43,
        0,
    ),
    (
        "exports/gsc/https___oztimberfloor.com.au_-More sample links-2026-05-18.csv",
        "search-console-sample-links",
        43,
        0,
    ),
    ("exports/plain/growth-austen_urls.txt", "url-list", 63, 0),
    ("exports/plain/maesitos_new_links.csv", "url-list", 319, 1),  # half an address on a line of its own
    ("exports/plain/maesitos_whitelist_urls.csv", "disavow-list", 169, 0),
    ("exports/plain/maesitos_whitelist_urls2.csv", "url-list", 519, 0),
    ("exports/semrush/caldea_backlink_audit_first300.csv", "semrush-backlink-audit", 300, 0),
    ("exports/semrush/caldea_backlinks_refdomains_2026-02.csv", "semrush-referring-domains", 1827, 0),
    ("logs/matomo_formats/amazon_cloudfront_rtmp.log", "access-log-w3c", 1, 0),  # two requests of one page
    ("logs/matomo_formats/amazon_cloudfront_web.log", "access-log-w3c", 0, 0),  # own page
    ("logs/matomo_formats/caddy_json.log", "access-log-json", 0, 0),  # own pages
    ("logs/matomo_formats/common_complete.log", "access-log", 0, 0),  # here and below: no referrer
    ("logs/matomo_formats/common_encoding_big5.log", "access-log", 0, 0),
    ("logs/matomo_formats/gandi.log", "access-log", 0, 0),
    ("logs/matomo_formats/icecast2.log", "access-log", 0, 0),
    ("logs/matomo_formats/iis.log", "access-log-w3c", 0, 0),
    ("logs/matomo_formats/iis_custom.log", "access-log-w3c", 1, 0),
    ("logs/matomo_formats/incapsula_w3c.log", "access-log-w3c", 0, 0),
    ("logs/matomo_formats/logs_to_tests.log", "access-log", 3, 0),
    ("logs/matomo_formats/ncsa_extended.log", "access-log", 0, 0),
    ("logs/matomo_formats/netscaler.log", "access-log-w3c", 0, 0),
    ("logs/matomo_formats/nginx_json.log", "access-log-json", 2, 0),
    ("logs/matomo_formats/ovh.log", "access-log", 0, 0),
    ("logs/matomo_formats/s3.log", "access-log", 0, 0),
    ("logs/matomo_formats/static_ignores.log", "access-log", 0, 0),
    ("logs/matomo_formats/traefik_json.log", "access-log-json", 1, 0),
    ("disavow/afishing_ahrefs_export.txt", "disavow-list", 6, 0),
    ("disavow/bestlittle_space_after_colon.txt", "disavow-list", 1, 0),
    ("disavow/billvivino.txt", "disavow-list", 2, 0),
    ("disavow/coolrecep_turkish.txt", "disavow-list", 11369, 0),
    ("disavow/educado.txt", "disavow-list", 312, 0),
    ("disavow/eikaiwa.txt", "disavow-list", 10, 0),
    ("disavow/feelosophy13_2013_disavow.txt", "disavow-list", 52, 0),
    ("disavow/indhack_fr_utf8_comments.txt", "disavow-list", 22, 0),
    ("disavow/japvn.txt", "disavow-list", 4, 0),
    ("disavow/levelcasino_blank_lines.txt", "disavow-list", 17, 0),
    ("disavow/lucaberton.txt", "disavow-list", 24, 0),
    ("disavow/medlicense.txt", "disavow-list", 55, 0),
    ("disavow/mitchellkrogza_google-disavow.txt", "disavow-list", 7113, 2),  # names of robots
    ("disavow/officeexperts.txt", "disavow-list", 4, 0),
    ("disavow/petroglyph.txt", "disavow-list", 5, 0),
]
"""Real files: reader, statements, bad rows."""
WITHOUT: list[tuple[str, str]] = [
    ("exports/ahrefs/caldea_refips_2026-02.csv", "referring IPs"),
    ("exports/gsc/isorin_gsc_example.csv", "performance"),
    *((f"logs/matomo_formats/{name}", "without referrers") for name in (
        "alb.log", "common.log", "common.log.bz2", "common.log.gz", "common_vhost.log", "custom_regex_custom_date.log",
        "elb.log", "haproxy.log", "shoutcast.log", "splitted_date_and_time.log",
    )),
]  # fmt: skip


@needs_data
@pytest.mark.parametrize(("name", "reader", "good", "bad"), EXPORTS)
def test_real_files(name: str, reader: str, good: int, bad: int) -> None:
    found = read(DATA / name)
    rows = list(found)
    kinds = [type(row) for row in rows]
    assert (found.reader.id, kinds.count(Statement), kinds.count(BadRow)) == (reader, good, bad)
    assert not any(row.unread for row in rows if isinstance(row, Statement))
    assert list(found) == rows


@needs_data
@pytest.mark.parametrize(("name", "what"), WITHOUT)
def test_real_files_without_backlinks(name: str, what: str) -> None:
    with pytest.raises(ReportError, match=what):
        read(DATA / name)


@needs_data
def test_no_real_file_is_left_out() -> None:
    known = {name for name, *_ in EXPORTS} | {name for name, _ in WITHOUT}
    folders = ("exports", "logs", "disavow")
    found = {
        str(path.relative_to(DATA))
        for folder in folders
        for path in (DATA / folder).rglob("*")
        if path.is_file()
    }
    assert found == known


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_a_header_of_a_million_columns(tmp_path: Path, delimiter: str) -> None:
    with pytest.raises(UnknownReportError) as caught:
        reading(tmp_path, delimiter.join(["column"] * 1_000_000) + "\nx\n")
    assert len(str(caught.value)) < 10_000


def test_the_same_bytes_have_the_same_sum(tmp_path: Path) -> None:
    text = "Linking page\nhttps://a.example/\n"
    found = reading(tmp_path, text)
    assert found.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert found.line_count == 2


def test_a_named_format_goes_before_recognition(tmp_path: Path) -> None:
    path = written(tmp_path, "Linking page\n" + "https://shop.example/x\n" * 12)
    with pytest.raises(ReportError, match="your pages linking to this page"):
        read(path)
    assert len(list(read(path, format="search-console-sample-links"))) == 12
    with pytest.raises(UnknownReportError):
        read(path, format="bing-backlinks")


def test_reading_is_lazy(tmp_path: Path) -> None:
    found = reading(tmp_path, "Linking page,Last crawled\n" + "https://a.example/,2026-01-01\n" * 100_000)
    assert len(list(islice(found, 3))) == 3


NAUGHTY = [
    "", "undefined", "NULL", "=1+1", '=HYPERLINK("http://a")', "'; DROP TABLE x;--", "<script>alert(1)</script>", "../../etc/passwd",
    "\u202etest", "Z\u0351\u036b\u0343\u0363", "👨‍👩‍👧", "ﷺ", "\u2028", "\u0085", "\x1b[31m", "%00", "{{7*7}}", "$(reboot)", "1E400", "-0",
    "ＡＢＣ", "\ufeff", "a" * 5_000, '"', '""', ",", ";", "|", "\t", "NaN", "domain:", "#", "sep=", "Linking page", "\u0000",
]  # fmt: skip


@pytest.mark.parametrize("naughty", NAUGHTY)
def test_naughty_strings_go_through_as_they_are(tmp_path: Path, naughty: str) -> None:
    cell = '"' + naughty.replace('"', '""') + '"'
    text = f"Source Url,Anchor text,Target Url\nhttps://a.example/,{cell},https://shop.example/\nhttps://b.example/,x,y\n"
    first, second = reading(tmp_path, text)
    assert second.line == 3
    if "\0" in naughty:
        assert isinstance(first, BadRow)
    else:
        assert isinstance(first, Statement)
        assert first.anchor == naughty.strip()


@given(st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode(errors="replace")))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    try:
        rows = list(reading(tmp_path_factory.mktemp("any"), content))
    except ReportError:
        return
    assert all(isinstance(row, Statement | BadRow) for row in rows)


@given(
    st.lists(
        st.sampled_from(['"', ",", "\n", "\r", "x", "https://a.example/", "\0", '""', "\t"]), max_size=40
    )
)
def test_any_rows_under_a_known_header_are_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, parts: list[str]
) -> None:
    text = "Source Url,Anchor text,Target Url\n" + "".join(parts) + "\nhttps://last.example/,x,y\n"
    rows = reading(tmp_path_factory.mktemp("any"), text)
    lines = [row.line for row in rows]
    assert lines == sorted(set(lines))
    assert sources(rows)[-1:] == ["https://last.example/"]
