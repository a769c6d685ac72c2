"""What further looks bring to light: other visitors, the page's own images, scripts that lead on."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from PIL import Image
from sqlalchemy import select

from crawler.visits.own_images import MOST_BYTES
from evidence.addresses.urls import normal_form
from evidence.pictures.picture import picture_of
from store.crawls.target_profiles import Profile, put_profile
from store.database import Store
from store.identity import key
from store.models import Backlink, Page, Presence, Reference, Verdict, Visit
from store.properties import property_key
from tests.crawler.seeding import IMAGE, PROPERTY, crawl, seed
from tests.crawler.server import Asked, WebServer, response
from tests.crawler.visited import FOUND, NOTHING

HOME = "<html><title>Start</title><p>" + "Welcome to our little gallery of things. " * 9


def visit(store: Store, web: WebServer, folder: Path, *hosts: str) -> dict[str, Backlink]:
    """Crawl `/p` of each host; return what is said of their backlinks, by host."""
    for host in hosts:
        web.page(host, "/", HOME)
    seed(store, [f"http://{host}/p" for host in hosts])
    crawl(str(store.url), folder, connect_to={"test": f"127.0.0.1:{web.port}"})
    with store.read() as session:
        rows = session.execute(select(Page.host, Backlink).join(Page, Page.id == Backlink.page_id))
        return {row.host: row.Backlink for row in rows}


def to(shown: Callable[[Asked], bool], *, cookie: str = "") -> Callable[[Asked], bytes]:
    """Show the image to some visitors only."""
    return lambda asked: response((FOUND if shown(asked) else NOTHING).encode(), set_cookie=cookie)


def test_a_page_that_answers_some_visitors_only(sqlite_store: Store, web: WebServer, tmp_path: Path) -> None:
    web.routes["referrer.test", "/p"] = to(lambda asked: "google" in asked.headers.get("referer", ""))
    web.routes["mobile.test", "/p"] = to(lambda asked: "Mobile" in asked.headers["user-agent"])
    web.routes["english.test", "/p"] = to(lambda asked: "en" in asked.headers["accept-language"])
    web.routes["cookies.test", "/p"] = to(
        lambda asked: "seen=1" in asked.headers.get("cookie", ""), cookie="seen=1; Path=/"
    )
    web.routes["robot.test", "/p"] = to(lambda asked: "Googlebot" in asked.headers["user-agent"])
    said = visit(sqlite_store, web, tmp_path, *(f"{name}.test" for name in CONDITIONS), "robot.test")
    for name, condition in CONDITIONS.items():
        backlink = said[f"{name}.test"]
        assert (backlink.state, backlink.seen_loads) == ("present", 0), name
        assert f"Conditional on {condition}: only a visitor " in backlink.detail
        with sqlite_store.read() as session:
            said_so = session.get_one(Visit, backlink.visit_id)
            assert said_so.profile == PROFILES.get(name, name)
            states = session.execute(
                select(Visit.profile, Presence.state, Visit.archive_file)
                .join(Presence, Presence.visit_id == Visit.id)
                .where(Visit.page_id == backlink.page_id)
            ).all()
        assert {(profile, state) for profile, state, _ in states} >= {
            ("plain", "absent"),
            (said_so.profile, "present"),
        }
        assert all(file for _, _, file in states), "both bodies are kept"
    assert said["robot.test"].state == "absent", "we never pose as a search engine's robot"
    assert not [asked for asked in web.log if "bot" in asked.headers["user-agent"].lower()]
    assert not [asked for asked in web.log if asked.host != "cookies.test" and "cookie" in asked.headers]


CONDITIONS = {
    "referrer": "the referrer",
    "mobile": "the device",
    "english": "the language",
    "cookies": "cookies",
}
PROFILES = {"referrer": "search-referrer"}


def test_chance_is_not_called_a_condition(sqlite_store: Store, web: WebServer, tmp_path: Path) -> None:
    loads = iter([NOTHING, NOTHING, FOUND, FOUND])
    web.routes["shuffled.test", "/p"] = lambda _: response(next(loads).encode())
    backlink = visit(sqlite_store, web, tmp_path, "shuffled.test")["shuffled.test"]
    assert (backlink.state, backlink.seen_loads, backlink.loads) == ("present", 1, 3)
    assert "Conditional" not in backlink.detail


def test_a_suspected_host_is_looked_at_as_every_visitor(
    sqlite_store: Store, web: WebServer, tmp_path: Path
) -> None:
    for host in ("flagged.test", "trusted.test"):
        web.routes[host, "/p"] = to(lambda asked: "referer" not in asked.headers)
    ids = seed(sqlite_store, ["http://flagged.test/p"])
    with sqlite_store.write() as session:
        session.add(
            Verdict(
                property_id=property_key(PROPERTY.name), subject="page", subject_id=ids["http://flagged.test/p"],
                state="suspicious", score=0.7, flagged=True, signals=3, pages=1, spam_pages=0, reason="x",
                decided_at=datetime.now(UTC),
            )
        )  # fmt: skip
    said = visit(sqlite_store, web, tmp_path, "flagged.test", "trusted.test")
    assert said["flagged.test"].state == said["trusted.test"].state == "present"
    assert (
        "the referrer: a visitor who comes from a search engine does not see it"
        in said["flagged.test"].detail
    )
    assert web.asked("trusted.test") == ["/robots.txt", "/p"]


def test_an_own_image_that_is_fetched_from_the_property(
    sqlite_store: Store, web: WebServer, tmp_path: Path
) -> None:
    pictures = "".join(f'<img src="/photo{number}.jpg">' for number in range(20))
    for host in ("kit.test", "club.test"):
        web.page(host, "/p", f'{NOTHING}{pictures}<img src="/blue-bottle.jpg" alt="Blue bottle">')
    web.page("kit.test", "/blue-bottle.jpg", status=302, location="/cache/1")
    web.page("kit.test", "/cache/1", status=302, location=IMAGE)
    web.page("club.test", "/blue-bottle.jpg", status=302, location="http://cdn.test/blue-bottle.jpg")
    said = visit(sqlite_store, web, tmp_path, "kit.test", "club.test")
    backlink = said["kit.test"]
    assert (backlink.state, backlink.reason, backlink.level) == ("present", "embed", "L5")
    assert f"http://kit.test/cache/1 (302) → {IMAGE}" in backlink.detail
    assert said["club.test"].state == "absent"
    with sqlite_store.read() as session:
        seen = session.get_one(Visit, backlink.visit_id)
        assert (seen.purpose, seen.status, seen.final_url) == ("image", 302, IMAGE)
        assert [hop["url"] for hop in seen.hops] == [
            "http://kit.test/blue-bottle.jpg",
            "http://kit.test/cache/1",
        ]
        assert seen.archive_file
        reference = session.scalars(select(Reference)).one()
        assert (reference.visit_id, reference.via, reference.level) == (seen.id, "image-redirect", "L5")
        assert (reference.url, reference.resolved) == ("http://kit.test/blue-bottle.jpg", IMAGE)
    images = [path for path in web.asked("kit.test") if path.endswith(".jpg")]
    assert images[0] == "/blue-bottle.jpg", "the likeliest one first"
    assert len(images) == len(set(images)) == 4, "and no more than a few"


def drawn(size: tuple[int, int], form: str, colour: str = "navy") -> bytes:
    picture = Image.new("RGB", (40, 30), "white")
    picture.paste("red", (25, 3, 35, 20) if colour == "navy" else (0, 20, 18, 30))
    picture.paste(colour, (5, 12, 38, 28) if colour == "navy" else (2, 2, 12, 12))
    out = BytesIO()
    picture.resize(size).save(out, form)
    return out.getvalue()


def test_an_own_image_that_is_a_copy_of_the_property_s(
    sqlite_store: Store, web: WebServer, tmp_path: Path
) -> None:
    shown = '<img src="/dwn/blue-bottle.jpg" alt="Blue bottle"><img src="/other.jpg" alt="Other">'
    bodies = {
        "copy.test": drawn((400, 300), "JPEG"),
        "other.test": drawn((400, 300), "JPEG", "green"),
        "huge.test": drawn((400, 300), "JPEG") + bytes(MOST_BYTES),
        "torn.test": drawn((400, 300), "PNG")[:200],
        "page.test": b"<html><p>Not found",
    }
    for host, body in bodies.items():
        web.page(host, "/p", NOTHING + shown)
        web.page(host, "/dwn/blue-bottle.jpg", body, content_type="image/jpeg")
        web.page(host, "/other.jpg", drawn((90, 60), "JPEG", "green"), content_type="image/jpeg")
    seed(sqlite_store, [])
    original = picture_of(drawn((800, 600), "PNG"))
    assert original is not None
    target = key("target", PROPERTY.name, normal_form(IMAGE))
    put_profile(
        sqlite_store,
        Profile(target_id=target, seen_at=datetime.now(UTC), kind="image", picture_hash=original.hash),
    )
    said = visit(sqlite_store, web, tmp_path, *bodies)
    backlink = said["copy.test"]
    assert (backlink.state, backlink.reason, backlink.level) == ("present", "embed", "L8")
    assert backlink.detail == (
        f"shows a copy of {IMAGE}, told by its perceptual hash: http://copy.test/dwn/blue-bottle.jpg"
    )
    assert {host for host, link in said.items() if link.state == "absent"} == bodies.keys() - {"copy.test"}
    with sqlite_store.read() as session:
        seen = session.get_one(Visit, backlink.visit_id)
        assert (seen.purpose, seen.status, seen.body_bytes) == ("image", 200, len(bodies["copy.test"]))
        assert seen.archive_file, "the bytes that prove it are kept"
        reference = session.scalars(select(Reference)).one()
    assert (reference.via, reference.level, reference.resolved) == ("picture-copy", "L8", IMAGE)


def test_a_script_redirect_is_part_of_the_one_chain(
    sqlite_store: Store, web: WebServer, tmp_path: Path
) -> None:
    def leads(to: str) -> str:
        return f"<html><title>One moment</title><p>Wait<script>location.replace('{to}')</script>"

    web.page("script.test", "/p", status=301, location="/q")
    web.page("script.test", "/q", leads("http://other.test/"))
    web.page("other.test", "/", FOUND)
    web.page("inside.test", "/p", leads("http://169.254.169.254/latest"))
    web.page("shop.test", "/p", f"{FOUND}<script>location = 'http://elsewhere.test/'</script>")
    said = visit(sqlite_store, web, tmp_path, "script.test", "inside.test", "shop.test")
    assert said["script.test"].state == "present"
    assert (said["inside.test"].state, said["inside.test"].reason) == ("unknown", "refused-address")
    assert said["shop.test"].state == "present"
    assert web.asked("elsewhere.test") == [], "what is looked for was seen already"
    with sqlite_store.read() as session:
        seen = session.scalars(select(Visit).where(Visit.url == "http://script.test/p")).one()
    assert [(hop["how"], hop["url"]) for hop in seen.hops] == [
        ("http", "http://script.test/p"),
        ("script", "http://script.test/q"),
    ]
    assert seen.final_url == "http://other.test/"


def test_a_frame_of_the_page_is_looked_into(sqlite_store: Store, web: WebServer, tmp_path: Path) -> None:
    for host, attributes in (("hidden.test", 'width="0" height="0"'), ("open.test", 'width="600"')):
        web.page(host, "/p", f'{NOTHING}<iframe src="/cache/1.html" {attributes}></iframe>')
        web.page(host, "/cache/1.html", FOUND)
    web.page("far.test", "/p", f'{NOTHING}<iframe src="http://video.test/1"></iframe>')
    said = visit(sqlite_store, web, tmp_path, "hidden.test", "open.test", "far.test")
    hidden, seen = said["hidden.test"], said["open.test"]
    assert (hidden.state, hidden.level, hidden.visibility) == ("present", "L0", "hidden")
    assert hidden.detail.startswith(
        "in the frame http://hidden.test/cache/1.html, hidden by a frame of 0 by 0: links to"
    )
    assert (seen.state, seen.visibility) == ("present", "visible")
    assert said["far.test"].state == "absent", "another site's frame is another site's page"
    assert web.asked("video.test") == []
    with sqlite_store.read() as session:
        assert session.get_one(Visit, hidden.visit_id).purpose == "frame"
        rules = session.scalars(select(Reference.hidden_by).where(Reference.backlink_id == hidden.id)).all()
    assert set(rules) == {"in a frame: a frame of 0 by 0"}
