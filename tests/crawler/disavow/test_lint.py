from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.disavow import rules
from crawler.disavow.lint import Lint, lint
from crawler.disavow.rules import Severity
from tests.crawler.reports.saying import DATA, needs_data


def found(result: Lint) -> list[tuple[int, str]]:
    return [(problem.line, problem.rule.id) for problem in result.problems]


def test_a_file_without_fault() -> None:
    text = "# Disavow file of shop.example\n\ndomain:a.example\nhttp://b.example/page\n"
    result = lint(text.encode(), own_domains=["shop.example"])
    assert (result.problems, result.entry_count, result.corrected) == ((), 2, text)


@pytest.mark.parametrize(
    ("text", "problems", "corrected"),
    [
        ("domain:a.example\ndomain: b.example\n", [(2, "space-after-colon")], "domain:a.example\ndomain:b.example\n"),
        ("domain:shop.example\n", [(1, "own-domain")], "# domain:shop.example\n"),
        ("domain:cdn.shop.example\nhttp://shop.example/x\n", [(1, "own-domain"), (2, "own-domain")], "# domain:cdn.shop.example\n# http://shop.example/x\n"),
        ("domain:blogspot.com\ndomain:x.blogspot.com\n", [(1, "public-suffix")], "# domain:blogspot.com\ndomain:x.blogspot.com\n"),
        ("domain:org.br\ndomain:co.uk\n", [(1, "public-suffix"), (2, "public-suffix")], "# domain:org.br\n# domain:co.uk\n"),
        ("domain:a.example\nDomain:a.example\n", [(2, "prefix"), (2, "duplicate")], "domain:a.example\n"),
        ("http://a.example/x\ndomain:www.a.example\ndomain:a.example\n", [(1, "covered"), (2, "covered")], "domain:a.example\n"),
        ("domain:www.a.example\nhttp://b.example/\n", [(1, "www-only"), (2, "home-page-only")], "domain:www.a.example\nhttp://b.example/\n"),
        ("domain:a.example # spam\n", [(1, "comment-after-entry")], "# spam\ndomain:a.example\n"),
        ("domain:a.example domain:a.example\n", [(1, "several-entries"), (1, "duplicate")], "domain:a.example\n"),
        ("domain:192.0.2.7\ndomain:a.example\n", [(1, "ip-address")], "# domain:192.0.2.7\ndomain:a.example\n"),
        ("spam links # note\ndomain:a.example\n", [(1, "comment-after-entry"), (1, "not-an-entry")], "# spam links # note\ndomain:a.example\n"),
        ("// note\ndomain:a.example", [(1, "comment-mark")], "# note\ndomain:a.example\n"),
        ("\ufeffdomain:a.example\n", [(0, "byte-order-mark")], "domain:a.example\n"),
        ("domain:a.example\rdomain:b.example\r", [(0, "line-ends")], "domain:a.example\ndomain:b.example\n"),
        ("domain:a.example\r\n\r\n# x\r\n", [], "domain:a.example\n\n# x\n"),
        ("# nothing\n", [(0, "no-entry")], "# nothing\n"),
        ("", [(0, "no-entry")], ""),
    ],
)  # fmt: skip
def test_problems_and_proposals(text: str, problems: list[tuple[int, str]], corrected: str) -> None:
    result = lint(text.encode(), own_domains=["www.shop.example"])
    assert found(result) == problems
    assert result.corrected == corrected


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = "# liens supprimés après contact, été 2026\ndomain:a.example\n"
    result = lint(text.encode(encoding))
    assert found(result) == [(0, "encoding")]
    assert result.corrected == text


def test_limits() -> None:
    assert found(lint(b"domain:a.example\n" + b"\n" * 99_999)) == []
    assert found(lint(b"domain:a.example\n" + b"#\n" * 100_000)) == [(0, "too-many-lines")]
    assert found(lint(b"domain:a.example\n#" + b"x" * 2_100_000)) == [(0, "too-large")]


def test_every_rule_has_its_own_id_and_advice() -> None:
    known = [value for value in vars(rules).values() if isinstance(value, rules.Rule)]
    assert len({rule.id for rule in known}) == len(known) > 20
    assert all(rule.says for rule in known)


REAL: dict[str, dict[str, int]] = {
    "afishing_ahrefs_export.txt": {"covered": 2},
    "bestlittle_space_after_colon.txt": {"space-after-colon": 1},
    "billvivino.txt": {},
    "coolrecep_turkish.txt": {"public-suffix": 1, "covered": 1622, "non-ascii-host": 2},
    "educado.txt": {},
    "eikaiwa.txt": {},
    "feelosophy13_2013_disavow.txt": {"space-after-colon": 52},
    "indhack_fr_utf8_comments.txt": {},
    "japvn.txt": {},
    "levelcasino_blank_lines.txt": {},
    "lucaberton.txt": {},
    "medlicense.txt": {"ip-address": 1, "white-space": 2, "covered": 1},
    "mitchellkrogza_google-disavow.txt": {"covered": 198, "upper-case": 1, "not-an-entry": 2, "public-suffix": 9, "non-ascii-host": 1, "www-only": 7, "duplicate": 1},
    "officeexperts.txt": {},
    "petroglyph.txt": {},
}  # fmt: skip
"""Real files and how often they break which rule."""


@needs_data
@pytest.mark.parametrize("path", sorted((DATA / "disavow").glob("*")), ids=lambda path: str(path.name))
def test_real_files(path: Path) -> None:
    result = lint(path.read_bytes())
    counts: dict[str, int] = {}
    for problem in result.problems:
        counts[problem.rule.id] = counts.get(problem.rule.id, 0) + 1
    assert counts == REAL[path.name]
    assert all(problem.rule.severity is Severity.NOTE for problem in lint(result.corrected.encode()).problems)


PIECES = ["domain:", "Domain: ", "a.example", "b.example", "www.", "http://", "/", "/x", "#", " ", "*", ",", "org.br", "192.0.2.7", "é", "\n", "\r", '"', "-", "\u2028"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60))
def test_the_corrected_file_is_right_and_stays_as_it_is(text: str) -> None:
    once = lint(text.encode(errors="replace"), own_domains=["own.example"])
    again = lint(once.corrected.encode(), own_domains=["own.example"])
    assert again.corrected == once.corrected
    assert {problem.rule for problem in again.problems} <= {
        rules.NO_ENTRY,
        rules.WWW_ONLY,
        rules.HOME_PAGE_ONLY,
    }
