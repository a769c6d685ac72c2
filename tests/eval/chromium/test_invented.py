"""Invented pages are the same for the same seed, and shrink part by part to nothing."""

import re
from itertools import islice

import pytest

from eval.chromium.invented import Inventor
from eval.chromium.invented_page import smaller

PAGES = [Inventor(f"1.{number}").page() for number in range(200)]


def test_the_same_seed_gives_the_same_page_and_another_one_another() -> None:
    assert [str(Inventor(f"1.{number}").page()) for number in range(200)] == list(map(str, PAGES))
    assert len(set(map(str, PAGES))) == len(PAGES)


@pytest.mark.parametrize(
    "kind",
    [
        *(
            "<table",
            "<ruby",
            "<details",
            "<dialog",
            "<select",
            "<pre",
            "<bdi",
            "<wbr",
            "<template",
            "&shy;",
            "&#8203;",
        ),
        *(
            "hidden=",
            "inert=",
            "popover=",
            'dir="rtl"',
            "!important",
            "@layer",
            "@supports",
            "@media",
            "@container",
        ),
        *(
            "display:contents",
            "display:grid",
            "float:left",
            "white-space:pre",
            "content-visibility",
            "all:",
            "var(--",
        ),
        *(
            "calc(",
            "unset",
            "initial",
            "revert",
            "inherit",
            ":is(",
            ":where(",
            ":not(",
            ":has(",
            "::before",
            "&.c",
        ),
    ],
)
def test_pages_have_everything_that_may_matter(kind: str) -> None:
    assert any(kind in str(page) for page in PAGES)


def test_no_word_stands_on_a_page_twice() -> None:
    for page in PAGES:
        words = re.findall(
            r"(?<![\w#.:-])[a-j]{3}(?![\w:-])",
            re.sub(r"<style>.*</style>|<[^>]*>", " ", str(page), flags=re.DOTALL),
        )
        assert len(words) == len(set(words))


def test_smaller_pages_are_smaller() -> None:
    page = PAGES[0]
    for less in islice(smaller(page), 100):
        assert len(str(less)) < len(str(page))


def test_a_page_shrinks_to_nothing() -> None:
    page, steps = PAGES[0], 0
    while (less := next(smaller(page), None)) is not None:
        page, steps = less, steps + 1
    assert steps > 1
    assert str(page) == "<!doctype html>\n<body></body>"
