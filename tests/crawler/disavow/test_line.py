import pytest

from crawler.disavow import rules
from crawler.disavow.line import understood
from crawler.disavow.rules import Rule

LONGEST = "http://a.example/".ljust(2_048, "x")


@pytest.mark.parametrize(
    "text",
    [
        "domain:a.example",
        "domain:sub.a.example",
        "domain:xn--3e0b.kr",
        "domain:my_host.example",
        "http://a.example/page.html",
        "https://a.example/p?q=1,2;3",
        LONGEST,
    ],
)
def test_right_entries_stay_as_they_are(text: str) -> None:
    line = understood(text)
    assert [entry.text for entry in line.entries] == [text]
    assert (line.flaws, line.comment) == ([], "")


@pytest.mark.parametrize("text", ["", "   ", "\t", "\u200b"])
def test_blank_lines_mean_nothing(text: str) -> None:
    line = understood(text)
    assert (line.entries, line.comment, line.flaws) == ([], "", [])


@pytest.mark.parametrize("text", ["# a comment", "#", "#domain:a.example", "# Fichier de désaveu"])
def test_comments(text: str) -> None:
    line = understood(text)
    assert (line.entries, line.comment, line.flaws) == ([], text, [])


@pytest.mark.parametrize(
    ("text", "entries", "flaws"),
    [
        ("domain:a.example ", ["domain:a.example"], [rules.WHITE_SPACE]),
        ("\u00a0domain:a.example\u200b", ["domain:a.example"], [rules.WHITE_SPACE]),
        ("domain: a.example", ["domain:a.example"], [rules.SPACE_AFTER_COLON]),
        ("domain:\ta.example", ["domain:a.example"], [rules.SPACE_AFTER_COLON]),
        ("domain :a.example", ["domain:a.example"], [rules.PREFIX]),
        ("Domain:a.example", ["domain:a.example"], [rules.PREFIX]),
        ("DOMAIN: a.example", ["domain:a.example"], [rules.PREFIX]),
        ("domains:a.example", ["domain:a.example"], [rules.PREFIX]),
        ("site:a.example", ["domain:a.example"], [rules.PREFIX]),
        ("domain=a.example", ["domain:a.example"], [rules.PREFIX]),
        ("domain\uff1aa.example", ["domain:a.example"], [rules.PREFIX]),
        ("url:http://a.example/x", ["http://a.example/x"], [rules.PREFIX]),
        ("a.example", ["domain:a.example"], [rules.BARE_HOST]),
        ("www.a.example", ["domain:www.a.example"], [rules.BARE_HOST]),
        ("a.example/page.html", ["http://a.example/page.html"], [rules.NO_SCHEME]),
        ("domain:http://a.example/", ["domain:a.example"], [rules.ADDRESS_AS_DOMAIN]),
        ("domain:https://a.example", ["domain:a.example"], [rules.ADDRESS_AS_DOMAIN]),
        ("domain:a.example/", ["domain:a.example"], [rules.ADDRESS_AS_DOMAIN]),
        ("domain:a.example/*", ["domain:a.example"], [rules.ADDRESS_AS_DOMAIN]),
        ("a.example/*", ["domain:a.example"], [rules.BARE_HOST]),
        ("domain:a.example/en/", ["domain:a.example"], [rules.SUB_PATH]),
        ("domain:a.example:8080", ["domain:a.example"], []),
        ("domain:*.a.example", ["domain:a.example"], [rules.WILDCARD]),
        ("*.a.example", ["domain:a.example"], [rules.WILDCARD, rules.BARE_HOST]),
        ("http://*.a.example/", ["domain:a.example"], [rules.WILDCARD]),
        ("http://a.example/*", ["domain:a.example"], [rules.WILDCARD]),
        ("http://a.example/dir/*", [], [rules.SUB_PATH]),
        ("domain:A.Example", ["domain:a.example"], [rules.UPPER_CASE]),
        ("HTTP://A.Example/Path", ["http://a.example/Path"], [rules.UPPER_CASE]),
        ("domain:한국.kr", ["domain:xn--3e0b707e.kr"], [rules.NON_ASCII_HOST]),
        ("http://bücher.example/ä", ["http://xn--bcher-kva.example/%C3%A4"], [rules.NON_ASCII_HOST]),
        ("domain:192.0.2.7", [], [rules.IP_ADDRESS]),
        ("192.0.2.7", [], [rules.IP_ADDRESS]),
        ("domain:0x7f.1", [], [rules.NOT_AN_ENTRY]),
        ("domain:a.example.", ["domain:a.example"], [rules.STRAY_CHARACTERS]),
        ('"domain:a.example"', ["domain:a.example"], [rules.STRAY_CHARACTERS]),
        ("domain:a.example,", ["domain:a.example"], [rules.STRAY_CHARACTERS]),
        ("- domain:a.example", ["domain:a.example"], [rules.STRAY_CHARACTERS]),
        ("* a.example", ["domain:a.example"], [rules.STRAY_CHARACTERS, rules.BARE_HOST]),
        ("<http://a.example/x>", ["http://a.example/x"], [rules.STRAY_CHARACTERS]),
        ("domain:a.example domain:b.example", ["domain:a.example", "domain:b.example"], [rules.SEVERAL_ENTRIES]),
        ("http://a.example/1, http://b.example/2", ["http://a.example/1", "http://b.example/2"], [rules.SEVERAL_ENTRIES]),
        ("http:/a.example/x", ["http://a.example/x"], []),
        ("domain:DomainStatsBot", [], [rules.NOT_AN_ENTRY]),
        ("domain:", [], [rules.NOT_AN_ENTRY]),
        ("spam links follow", [], [rules.NOT_AN_ENTRY]),
        ("ftp://a.example/", [], [rules.NOT_AN_ENTRY]),
        ("mailto:me@a.example", [], [rules.NOT_AN_ENTRY]),
        ("http://", [], [rules.NOT_AN_ENTRY]),
        ("domain:1.2.3.999", [], [rules.NOT_AN_ENTRY]),
        ("domain:a..example", [], [rules.NOT_AN_ENTRY]),
        (",", [], [rules.STRAY_CHARACTERS, rules.NOT_AN_ENTRY]),
        (LONGEST + "x", [], [rules.TOO_LONG]),
    ],
)  # fmt: skip
def test_mess_of_every_kind(text: str, entries: list[str], flaws: list[Rule]) -> None:
    line = understood(text)
    assert [entry.text for entry in line.entries] == entries
    assert [rule.id for rule in line.flaws] == [rule.id for rule in flaws]


@pytest.mark.parametrize(
    ("text", "comment", "entries", "flaws"),
    [
        ("domain:a.example # spam", "# spam", ["domain:a.example"], [rules.COMMENT_AFTER_ENTRY]),
        ("domain:a.example# spam", "# spam", ["domain:a.example"], [rules.COMMENT_AFTER_ENTRY]),
        ("http://a.example/x#y", "", ["http://a.example/x#y"], []),
        ("// contacted in May", "# contacted in May", [], [rules.COMMENT_MARK]),
        ("; contacted", "# contacted", [], [rules.COMMENT_MARK]),
        ("  # contacted", "# contacted", [], [rules.WHITE_SPACE]),
    ],
)
def test_comments_out_of_place(text: str, comment: str, entries: list[str], flaws: list[Rule]) -> None:
    line = understood(text)
    assert line.comment == comment
    assert [entry.text for entry in line.entries] == entries
    assert line.flaws == flaws
