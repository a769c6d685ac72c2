"""Contests, clubs and licensed wallpapers next to what generators make of strangers' pictures."""

import pytest

from evidence.extract import extract
from evidence.property import Property

SHOP = Property(name="shop.test", domains=("shop.test",))
NAMES = ("Anna", "Béla", "Claire", "Dmitri", "Eva", "Fatima")
TITLES = (
    "Chicken coop plans for beginners",
    "Grey living room ideas that feel warm",
    "Long division worksheet, grade three",
    "Pallet table with wheels",
    "Maine Coon kitten at twelve weeks",
    "Oak vanity with marble top",
)
CREDITED, OFF_KEYWORD, BRIEF, ONE = (
    "credited-makers",
    "off-keyword-pictures",
    "brief-names",
    "one-name-pictures",
)


def traits(tile: str, *, title: str = "Spring contest", path: str = "spring", count: int = 6) -> set[str]:
    """Return what is said of a page that shows one picture of each of so many strangers."""
    tiles = "".join(
        "<p>" + tile.format(src=f"https://site{place}.example/{place}.jpg", n=place, name=NAMES[place],
                            host=f"site{place}.example", title=TITLES[place]) + "</p>"
        for place in range(count)
    )  # fmt: skip
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{tiles}</body></html>"
    found = extract(page.encode(), url=f"https://club.example/{path}", headers={}, property=SHOP)
    return {CREDITED, OFF_KEYWORD, BRIEF, ONE} & set(found.traits)


MADE_BY_PEOPLE = {
    "a sign": "<a href='{src}'><img src='{src}'></a> © {name} Lang",
    "German": "<img src='{src}'><br>Foto: {name} Lang",
    "English": "<img src='{src}'> “Dusk” by {name} Lang",
    "Russian": "<img src='{src}'><br>Автор: {name} Lang",
    "Japanese": "<img src='{src}'><br>撮影:{name}",
    "Arabic": "<img src='{src}'><br>تصوير: {name}",
    "Hungarian": "<img src='{src}'> Fotó: {name} Lang",
    "names above": "Photo by {name} Lang<br><img src='{src}'>",
    "a licence each": "<img src='{src}'><a href='https://creativecommons.org/licenses/by/4.0/'>free</a>",
    "a licence by its relation": "<img src='{src}'><a rel=license href='/licence'>free</a>",
    "a link to the owner": "<a href='https://{host}/about'><img src='{src}'></a>",
}


@pytest.mark.parametrize("tile", MADE_BY_PEOPLE.values(), ids=MADE_BY_PEOPLE)
def test_makers_are_credited(tile: str) -> None:
    assert CREDITED in traits(tile)


MADE_BY_MACHINES = {
    "titles of strangers": "<a href='{src}'><img src='{src}' alt='{title}'></a>{title}",
    "one author for all": "<img src='{src}' alt='{title}'> by James",
    "hosts": "<img src='{src}' alt='{title}'> Photo by: www.{host}",
    "hosts after a preposition": "<img src='{src}' alt='{title}'> by {host}",
    "words in lower case": "<img src='{src}' alt='{title}'> photo: source",
    "links to files": "<a href='https://{host}/large/{n}.jpg'><img src='{src}'></a>",
}


@pytest.mark.parametrize("tile", MADE_BY_MACHINES.values(), ids=MADE_BY_MACHINES)
def test_makers_are_not_credited(tile: str) -> None:
    assert CREDITED not in traits(tile)


def test_a_crowd_begins_with_four_strangers() -> None:
    assert CREDITED in traits(MADE_BY_PEOPLE["a sign"], count=4)
    assert traits(MADE_BY_PEOPLE["a sign"], count=3) == set()


RANKED = "<a href='{src}'><img src='{src}'></a> {n}. {name}"


@pytest.mark.parametrize(
    ("tile", "title", "path", "is_off"),
    [
        (RANKED, "Spring contest", "spring", True),
        (RANKED, "Taartenwedstrijd 2020", "taarten2020", True),
        ("<img src='{src}' alt='{title}'>", "Unterwasserwelt", "unterwasserwelt.html", True),
        ("<img src='{src}' alt='{title}'>", "Grey living room", "grey-living-room.html", False),
        ("<img src='{src}' alt='{title}'>", "Кошки и котята", "84412.html", False),
        ("<img src='{src}' alt='{title}'> sofa", "Green sofa ideas", "green-sofa-ideas.html", False),
        ("<img src='{src}' alt='plans {n}'>", "Garden shed plans", "garden-shed-plans", False),
        ("<img src='{src}' alt=''>", "Garden shed plans", "garden-shed-plans", False),
        ("<img src='{src}'> {name}さん", "写真展", "2022", False),
        ("<img src='{src}' alt='{title}'>", "What's on", "whats-on", True),
        ("<img src='{src}' alt='{title}'>", "登山背包 2349", "dengshan-beibao", False),
    ],
    ids=[
        "places and names",
        "one word for all",
        "titles of strangers",
        "one of six fits",
        "other letters",
        "a keyword in every caption",
        "a keyword in every alternative text",
        "pictures without a word",
        "a title without words to compare",
        "a list of events under common words alone",
        "a short title in another script",
    ],
)
def test_pictures_that_have_nothing_to_do_with_the_keyword(
    tile: str, title: str, path: str, *, is_off: bool
) -> None:
    assert (OFF_KEYWORD in traits(tile, title=title, path=path)) is is_off


