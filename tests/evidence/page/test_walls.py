from dataclasses import replace

import pytest

from evidence.page.wall_rules import RULES, Rule, Wall, Where
from evidence.page.walls import sighting
from tests.evidence.page_factory import PROSE, page


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_sees_its_example(rule: Rule) -> None:
    shown = {
        Where.HEADING: page(title=rule.example),
        Where.SHORT_HEADING: page(title=rule.example),
        Where.TEXT: page(rule.example),
        Where.HOST: page(url=f"https://{rule.example}/"),
    }[rule.where]
    seen = sighting(shown)
    assert seen is not None
    assert seen.wall is rule.wall
    assert seen.quote


def test_rules_have_one_id_each() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


LONG = PROSE * 12


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Basketball Club", PROSE),
        ("How to design a 404 page that people like", LONG + "The page you requested could not be found."),
        ("Captchas and why users hate them", LONG + "Please verify you are human."),
        ("Our house is for sale by owner in spring", PROSE),
        ("Maison avec jardin est à vendre", PROSE),
        ("Index of /", PROSE),
        ("This painting is for sale", PROSE),
        ("Login forms: a guide", PROSE),
        ("Ten things about JavaScript", LONG + "Please enable JavaScript."),
        ("Parking in the old town", PROSE + " parking is free on Sundays"),
        ("Room 404", PROSE),
        ("Fans found 404 tickets", PROSE),
        ("Hacked by strangers: what our club learned", LONG),
        ("Shop hacked by its own customers", PROSE),
        ("Was our site hacked?", LONG + "This site was hacked in spring."),
        ("Club news", PROSE + " We use cookies. Accept all cookies or choose. Log in. Subscribe."),
    ],
)
def test_honest_pages_are_no_walls(title: str, text: str) -> None:
    assert sighting(page(text, title=title)) is None


def test_a_page_that_says_it_is_gone_is_no_bot_wall() -> None:
    seen = sighting(page("Nothing was found at this location.", title="Seite nicht gefunden"))
    assert seen is not None
    assert seen.wall is Wall.SOFT_404


@pytest.mark.parametrize(("text", "wall"), [(PROSE, Wall.PAY), (LONG, None)])
def test_an_article_that_readers_must_pay_for(text: str, wall: Wall | None) -> None:
    seen = sighting(replace(page(text, title="Plum cakes of the town"), traits=("not-for-free",)))
    assert (seen and seen.wall) is wall
