"""The case of pages that changed between two visits, and the picture of the property beside theirs."""

import io
import json
import re
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from evidence.pictures.picture_copy import SMALL
from review.case import telling_load
from store.database import open_store
from store.models import Target
from tests.analysis.exports.dossiers import dossier
from tests.linkwitness.program import linkwitness
from tests.review.serving import Served, served
from tests.review.test_browser import CHROMIUM, browser, check_access
from tests.web import shop
from tests.web.model import Host, Page, Request, Response
from tests.web.pictures import jpeg
from tests.web.server import WebServer

__all__ = ["browser"]
NAME = shop.PROPERTY.name
PICTURE = f"http://{NAME}/img/iris-violoncelle.jpg"
BOMB = f"http://{NAME}/img/bomb.png"
HTML = (("Content-Type", "text/html; charset=utf-8"),)
WORDS = "Die Leuchte steht auf dem alten Tisch und wirft ein warmes Licht in das kleine Zimmer"
OURS = f'<p>{WORDS}<img src="{PICTURE}" alt="Flacon mauve">{WORDS}</p><img src="/own.jpg" alt="Lampe">'


def html(title: str, body: str, status: int = 200) -> Response:
    text = f"<!doctype html><title>{title}</title><body>{body}"
    return Response(status=status, headers=HTML, body=text.encode())


def in_turn(*answers: Response) -> Page:
    """Answer each load with the next one, and with the last one from then on."""

    def answer(request: Request) -> Response:
        return answers[min(request.load, len(answers) - 1)]

    return answer


def bomb() -> bytes:
    out = io.BytesIO()
    Image.new("1", (9_000, 9_000)).save(out, "PNG")
    return out.getvalue()


LAMPS = html("Lampen", OURS)
WATCHES = html(
    "Angebote",
    "<p>Buy the best cheap watches here today, all of the prices are very low now and everything is "
    "delivered to your door</p>",
)
WALL = Response(status=403)
HOSTS = (
    Host(
        name=NAME,
        pages={
            "/": html("Shop", "<h1>Parfums</h1>"),
            "/img/iris-violoncelle.jpg": Response(
                status=200,
                headers=(("Content-Type", "image/jpeg"),),
                body=jpeg("iris", width=900, height=600),
            ),
            "/img/bomb.png": Response(status=200, headers=(("Content-Type", "image/png"),), body=bomb()),
        },
        unknown=Response(status=404),
    ),
    Host(
        name="changing.test",
        pages={"/p": in_turn(LAMPS, WATCHES)},
        unknown=Response(status=404),
    ),
    Host(name="same.test", pages={"/p": LAMPS}, unknown=Response(status=404)),
    Host(
        name="returning.test",
        pages={"/p": in_turn(LAMPS, WALL, WATCHES)},
        unknown=Response(status=404),
    ),
    Host(
        name="walled.test",
        pages={"/p": in_turn(LAMPS, WALL)},
        unknown=Response(status=404),
    ),
)


@pytest.fixture(scope="module")
def visited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("visited")
    linkwitness(folder, "property", "add", NAME)
    rows = [f"http://{host.name}/p\t{PICTURE}" for host in HOSTS[1:]] + [f"http://same.test/p\t{BOMB}"]
    (folder / "links.tsv").write_text("\n".join(("Referring page URL\tTarget URL", *rows)))
    assert linkwitness(folder, "import", "links.tsv").code == 0
    with WebServer(HOSTS) as web:
        known = json.dumps({host.name: web.address for host in HOSTS})
        again = ("recrawl", *(host.name for host in HOSTS[1:]))
        for words in (("crawl",), again, again):
            told = linkwitness(folder, *words, connect_to=known, delay="0", loads="1")
            assert told.code == 0, told.err
    assert linkwitness(folder, "analyse").code == 0
    return folder


@pytest.fixture(scope="module")
def review(visited: Path) -> Iterator[Served]:
    with served(visited) as running:
        yield running


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page))


def test_what_changed_stands_side_by_side(review: Served) -> None:
    text = text_of(review.get("/domain/changing.test").text)
    assert "there: shown on the page not there: the page shows nothing of yours" in text
    assert "title Lampen Angebote" in text
    assert "language German English" in text
    assert re.search(r"words around the link .{20,200}\[Flacon mauve\] .{20,200} \(nothing\)", text)


