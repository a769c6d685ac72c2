"""What an image is about, what a page is about, and how much the two share.

On spam the alt text equals the owner's own title, so an image's alt never counts as context, nor does a
caption that only repeats it. What a page's address and title promise is compared apart from what it says.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

import polars as pl

from analysis.seen.shapes import beyond_keyword
from analysis.seen.transliteration import in_latin
from analysis.seen.words import STEM_LENGTH, folded, stems, stems_of, text_stems
from evidence.addresses.slugs import name_words, slug_words
from evidence.property import Property

LATIN_BYTES = 1.4
"""UTF-8 bytes a character, below which a text is in Latin letters: Vietnamese has 1.35, Cyrillic 1.8."""
BETWEEN_WORDS = "'’‘`´\"“”„«»()[]{}<>,.;:!?/\\|-_·•…&+*=#@"  # noqa: RUF001  # the marks that texts have
"""What stands between two words where there is no blank."""
TARGETS = 20_000
"""Targets whose words are remembered from shard to shard."""
_EMPTY = pl.lit([], dtype=pl.List(pl.String))


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """The property as far as words go."""

    brands: tuple[str, ...]
    """Stems that stand for the property wherever they occur, such as those of its brand names."""
    called: tuple[str, ...]
    """Its brands and the name of its main domain, as they are written."""
    names: tuple[tuple[str, ...], ...]
    """What it is called: the stems of each brand name, and of a domain's name that is more than one word."""


def owner_of(property: Property) -> Owner:
    """Return the property's words: its brands, or the name before the public suffix where it names none."""
    domains = [stems_of([domain.partition(".")[0]]) for domain in (property.name, *property.domains)]
    brands = [stems_of([brand]) for brand in property.brands] or domains[:1]
    telling = [name for name in domains if len(name) > 1]
    return Owner(
        brands=stems_of(property.brands) or domains[0],
        called=(*property.brands, property.name),
        names=tuple(dict.fromkeys(name for name in (*brands, *telling) if name)),
    )


def with_image_topic(backlinks: pl.DataFrame, *, owner: Owner, enough: float) -> pl.DataFrame:
    """Add `image`, the stems of the image's own words, and how much of them the reports' words share.

    `enough`: words that say what something is about.
    """
    image = pl.col("about_image")
    facts_of_target = ["target_url", "target_page_url", "target_says"]
    targets = backlinks.filter(image).select(facts_of_target).unique()
    words = [" ".join(_expected(*target, enough)) for target in targets.iter_rows()]
    named = targets.with_columns(image_text=pl.Series(words, dtype=pl.String)).with_columns(
        image=text_stems(pl.col("image_text"))
    )
    anchor = pl.when(pl.col("type") == "text").then("anchor").otherwise(pl.lit(""))
    beside = text_stems(pl.concat_str("left", "right", anchor, separator=" "))
    joined = backlinks.join(named, on=facts_of_target, how="left").with_columns(
        pl.col("image_text").fill_null("")
    )
    about = (
        joined.filter(pl.col("image").list.len() > 0)
        .with_columns(
            address=stems(pl.col("slug").str.split(" ")), headline=text_stems(pl.col("title")), beside=beside
        )
        .with_columns(context=pl.col("headline").list.set_union("address").list.set_union("beside"))
    )
    facts = about.select(
        "backlink_id",
        image_words=pl.col("image").list.len(),
        named_in_report=_share("image", "context"),
        named_in_slug=_share("image", "address"),
        named_in_title=_share("image", "headline"),
        brand_in_report=_names_any(owner, pl.col("context").list.contains),
    )
    return (
        joined.join(facts, on="backlink_id", how="left")
        .join(_of_titles(about, owner, enough), on="backlink_id", how="left")
        .with_columns(
            pl.col("image_words").fill_null(0),
            pl.col("title_about_owner").fill_null(value=False),
            pl.col("image").fill_null(_EMPTY),
        )
    )


def _of_titles(about: pl.DataFrame, owner: Owner, enough: float) -> pl.DataFrame:
    """Return whether the reported titles of links that are gone speak of the property, and of what else."""
    beyond = about.filter(pl.col("state") == "absent").with_columns(
        title_beyond=beyond_keyword(owner.called).list.len()
    )
    return beyond.select(
        "backlink_id",
        title_about_owner=_names_any(owner, pl.col("headline").list.contains)
        & (pl.col("title_beyond") >= enough),
        title_beyond="title_beyond",
    )


@lru_cache(TARGETS)
def _expected(url: str, page: str, says: str, enough: float) -> tuple[str, ...]:
    """Return the words of an image: its name and its page's, or where they say little the alt text, too.

    Not always all of them: of the long texts of shops even an honest page says only a small share. An image
    that leads to the home page is a logo, and what that says of the whole shop is not what it shows.
    """
    if urlsplit(url).path in {"", "/"}:
        return ()
    named = (*slug_words(url), *(slug_words(page) if page else ()))
    return named if len(set(named)) >= enough else (*named, *name_words(says))


