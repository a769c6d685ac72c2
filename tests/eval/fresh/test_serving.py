"""Fresh pages are served as their sheets say."""

from urllib.parse import urlsplit

import pytest

from eval.fresh.serving import FRESH, UNNAMED, fresh
from eval.fresh.sheets import sheets
from eval.renderings.cases import Rendering, renderings
from tests.web.model import Request, Response

NAMED = {one.case.note: one for one in fresh()}


def answer(name: str, path: str = "", *, load: int = 0, host: int = 0) -> Response:
    one = NAMED[name]
    url = urlsplit(one.case.source_url)
    served = one.hosts[host]
    return served.answer(
        Request(method="GET", host=served.name, path=path or url.path, query=url.query, load=load)
    )


def test_every_address_is_its_own_and_stands_beside_the_others() -> None:
    addresses = [one.case.source_url for one in (*fresh(), *renderings())]
    assert len(set(addresses)) == len(addresses)
    hosts = [host.name for one in fresh() for host in one.hosts]
    assert len(set(hosts)) == len(hosts)


@pytest.mark.parametrize("one", fresh(), ids=lambda one: one.case.note)
def test_what_is_said_to_be_present_stands_in_an_answer(one: Rendering) -> None:
    (sheet,) = (sheet for sheet in sheets() if sheet.name == one.case.note)
    assert one.edition == (FRESH if sheet.is_named else UNNAMED)
    if "present" not in one.case.expect.states or one.case.expect.states - {"present"}:
        return
    texts = [
        given.body + dict(given.headers).get("Location", "").encode()
        for host in one.hosts
        for path in host.pages
        for load in (0, 1)
        for given in [host.answer(Request(method="GET", host=host.name, path=path, query="", load=load))]
    ]
    wanted = {one.owner.owned.name, *one.owner.owned.asset_prefixes}
    quoted = {name.replace("/", "%2F") for name in wanted}
    assert any(name.encode() in text for name in wanted | quoted for text in texts)


def test_redirects_pictures_and_unknown_paths() -> None:
    assert answer("C01-schach").status == 301
    assert answer("C01-schach", "/no-such-page.html").status == 301
    assert answer("C01-velo", "/").body == answer("C01-velo").body == answer("C01-velo", "/x.html").body
    assert answer("E01-news", "/no-such-page.html").status == 404
    assert dict(answer("C23-image").headers)["Content-Type"] == "image/jpeg"
    assert answer("C19-hop").status == 301
    assert b"Emerald Green Sofa" in answer("C19-hop", host=1).body


def test_later_loads_may_differ() -> None:
    assert answer("C05-cookie").body != answer("C05-cookie", load=1).body
    assert answer("A01-bodas").body == answer("A01-bodas", load=1).body


def test_character_sets() -> None:
    assert "天鹅绒".encode("gb18030") in answer("N01-chinese").body
