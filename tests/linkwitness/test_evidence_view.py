"""The evidence of one page as a person reads it in a terminal."""

import pytest

from evidence.model import PageEvidence
from linkwitness.evidence_view import IN_FULL, marked_text, show_evidence
from tests.evidence.pages import IMAGE, read

LINK = f'<a href="{IMAGE}">anchor</a>'


def shown(page: PageEvidence, capsys: pytest.CaptureFixture[str]) -> list[str]:
    show_evidence(page)
    return [line.strip() for line in capsys.readouterr().out.splitlines() if line.strip()]


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        (f"<p>one {LINK} two", "one [1] anchor two"),
        (f'<p>one <img src="{IMAGE}" alt="x"> two', "one [1] two"),
        (f"{LINK} two", "[1] anchor two"),
        (f'<p>one <b style="display:none">{LINK}</b> two', "one [1, hidden] two"),
        (f'<p>one <img data-src="{IMAGE}"> two', "one [1, lazy] two"),
        (f"<p>one <template>{LINK}</template> two", "one [1, inert] two"),
        ("<p>see shop.test now", "see [1] shop.test now"),
        (f"<p>זה {LINK.replace('anchor', 'קישור')} כאן", "זה [1] קישור כאן"),
        (f'<meta property=og:image content="{IMAGE}"><p>one two', "one two"),
        (f"<script>x='{IMAGE}'</script><p>one two", "one two"),
        (f"<!-- {IMAGE} --><p>one two", "one two"),
    ],
)
def test_references_are_marked_where_they_stand(html: str, marked: str) -> None:
    assert " ".join(marked_text(read(html)).plain.split()) == marked


def test_what_stands_nowhere_on_the_page_has_neither_place_nor_window(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = shown(read(f"<script>x='{IMAGE}'</script><p>one two"), capsys)
    (head,) = (line for line in lines if line.startswith("[1]"))
    assert head == "[1] mention, the exact address (L0), inert, script"
    assert "hidden by  in <script>" in lines
    assert not [line for line in lines if line.startswith("window")]


def test_of_many_references_the_first_are_told_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    links = "".join(f'<p>words <a href="https://shop.test/{number}">anchor</a>' for number in range(300))
    page = read(links)
    assert page.limits == ()
    lines = shown(page, capsys)
    assert "300 references to the property" in lines
    assert len([line for line in lines if line.startswith("window")]) == IN_FULL
    assert f"{300 - IN_FULL} more, in short; --json has all that is known of them" in lines
    assert len([line for line in lines if line.startswith("[300] link, another address of yours (L7)")]) == 1
