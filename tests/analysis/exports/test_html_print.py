"""The summary as a client prints it: A4 pages from Chromium, each case whole on one of them."""

import io
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import sync_playwright

from analysis.exports.html import write
from tests.analysis.exports.dossiers import HOSTILE, dossier

CHROMIUM = shutil.which("chromium")
CASES = 4
FINDINGS = 7
"""As many as fill more than half a page."""
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium: apt-get install chromium")


def printed(path: Path) -> pypdfium2.PdfDocument:
    """Print as a reader does who works in dark mode."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(color_scheme="dark")
        page.goto(path.as_uri())
        body = page.pdf(prefer_css_page_size=True)
        browser.close()
    return pypdfium2.PdfDocument(io.BytesIO(body))


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Iterator[pypdfium2.PdfDocument]:
    given = dossier()
    (case,) = given.flagged
    (page,) = case.pages
    long = replace(page, findings=page.findings * FINDINGS)
    cases = tuple(replace(case, domain=f"kit{n}.test", pages=(long,)) for n in range(CASES))
    path = tmp_path_factory.mktemp("print") / "summary.html"
    write(replace(given, flagged=cases, months=(("2026-10", 5, 1), ("2026-11", 2, 0))), path)
    opened = printed(path)
    yield opened
    opened.close()


def test_each_case_is_whole_on_a_page_of_its_own(document: pypdfium2.PdfDocument) -> None:
    texts = [page.get_textpage().get_text_range() for page in document]
    assert len(texts) == 1 + CASES
    assert "Who really links to shop.test" in texts[0]
    for number, text in enumerate(texts[1:]):
        assert f"kit{number}.test" in text
        assert text.count("The address names your image.") == FINDINGS
        assert "No action." in text


def test_pages_are_headed_and_numbered(document: pypdfium2.PdfDocument) -> None:
    for number, page in enumerate(document, start=1):
        text = page.get_textpage().get_text_range()
        assert f"Page {number} of {1 + CASES}" in text
        assert ("Backlinks of shop.test" in text) == (number > 1)
        assert [round(side) for side in page.get_size()] == [595, 842], "A4 in points"


def test_nothing_is_cut_off(document: pypdfium2.PdfDocument) -> None:
    for page in document:
        width, height = page.get_size()
        text = page.get_textpage()
        boxes = [text.get_charbox(place) for place in range(text.count_chars())]
        assert all(left >= 0 and right <= width for left, _, right, _ in boxes)
        assert all(bottom >= 0 and top <= height for _, bottom, _, top in boxes)
    assert HOSTILE.splitlines()[0] in document[1].get_textpage().get_text_range().replace("\r\n", " ")


def test_it_is_dark_on_white(document: pypdfium2.PdfDocument) -> None:
    for page in document:
        grey = page.render(scale=1).to_pil().convert("L")
        white = grey.histogram()[250:]
        assert sum(white) > 0.7 * grey.width * grey.height
        assert grey.getextrema()[0] < 50, "the words are dark, whatever the reader's screen is"