SHORT = ("Grey beret", "Pointed hat", "Ear flaps, blue", "Wool flowers", "Leather brim", "Straw hat")


def board(names: tuple[str, ...], *, title: str, path: str = "felt", lang: str = "en") -> set[str]:
    """Return the traits of a page whose pictures of strangers have such alternative texts."""
    shown = "".join(
        f"<img src='https://site{n}.example/{n}.jpg' alt='{name}'>" for n, name in enumerate(names)
    )
    page = f"<html lang={lang}><head><title>{title}</title></head><body><h1>{title}</h1>{shown}</body></html>"
    found = extract(page.encode(), url=f"https://club.example/{path}", headers={}, property=SHOP)
    return {BRIEF, ONE} & set(found.traits)


def test_boards_call_each_picture_by_a_few_words_of_its_own() -> None:
    assert board(SHORT, title="Hats I like") == {BRIEF}
    assert board(SHORT[:4], title="Hats I like") == {BRIEF}
    assert board(SHORT[:3], title="Hats I like") == set()
    assert board(("灰色のベレー", "とんがり帽", "花の飾り", "革のつば"), title="気になるもの", lang="ja") == {
        BRIEF
    }


MADE_FOR_A_KEYWORD = {
    "titles of whole pages": TITLES,
    "the keyword and a filler": tuple(
        f"felt hat {word}" for word in ("new", "new", "price", "price", "", "")
    ),
    "most without a name": (*SHORT[:3], "", "", ""),
    "long names, but for two": (*TITLES[:4], *SHORT[:2]),
}


@pytest.mark.parametrize("names", MADE_FOR_A_KEYWORD.values(), ids=MADE_FOR_A_KEYWORD)
def test_names_that_people_do_not_give(names: tuple[str, ...]) -> None:
    assert BRIEF not in board(names, title="Felt hat", path="felt-hat.html")


def test_one_name_for_the_pictures_of_many_strangers() -> None:
    same = tuple(f"felt hat pattern {number}" for number in range(6))
    assert board(same, title="Felt hat pattern") == {ONE}
    assert board((*same[:5], "Grey beret"), title="Felt hat pattern") == {ONE}


ONE_NAME_OF_PEOPLE = {
    "five strangers": (("felt hat pattern",) * 5, "Felt hat pattern"),
    "a plug-in below a title that names its site": (
        ("felt hat pattern",) * 6,
        "Felt hat pattern – Woolworks",
    ),
    "a plug-in's own text": (("Product image",) * 6, "Felt hat pattern"),
    "a word": (("Hats",) * 6, "Hats"),
    "two names": ((*("felt hat pattern",) * 4, "Grey beret", "Straw hat"), "Felt hat pattern"),
    "none": (("",) * 6, "Felt hat pattern"),
}


@pytest.mark.parametrize("case", ONE_NAME_OF_PEOPLE)
def test_one_name_that_says_nothing(case: str) -> None:
    names, title = ONE_NAME_OF_PEOPLE[case]
    assert ONE not in board(names, title=title)


INWARD, PLAIN = "inward-pictures", "plain-captions"
LED = "<a href='{to}'><img src='https://site{n}.example/{n}.jpg' alt='{n}'></a>"


def led(to: str, *, tile: str = LED, count: int = 6) -> bool:
    """Say whether pictures of so many strangers, in links to such addresses, lead to the site's own pages."""
    shown = "".join(tile.format(to=to.format(n=n), n=n) for n in range(count))
    page = f"<html><body><nav><a href='/'>Home</a></nav>{shown}</body></html>"
    found = extract(page.encode(), url="https://portal.example/objects", headers={}, property=SHOP)
    return INWARD in found.traits


@pytest.mark.parametrize(
    ("to", "tile", "count", "is_led"),
    [
        ("/object/{n}", LED, 6, True),
        ("https://www.portal.example/go?to={n}", LED, 6, True),
        ("/object/{n}", "<a href='{to}'><span><img src='https://site{n}.example/{n}.jpg'></span></a>", 6, True),
        ("/object/{n}", LED, 3, False),
        ("https://site{n}.example/{n}.jpg", LED, 6, False),
        ("/large/{n}.jpg", LED, 6, False),
        ("/object/{n}", "<img src='https://site{n}.example/{n}.jpg'><a href='{to}'>more</a>", 6, False),
        ("/object/{n}", "<a href='{to}'>more</a><img src='https://site{n}.example/{n}.jpg'>", 6, False),
    ],
    ids=["objects", "a shop's way out", "in a span", "three", "files", "own files", "links below", "links above"],
)  # fmt: skip
def test_pictures_that_lead_to_pages_of_the_site(to: str, tile: str, count: int, *, is_led: bool) -> None:
    assert led(to, tile=tile, count=count) is is_led


