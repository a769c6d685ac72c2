"""What a crawl finds at the property's own targets: there, gone, replaced; and where its images stand."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.linkwitness.program import linkwitness
from tests.web.model import Host, Request, Response
from tests.web.pictures import jpeg, png
from tests.web.server import WebServer

JPEG = (("Content-Type", "image/jpeg"),)
HTML = (("Content-Type", "text/html; charset=utf-8"),)


def html(title: str, body: str) -> Response:
    page = f"<!doctype html><html lang='fr'><head><title>{title}</title></head><body>{body}</body></html>"
    return Response(status=200, headers=HTML, body=page.encode())


def moved(to: str) -> Response:
    return Response(status=302, headers=(("Location", to),))


NONE = html("Introuvable", "<p>Cette page n'existe pas.</p>")
GONE = Response(status=404, headers=HTML, body=NONE.body)
STAND_IN = Response(status=200, headers=JPEG, body=jpeg("coming soon"))
SHOP = Host(
    name="shop.test",
    robots="User-agent: *\nDisallow: /prive/\n",
    pages={
        "/": html(
            "Shop", "<h1>Parfums</h1><a href='/aide/'>Aide</a> <a href='/parfums/iris-violoncelle/'>Iris</a>"
        ),
        "/parfums/iris-violoncelle/": html(
            "Iris Violoncelle | Shop",
            "<h1>Iris</h1><h2>Le flacon</h2><figure><img src='/img/iris-violoncelle-300x225.jpg' alt='Flacon mauve'>"
            "<figcaption>Cent millilitres</figcaption></figure><p>Une eau de parfum pour les longues soirées.</p>",
        ),
        "/img/iris-violoncelle.jpg": Response(
            status=200, headers=JPEG, body=jpeg("iris", width=400, height=300)
        ),
        "/img/drawn.png": Response(status=200, headers=(("Content-Type", "image/png"),), body=png("drawn")),
        "/img/figue.jpg": moved("/img/placeholder.jpg"),
        "/img/placeholder.jpg": Response(status=200, headers=JPEG, body=jpeg("grey")),
        "/img/soft.jpg": NONE,
        **{f"/img/{name}.jpg": STAND_IN for name in ("safran", "vetiver", "coffret")},
        "/guide/": html("Guide des parfums", "<h1>Guide</h1><p>Comment choisir un parfum qui dure.</p>"),
        "/vieux/": moved("/"),
    },
    unknown=GONE,
)
TARGETS = {
    "/img/iris-violoncelle.jpg": "there",
    "/img/drawn.png": "there",
    "/img/figue.jpg": "replaced",
    "/img/soft.jpg": "gone",
    "/img/safran.jpg": "replaced",
    "/img/vetiver.jpg": "replaced",
    "/img/coffret.jpg": "replaced",
    "/img/nowhere.jpg": "gone",
    "/guide/": "there",
    "/vieux/": "gone",
    "/prive/page": "unknown",
}


def gallery(request: Request) -> Response:
    return html("Gallery", "<p>Nothing of yours.</p>" if request.path == "/" else "<p>Pictures of dogs.</p>")


HOSTS = (SHOP, Host(name="gallery.test", pages={}, unknown=gallery))


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, WebServer]]:
    folder = tmp_path_factory.mktemp("targets")
    rows = [f"https://gallery.test/p{n}\thttp://shop.test{path}" for n, path in enumerate(TARGETS)]
    (folder / "links.tsv").write_text("\n".join(("Referring page URL\tTarget URL", *rows)))
    linkwitness(folder, "import", "links.tsv", "--property", "shop.test")
    with WebServer(HOSTS) as web:
        told = linkwitness(folder, "crawl", connect_to=connections(web), delay="0", loads="1")
        assert told.code == 0, told.err
        yield folder, web


def connections(web: WebServer) -> str:
    return json.dumps({host.name: web.address for host in HOSTS})


@pytest.fixture(scope="module")
def profiles(crawled: tuple[Path, WebServer]) -> dict[str, dict[str, Any]]:
    told = linkwitness(crawled[0], "property", "targets", "--json")
    assert told.code == 0, told.err
    return {url.removeprefix("http://shop.test"): profile for url, profile in json.loads(told.out)}


@pytest.mark.parametrize(("path", "state"), TARGETS.items())
def test_a_target_is_there_gone_or_replaced(
    path: str, state: str, profiles: dict[str, dict[str, Any]]
) -> None:
    assert profiles[path]["state"] == state
    assert bool(profiles[path]["detail"]) == (state != "there")


def test_an_image_has_its_facts_and_the_page_that_shows_it(profiles: dict[str, dict[str, Any]]) -> None:
    iris = profiles["/img/iris-violoncelle.jpg"]
    assert (iris["status"], iris["content_type"], iris["format"]) == (200, "image/jpeg", "jpeg")
    assert (iris["width"], iris["height"], len(iris["picture_hash"])) == (400, 300, 16)
    assert iris["bytes"] == len(jpeg("iris", width=400, height=300))
    assert iris["page_url"] == "http://shop.test/parfums/iris-violoncelle/"
    assert (iris["alt"], iris["caption"], iris["heading"]) == (
        "Flacon mauve",
        "Cent millilitres",
        "Le flacon",
    )
    assert (iris["title"], iris["language"]) == ("Iris Violoncelle | Shop", "fr")
    assert iris["archive_file"].endswith(".warc.gz")


def test_a_page_has_its_words(profiles: dict[str, dict[str, Any]]) -> None:
    guide = profiles["/guide/"]
    assert (guide["kind"], guide["title"], guide["headings"]) == ("page", "Guide des parfums", ["Guide"])
    assert "Comment choisir un parfum" in guide["text"]


def test_people_read_it_too(crawled: tuple[Path, WebServer]) -> None:
    told = linkwitness(crawled[0], "property", "targets").out
    assert "4 replaced" in told
    assert "http://shop.test/img/nowhere.jpg: gone, its address answers 404" in told
    shown = linkwitness(crawled[0], "show", "gallery.test").out
    assert "your own target is replaced" in shown
    assert "your page http://shop.test/parfums/iris-violoncelle/ shows it, jpeg 400 x 300" in shown


def test_a_target_is_asked_for_once_a_day(crawled: tuple[Path, WebServer]) -> None:
    folder, web = crawled
    before = [request for request in web.log if request.host == "shop.test"]
    assert not [request for request in before if request.path.startswith("/prive/")]
    told = linkwitness(folder, "crawl", connect_to=connections(web), delay="0")
    assert told.code == 0, told.err
    assert [request for request in web.log if request.host == "shop.test"] == before
