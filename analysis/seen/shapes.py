"""What a page's address, title, heading and the link's anchor have to do with each other, word for word.

A generator fills all of them with one keyword; people write each for itself.
"""

from collections.abc import Callable
from urllib.parse import unquote

import polars as pl

from analysis.seen.transliteration import NOT_LATIN, consonants
from analysis.seen.words import all_words, phrase, stems, text_stems, unspeaking

MARKS = r"[|:\u2013\u2014•·»«?!()\[\]\"“”…&/]|\s-\s"
"""Marks that join the parts of a written title."""
SITE_NAME = "\\s[|\u2013\u2014·•»-]\\s(.*)$"
"""What follows a mark between blanks in a title: mostly the name of the site."""


def with_title_shape(backlinks: pl.DataFrame) -> pl.DataFrame:
    """Add `slug`, the shape of the title around it (`title_…`) and of the anchor beside it (`anchor_…`)."""
    shaped = backlinks.with_columns(
        slug=slug_phrase(pl.col("page_url")),
        anchor_phrase=phrase(pl.col("anchor")),
        title_phrase=phrase(pl.col("title")),
    )
    shaped = shaped.with_columns(
        parts=(" " + pl.col("title_phrase") + " ").str.split(" " + pl.col("slug") + " ")
    )
    parts = pl.col("parts")
    found = pl.col("slug").str.contains(" ", literal=True) & (parts.list.len() == 2)
    shaped = shaped.with_columns(
        before=pl.when(found).then(parts.list.get(0, null_on_oob=True)),
        after=pl.when(found).then(parts.list.get(1, null_on_oob=True)),
        anchor_words=pl.col("anchor_phrase").str.count_matches(r"\S+"),
        anchor_is_slug=pl.col("anchor_phrase") == pl.col("slug"),
    )
    before = pl.col("before")
    function_word = before.str.extract(r"(\S+) ?$").is_in(list(unspeaking()))
    numbered = pl.concat_str("before", "after", separator=" ").str.contains(r"(?:^| )\d+(?: |$)")
    tied = pl.col("related").fill_null(value=False)
    return (
        shaped.join(_related(shaped), on="backlink_id", how="left")
        .join(_fitting_anchors(shaped), on="backlink_id", how="left")
        .with_columns(
            title_joined=pl.when(before.is_not_null()).then(
                pl.col("title").str.contains(MARKS) | function_word | numbered | tied
            ),
            title_before=before.str.count_matches(r"\S+"),
            title_after=pl.col("after").str.count_matches(r"\S+"),
        )
        .drop("title_phrase", "anchor_phrase", "parts", "before", "after", "related")
    )


def _related(shaped: pl.DataFrame) -> pl.DataFrame:
    """Say of titles with words around the slug whether these are words of the link or its target."""
    around = pl.concat_str("before", "after", separator=" ").str.strip_chars()
    others = pl.concat_str("anchor", "left", "right", "target_url", separator=" ")
    shared = stems(around.str.extract_all(r"\S+")).list.set_intersection(text_stems(others))
    return shaped.filter(around != "").select("backlink_id", related=shared.list.len() > 0)


def _fitting_anchors(shaped: pl.DataFrame) -> pl.DataFrame:
    """Say of anchors that are the page's slug whether they share a word with the target's address."""
    shared = text_stems(pl.col("anchor")).list.set_intersection(text_stems(pl.col("target_url")))
    return shaped.filter("anchor_is_slug").select("backlink_id", anchor_fits=shared.list.len() > 0)


def beyond_keyword(names: tuple[str, ...]) -> pl.Expr:
    """Return the words of the title before a mark that are not of the address, the image or `names`.

    Numbers are none: generators count their ideas.
    """
    said = all_words(pl.col("title").str.replace(SITE_NAME, "").str.replace_all(r"\d+", " "))
    known = pl.concat_str("slug", "image_text", pl.lit(" ".join(names)), separator=" ")
    return said.list.set_difference(all_words(known))


def with_host_titles(backlinks: pl.DataFrame, visits: pl.DataFrame) -> pl.DataFrame:
    """Add `title_names_host`: whether a reported title ends with a name of the host or its page today."""
    host = pl.col("domain").str.extract(r"^([^.]+)")
    named = (
        backlinks.filter(pl.col("state") == "absent")
        .with_columns(name=text_stems(pl.col("title").str.extract(SITE_NAME).fill_null("")))
        .filter(pl.col("name").list.len() > 0)
        .join(visits.select("page_id", today="title"), on="page_id")
        .with_columns(own=text_stems(pl.concat_str(host, "today", separator=" ")))
        .select("backlink_id", title_names_host=pl.col("name").list.set_intersection("own").list.len() > 0)
    )
    return backlinks.join(named, on="backlink_id", how="left").with_columns(
        pl.col("title_names_host").fill_null(value=False)
    )


def slug_phrase(url: pl.Expr) -> pl.Expr:
    """Return the last segment of an address as folded words, without the ending and a lone letter behind."""
    path = url.str.replace("[?#].*$", "").str.strip_suffix("/").str.split("/").list.slice(3)
    bare = path.list.last().fill_null("").str.replace(r"\.\w{2,5}$", "")
    return phrase(bare.map_batches(_decoded, return_dtype=pl.String)).str.replace(r" [a-z]$", "")


def _decoded(addresses: pl.Series) -> pl.Series:
    """Undo percent-encoding, which few addresses have."""
    encoded = addresses.filter(addresses.str.contains("%", literal=True)).unique()
    return addresses.replace(encoded, pl.Series(map(unquote, encoded), dtype=pl.String))


def with_keyword_shape(visits: pl.DataFrame, backlinks: pl.DataFrame, *, words: float) -> pl.DataFrame:
    """Add `keyword` and `titled_by_address`; see `Frames.visits`. A keyword has so many `words`."""
    slugs = backlinks.select("page_id", "slug").unique("page_id", maintain_order=True)
    named = visits.select("page_id", "title", "h1").join(slugs, on="page_id")
    elsewhere = pl.col("title").str.contains(NOT_LATIN) & ~pl.col("slug").str.contains(NOT_LATIN)
    shapes = _compared(named.filter(~elsewhere), _spelled, words)
    sounds = named.filter(elsewhere)
    if not sounds.is_empty():
        shapes = pl.concat([shapes, _compared(sounds, consonants, words)])
    return visits.join(shapes, on="page_id", how="left").with_columns(
        pl.col("titled_by_address").fill_null(value=False)
    )


def _compared(named: pl.DataFrame, spelled: Callable[[pl.Expr], pl.Expr], words: float) -> pl.DataFrame:
    """Return both facts of each page, its words as `spelled` writes them."""
    shown = named.with_columns(
        title_words=spelled(phrase(pl.col("title"))),
        h1_words=spelled(phrase(pl.col("h1"))),
        slug_words=spelled(pl.col("slug")),
    )
    title, heading, slug = pl.col("title_words"), pl.col("h1_words"), pl.col("slug_words")
    same = (title == slug) & (title == heading) & (title != "")
    unheaded = (title == slug) & (heading == "") & slug.str.contains(" ", literal=True)
    repeated = (" " + title + " ").str.contains(" " + slug + " ", literal=True)
    long = slug.str.count_matches(" ") >= words - 1
    return shown.select(
        "page_id",
        keyword=pl.when(same).then("h1"),
        titled_by_address=same | unheaded | (repeated & long),
    )


def _spelled(words: pl.Expr) -> pl.Expr:
    """Return words in one spelling: addresses write German umlauts as ae, oe, ue."""
    return words.str.replace_all("([aou])e", "${1}")