def with_page_topic(
    backlinks: pl.DataFrame,
    visits: pl.DataFrame,
    references: pl.DataFrame,
    *,
    owner: Owner,
    sounding: float,
) -> pl.DataFrame:
    """Return how much of each image's words its page says; see `Frames.pages`.

    A page has hundreds of words and an image a handful, so the image's stems are looked up in the page's
    folded text, where a stem is the beginning of a word. Pages in other scripts have it in Latin letters,
    too: names sound alike in both, and the two are compared where the share `sounding` of the image's words
    does.
    """
    about = backlinks.select("backlink_id", "page_id", "image", "image_words", "image_text").filter(
        pl.col("image_words") > 0
    )
    read = visits.select("page_id", "visit_id", "title", "h1", "vocabulary", "words", "readable")
    seen = _said_on(read.filter("readable").join(about, on="page_id", how="semi"))
    joined = (
        about.join(seen, on="page_id")
        .join(_captions(references), on="backlink_id", how="left")
        .with_columns(caption=pl.col("caption").fill_null(_EMPTY))
    )
    named = (
        joined.explode("image", empty_as_null=True, keep_nulls=True)
        .group_by("backlink_id")
        .agg(
            named=_is_said(pl.col("image")).sum(),
            image_latin=pl.col("image").str.contains("^[a-z0-9]").mean() >= 0.5,
        )
    )
    return joined.join(named, on="backlink_id").select(
        "backlink_id",
        "page_id",
        "visit_id",
        "image_words",
        "image_text",
        "page_text",
        "page_words",
        named_on_page=pl.col("named") / pl.col("image_words"),
        brand_on_page=_names_any(owner, lambda stem: _is_said(pl.lit(stem))),
        comparable=(pl.col("latin") == pl.col("image_latin"))
        | (pl.col("named") >= sounding * pl.col("image_words")),
    )


def _said_on(visits: pl.DataFrame) -> pl.DataFrame:
    """Return what pages say, folded (`headline`, `body`) and as it is, and whether in Latin letters."""
    texts, blanks = ("title", "h1", "vocabulary"), 2
    size = pl.sum_horizontal(pl.col(texts).str.len_bytes()) + blanks
    latin = size < LATIN_BYTES * (pl.sum_horizontal(pl.col(texts).str.len_chars()) + blanks)
    said = visits.select(
        "page_id",
        "visit_id",
        headline=_padded(pl.concat_str("title", "h1", separator=" ")),
        body=_padded(pl.col("vocabulary")),
        latin=latin,
        page_text=pl.concat_str("title", "h1", separator=" · "),
        page_words="words",
    )
    others = visits.filter(~latin).select("page_id", text=pl.concat_str(texts, separator=" "))
    if others.is_empty():
        return said
    sounded = _padded(pl.col("text").map_batches(in_latin, return_dtype=pl.String))
    return said.join(others.select("page_id", sounded=sounded), on="page_id", how="left").with_columns(
        body=pl.concat_str("body", "sounded", ignore_nulls=True)
    )


def _padded(text: pl.Expr) -> pl.Expr:
    """Return the folded text with a blank before every word, a whole number of words."""
    return folded(pl.concat_str(pl.lit(" "), text, pl.lit(" ")), BETWEEN_WORDS)


def _is_said(stem: pl.Expr) -> pl.Expr:
    """Say whether the headline has the stem, or the body has it outside the image's own caption."""
    start = pl.when(stem.str.len_chars() < STEM_LENGTH).then(" " + stem + " ").otherwise(" " + stem)
    spaceless = pl.when(stem.str.contains(r"^\P{L}|[a-z]").not_() & (stem.str.len_chars() == 1)).then(stem)
    wanted = pl.coalesce(spaceless, start)
    in_body = pl.col("body").str.contains(wanted, literal=True)
    return pl.col("headline").str.contains(wanted, literal=True) | (
        in_body & ~pl.col("caption").list.contains(stem)
    )


def _captions(references: pl.DataFrame) -> pl.DataFrame:
    """Return the stems of captions that only repeat an image's alt text, by backlink."""
    repeats = pl.col("alt").list.len() > 0
    beside = [
        (pl.col(side).list.len() > 0) & (pl.col(side).list.set_difference("alt").list.len() == 0)
        for side in ("left", "right")
    ]
    return (
        references.filter((pl.col("kind") != "mention") & (pl.col("backlink_id") != 0))
        .with_columns(
            alt=text_stems(pl.col("anchor")),
            left=text_stems(pl.col("left")),
            right=text_stems(pl.col("right")),
        )
        .filter(repeats & pl.any_horizontal(beside))
        .group_by("backlink_id")
        .agg(caption=pl.col("alt").list.explode().unique())
    )


def _share(own: str, other: str) -> pl.Expr:
    """Return which share of the words in `own` stands in `other` as well; null without words."""
    count = pl.col(own).list.len()
    return pl.when(count > 0).then(pl.col(own).list.set_intersection(other).list.len() / count)


def _names_any(owner: Owner, says: Callable[[str], pl.Expr]) -> pl.Expr:
    """Say whether all stems of one of the property's names are said; never where it has no name."""
    called = [pl.all_horizontal([says(stem) for stem in name]) for name in owner.names]
    return pl.any_horizontal(called) if called else pl.lit(value=False)