PAGE_TITLES = (
    "Chicken Coop Plans For Beginners",
    "37 Grey Living Room Ideas That Feel Warm",
    "Long Division Worksheet - Grade Three",
    "How To Build A Pallet Table",
)


PROSE = {
    "en": "<p>We are doing up the kitchen, and this is where I keep the things that I like.</p>",
    "hu": "<p>Felújítjuk a konyhát, és ide gyűjtöm azokat a dolgokat, amelyek nagyon tetszenek nekem.</p>",
}


@pytest.mark.parametrize(
    ("names", "lang", "is_plain"),
    [
        (TITLES[3:], "en", False),
        (("A vase the green of rice", "Teapot with a handle", "Plate the colour of moss", "Old jar of salt"), "en", True),
        (("A vase the green of rice", "Teapot with a handle", "Plate the colour of moss", "Oak Vanity"), "en", True),
        (("A vase the green of rice", "Teapot with a handle", *PAGE_TITLES[:2]), "en", False),
        (("Bowl from a harbour near Kyoto", "Teapot with a handle", "Plate from my aunt in Leeds", "Old jar of salt"), "en", True),
        (PAGE_TITLES, "en", False),
        (("Vase", "Teapot", "Plate", "Jar"), "en", False),
        (("", "", "", ""), "en", False),
        (("Váza a polcon télen", "Teáskanna fogóval", "Tányér mohazöld színben", "Régi sótartó"), "hu", False),
    ],
    ids=["three are no crowd", "sentences", "three in four", "half", "names in sentences", "titles", "one word", "none", "not English"],
)  # fmt: skip
def test_pictures_that_are_called_as_people_write(
    names: tuple[str, ...], lang: str, *, is_plain: bool
) -> None:
    shown = "".join(
        f"<img src='https://site{n}.example/{n}.jpg' alt='{name}'>" for n, name in enumerate(names)
    )
    prose = PROSE[lang]
    page = (
        f"<html lang={lang}><head><title>Shelf</title></head><body><h1>Shelf</h1>{prose}{shown}</body></html>"
    )
    found = extract(page.encode(), url="https://club.example/shelf", headers={}, property=SHOP)
    assert (PLAIN in found.traits) is is_plain


FIELDS = "<img src='https://site{n}.example/{n}.jpg'><input name=a type={kind} value={n}>"


@pytest.mark.parametrize(
    ("kind", "asks"), [("radio", True), ("'checkbox'", True), ("hidden", False), ("text", False)]
)
def test_pictures_that_readers_choose_among(kind: str, *, asks: bool) -> None:
    shown = "".join(FIELDS.format(n=n, kind=kind) for n in range(6))
    found = extract(shown.encode(), url="https://club.example/vote", headers={}, property=SHOP)
    assert ("choices" in found.traits) is asks


def test_what_stands_in_a_comment_or_a_script_asks_nobody() -> None:
    asked = "".join(f"<input type=radio name=a value='red shoes {n}'>" for n in range(6))
    shown = "".join(f"<img src='https://site{n}.example/{n}.jpg'>" for n in range(6))
    page = f'<!-- {asked} --><script>var a = "{asked}"</script>{shown}'
    found = extract(page.encode(), url="https://club.example/?q=red+shoes+1", headers={}, property=SHOP)
    assert {"choices", "answers-query"}.isdisjoint(found.traits)


@pytest.mark.parametrize(
    ("query", "field", "repeats"),
    [
        ("?q=red+shoes", '<input type=search name=q value="red shoes">', True),
        ("?page=2&query=caf%C3%A9", "<input value='caf&eacute;'>", True),
        ("?q=red+shoes", '<input name=q value="">', False),
        ("?q=", '<input name=q value=" ">', False),
        ("?i=red+shoes", '<input name=i value="red shoes">', False),
        ("?q=red+shoes", "<p>red shoes</p>", False),
        ("", '<input name=q value="red shoes">', False),
    ],
)
def test_pages_that_repeat_a_readers_query(query: str, field: str, *, repeats: bool) -> None:
    shown = "".join(f"<img src='https://site{n}.example/{n}.jpg'>" for n in range(6))
    found = extract(
        (field + shown).encode(), url=f"https://search.example/images{query}", headers={}, property=SHOP
    )
    assert ("answers-query" in found.traits) is repeats
