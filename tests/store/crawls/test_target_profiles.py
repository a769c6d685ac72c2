"""Target profiles: who is due, what is kept, and pictures that stand in for others."""

from datetime import timedelta

from store.crawls.target_profiles import Profile, due_targets, mark_stand_ins, property_profiles, put_profile
from store.database import Store
from store.models import Target
from tests.store.intake.test_imports import NOW, row, take

NAMES = ("iris", "figue", "safran", "vetiver")


def filled(store: Store) -> dict[str, int]:
    """Fill a store with pages that link to images, most of them to the last one; give the images' keys."""
    pairs = [(name, page) for number, name in enumerate(NAMES) for page in range(number + 1)]
    take(
        store,
        [
            row(line, "a.test", f"{pair}", f"http://shop.test/{pair[0]}.jpg")
            for line, pair in enumerate(pairs, 2)
        ],
    )
    with store.read() as session:
        return {url.rpartition("/")[2]: id for id, url in session.query(Target.id, Target.url)}


def test_those_that_most_backlinks_name_come_first_and_once_a_day(store: Store) -> None:
    keys = filled(store)
    due = due_targets(store, "shop.test", before=NOW, limit=3)
    assert [target.id for target in due] == [keys[f"{name}.jpg"] for name in ("vetiver", "safran", "figue")]
    assert all(target.is_image for target in due)
    put_profile(store, Profile(target_id=keys["vetiver.jpg"], seen_at=NOW))
    again = due_targets(store, "shop.test", before=NOW, limit=9)
    assert keys["vetiver.jpg"] not in {target.id for target in again}
    later = due_targets(store, "shop.test", before=NOW + timedelta(days=1), limit=9)
    assert later[0].id == keys["vetiver.jpg"]


def test_a_profile_takes_the_place_of_the_earlier_one(store: Store) -> None:
    keys = filled(store)
    key = keys["iris.jpg"]
    put_profile(store, Profile(target_id=key, seen_at=NOW, state="gone", detail="its address answers 404"))
    found = Profile(
        target_id=key,
        seen_at=NOW + timedelta(days=2),
        kind="image",
        bytes=9,
        width=4,
        height=3,
        picture_hash="8" * 16,
        page_url="http://shop.test/iris",
        headings=("Iris", "Notes"),
        archive_offset=2**40,
    )
    put_profile(store, found)
    with store.read() as session:
        assert property_profiles(session, "shop.test") == [("http://shop.test/iris.jpg", found)]
        assert session.get_one(Target, key).page_url == "http://shop.test/iris"


def test_one_picture_at_three_addresses_stands_in_for_others(store: Store) -> None:
    keys = filled(store)
    for name, shown in zip(NAMES, ("a", "b", "b", "b"), strict=True):
        put_profile(store, Profile(target_id=keys[f"{name}.jpg"], seen_at=NOW, picture_hash=shown * 16))
    mark_stand_ins(store, "shop.test")
    with store.read() as session:
        states = {url.rpartition("/")[2]: one.state for url, one in property_profiles(session, "shop.test")}
    assert states == {
        "iris.jpg": "there",
        "figue.jpg": "replaced",
        "safran.jpg": "replaced",
        "vetiver.jpg": "replaced",
    }


def test_sizes_of_one_image_do_not(store: Store) -> None:
    sizes = ("iris.jpg", "iris-300x200.jpg", "iris-150x150.jpg")
    take(store, [row(line, "a.test", "x", f"http://shop.test/{name}") for line, name in enumerate(sizes, 2)])
    for target in due_targets(store, "shop.test", before=NOW, limit=9):
        put_profile(store, Profile(target_id=target.id, seen_at=NOW, picture_hash="c" * 16))
    mark_stand_ins(store, "shop.test")
    with store.read() as session:
        assert {one.state for _, one in property_profiles(session, "shop.test")} == {"there"}