def test_what_did_not_change_is_told_in_one_line(review: Served) -> None:
    text = text_of(review.get("/domain/same.test").text)
    assert "Nothing changed since" in text
    assert re.search(r"status 200, [\d,]+ bytes", text), "what came is told with each visit"
    assert "words around" not in text


def test_strangers_words_run_in_their_own_direction(review: Served) -> None:
    """A title in Hebrew would else pull the words around it to its side."""
    page = review.get("/domain/changing.test").text
    quotes = re.findall(r"<(?:blockquote|p class=.window.)[^>]*>", page)
    assert quotes
    assert all('dir="auto"' in quote for quote in quotes)
    assert "“<bdi>Angebote</bdi>”" in page


def test_what_could_not_be_read_is_not_compared(review: Served) -> None:
    """A page behind a wall has not lost its title."""
    text = text_of(review.get("/domain/walled.test").text)
    assert "answer status 200 status 403" in text
    assert "could not be seen: the server refuses robots" in text
    for untold in ("title Lampen", "words around", "language German"):
        assert untold not in text


def test_content_is_compared_with_the_last_that_was_read(review: Served) -> None:
    text = text_of(review.get("/domain/returning.test").text)
    assert "answer status 403 status 200" in text
    assert "title Lampen Angebote" in text


def test_of_several_loads_the_one_that_showed_it_tells() -> None:
    """A gallery that shuffles: the second of three loads had our picture."""
    page = dossier().flagged[0].pages[0]
    first = page.visits[0]
    loads = [replace(first, id=number, purpose="again" if number > 4 else "page") for number in (3, 4, 5, 6)]
    (link,) = page.backlinks
    (seen,) = link.sightings
    for showed, told in ((5, 5), (4, 4), (3, 4)):
        links = (replace(link, sightings=(replace(seen, visit_id=showed),)),)
        load = telling_load(replace(page, visits=tuple(loads[::-1]), backlinks=links))
        assert load is not None
        assert load.id == told
    assert telling_load(replace(page, visits=())) is None


def test_what_could_not_be_seen_has_no_pictures(review: Served) -> None:
    text = text_of(review.get("/domain/walled.test").text)
    assert "could not be seen, so nobody can say which pictures it shows" in text
    assert "shows no picture at all" in text_of(review.get("/domain/changing.test").text)


def test_the_terminal_says_it_too(visited: Path) -> None:
    told = linkwitness(visited, "show", "changing.test").out
    assert "title: Lampen → Angebote" in told
    assert "language: German → English" in told


def test_our_picture_is_drawn_anew_from_the_archive(review: Served) -> None:
    page = review.get("/domain/same.test").text
    (path,) = set(re.findall(r"/target/\d+/picture", page))
    answer = review.get(path)
    assert (answer.status, answer.headers["content-type"]) == (200, "image/png")
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert "“Lampe”" in page, "pictures of the page are listed by their words"
    assert page.count("<strong>yours</strong>") == 1
    assert not re.search(r'<img[^>]*src="(?!/target/)', page)


def test_a_copy_is_small(review: Served) -> None:
    path = re.findall(r"/target/\d+/picture", review.get("/domain/same.test").text)[0]
    with urllib.request.urlopen(review.url + path) as answer, Image.open(answer) as copy:
        assert copy.format == "PNG"
        assert copy.size == (SMALL, SMALL * 600 // 900)


def test_a_picture_too_large_to_draw_is_told_in_words(visited: Path, review: Served) -> None:
    assert "9,000 × 9,000 pixels (png), but cannot be shown here" in review.get("/domain/same.test").text
    store = open_store(f"sqlite:///{visited / 'linkwitness-data' / 'linkwitness.db'}")
    with store.read() as session:
        bomb_id = session.query(Target.id).where(Target.url == BOMB).scalar()
    store.close()
    for target in (bomb_id, 1, 2**70):
        assert review.get(f"/target/{target}/picture").status == 404


@pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium: apt-get install chromium")
def test_axe_finds_nothing_in_pictures_and_history(browser: Browser, review: Served) -> None:
    paths = ("/domain/changing.test", "/domain/same.test", "/domain/walled.test")
    check_access(browser, review.url, paths, "light")
