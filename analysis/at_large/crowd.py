"""What only the whole shows: marks and fingerprints that pages of many unrelated domains share."""

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from analysis.at_large.facts import CLAIM, facts_at_large, rare_facts
from analysis.at_large.groups import lifespans, lives_of_groups
from analysis.at_large.lifetimes import newest_date
from analysis.at_large.networks import networks
from analysis.policy import Policy, Section
from analysis.seen.shapes import slug_phrase
from analysis.seen.words import phrase
from store.frames.spool import Spool

MARKS = (
    # a lone letter behind the keyword: /season-ski-pass-k.html (doorways on hacked hosts, real 2026 export)
    ("lone letter", r"[-_]([a-z])\.(?:html?|php)$"),
    # a one-letter parameter with a long number at the root: /?a=273825312 (hacked shops, same export)
    ("numbered root", r"^https?://[^/]+/\?([a-z])=\d{8,}$"),
    # numbered folders of a generator: /pre-3/kw.html, /dwn-2/kw.html (templates of EKAMI)
    ("numbered folder", r"/(pre|dwn)-\d+/[^/]+\.html$"),
)
"""Shapes that content systems do not give to addresses; the captured part belongs to the mark."""
UNCAPTURED = ("numbered root",)
"""Marks whose captured letter differs from host to host."""
FINGERPRINTS = ("template", "address", "mark", "title pattern", "text", "target set", "tracker", "network")


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """Counts over all pages that have a backlink of a property."""

    marks: pl.DataFrame
    """`mark` and `mark_domains`, the number of registrable domains whose addresses carry it, at least two."""
    facts: pl.DataFrame
    """`backlink_id` and the columns of `analysis.at_large.facts.SCHEMA`."""
    rare: pl.DataFrame
    """`backlink_id` and the columns of `analysis.at_large.facts.RARE`, of those that have any."""
    groups: pl.DataFrame
    """`group` (a number), `fingerprint` (one of `FINGERPRINTS`), `value` and `domains`: how many registrable
    domains share it, at least two."""
    members: pl.DataFrame
    """`page_id`, `domain_id` and `group` of every page in one."""
    addresses: pl.DataFrame
    """`page_id`, `shared_address` (its words) and `address_domains`, of pages that share one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearsay:
    """What the pages of one shard add to the counts."""

    pages: pl.DataFrame
    """`page_id`, `domain_id` and the fingerprints `template`, `address`, `mark`, `title pattern`,
    `target set` and `network`, null for none; `tracker`, a list of accounts, or null; `simhash` of the text,
    or 0 or null; `born` and `gone`, as `analysis.at_large.groups.lifespans` says."""
    claims: pl.DataFrame
    """As in `analysis.at_large.facts`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Others:
    """Pages that count beside those of the shards, but of which no facts are wanted."""

    members: pl.DataFrame
    """As `memberships` gives them, of all these pages that share a fingerprint with one of the shards."""
    lifespans: pl.DataFrame
    """`page_id`, `born` and `gone` of these members."""
    claims: pl.DataFrame
    """As in `analysis.at_large.facts`, without `page_id`."""


def hearsay_of(spool: Spool, number: int, policy: Section) -> Hearsay:
    """Read what one shard adds; `policy`: of `campaign`."""
    links = spool.backlinks(number)
    newest = spool.statements(number).unique("backlink_id", keep="last", maintain_order=True)
    pages = (
        links.sort("backlink_id")
        .unique("page_id", keep="first")
        .join(spool.looks(number), on="page_id", how="left")
        .join(newest.select("backlink_id", "title"), on="backlink_id", how="left")
        .with_columns(pl.col("address").map_batches(networks, return_dtype=pl.String).alias("network"))
    )
    suffix = pl.col("domain").str.extract(r"^[^.]+\.(.+)$").fill_null("").alias("suffix")
    claims = newest.join(
        links.select("backlink_id", "page_id", "domain_id", "target_id", suffix), on="backlink_id"
    ).join(pages.select("page_id", "network"), on="page_id")
    dated = pages.join(lifespans(claims), on="page_id", how="left")
    return Hearsay(pages=fingerprints(dated, links, policy), claims=claims.select(CLAIM))


def fingerprints(pages: pl.DataFrame, links: pl.DataFrame, policy: Section) -> pl.DataFrame:
    """Return the fingerprints of pages with their addresses, titles, hashes, networks, trackers and dates.

    `links`: `domain_id`, `target_id` and `target_url` of all backlinks of their domains; `policy`: of
    `campaign`.
    """
    known = pages.with_columns(slug=slug_phrase(pl.col("page_url")))
    alike = known.join(_title_patterns(known, policy["words"]), on="page_id", how="left")
    return alike.join(_target_sets(links, policy["targets"]), on="domain_id", how="left").select(
        "page_id",
        "domain_id",
        "title pattern",
        "target set",
        template=pl.when(pl.col("template_hash") != "").then("template_hash"),
        address=pl.when(pl.col("slug").str.count_matches(r"\S+") >= policy["words"]).then("slug"),
        mark=address_mark(pl.col("page_url")),
        network=pl.when(pl.col("network") != "").then("network"),
        tracker=_accounts(pl.col("trackers")),
        simhash="simhash",
        born="born",
        gone="gone",
    )


def _target_sets(links: pl.DataFrame, fewest: float) -> pl.DataFrame:
    """Return `domain_id` and `target set`: which of our addresses a domain refers to, from the `fewest` on.

    Keys of targets are hashes, so that their exclusive or tells one set from another.
    """
    different = links.filter(pl.col("target_id") != 0).select("domain_id", "target_id", "target_url").unique()
    return (
        different.group_by("domain_id")
        .agg(count=pl.len(), together=pl.col("target_id").bitwise_xor(), first=pl.col("target_url").min())
        .rechunk()  # Polars 2.1 cannot format filtered columns that are in different chunks
        .filter(pl.col("count") >= fewest)
        .select(
            "domain_id",
            pl.format("{} targets, among them {} (set {})", "count", "first", "together").alias("target set"),
        )
    )


def _title_patterns(pages: pl.DataFrame, words: float) -> pl.DataFrame:
    """Return `page_id` and what a title says around the words of its address: `best * of # online`."""
    longer = pl.col("title").str.len_bytes() > pl.col("slug").str.len_bytes() + 2 * words
    around = (" " + phrase(pl.col("title")) + " ").str.split(" " + pl.col("slug") + " ")
    pattern = pl.col("around").list.join(" * ").str.replace_all(r"\d+", "#")
    return (
        pages.filter(longer, pl.col("slug") != "")
        .select("page_id", around=around)
        .filter(pl.col("around").list.len() > 1)
        .select("page_id", pattern.str.strip_chars().alias("title pattern"))
        .filter(pl.col("title pattern").str.count_matches(r"\p{L}{2,}") >= words)
    )


def _accounts(trackers: pl.Expr) -> pl.Expr:
    """Return the accounts behind a JSON list of ids: `UA-12345-1` and `UA-12345-2` are of one account."""
    ids = pl.when(trackers != "[]").then(trackers).str.json_decode(pl.List(pl.String))
    return ids.list.eval(pl.element().str.replace(r"^(UA-\d+)-\d+$", "$1")).list.unique()


def crowd_of(
    heard: Iterable[Hearsay], *, brands: tuple[str, ...], rules: Policy, others: Others | None = None
) -> Crowd:
    """Count over all shards, and `others`; `brands`: see `analysis.at_large.facts`."""
    shards = tuple(heard)
    told = pl.concat(one.pages for one in shards)
    claims = pl.concat(one.claims for one in shards)
    dates = told.select("page_id", "born", "gone")
    if others is None:
        repeated = pl.when(pl.col("simhash").is_duplicated()).then("simhash")
        groups, members = _grouped(memberships(told.with_columns(repeated)))
        everybody = claims
    else:
        groups, members = _grouped(pl.concat([memberships(told), others.members]))
        everybody = pl.concat([claims.drop("page_id"), others.claims])
        dates = pl.concat([dates, others.lifespans])
    wanted = None if others is None else claims
    lives = lives_of_groups(groups, members, dates, rules=rules, today=newest_date(everybody) or 0)
    marks = groups.filter(pl.col("fingerprint") == "mark")
    return Crowd(
        marks=marks.select(mark="value", mark_domains="domains"),
        rare=rare_facts(everybody, lives, rules=rules, wanted=wanted),
        facts=facts_at_large(everybody, brands=brands, rules=rules, wanted=wanted),
        groups=groups,
        members=members,
        addresses=_addresses(groups, members),
    )


def _grouped(belonging: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the groups of more than one domain, and who belongs to them, as `Crowd` has them."""
    key = ["fingerprint", "value"]
    groups = (
        belonging.group_by(key)
        .agg(domains=pl.col("domain_id").n_unique())
        .filter(pl.col("domains") > 1)
        .sort(key)
        .with_row_index("group")
    )
    return groups, belonging.join(groups, on=key).select("page_id", "domain_id", "group")


def _addresses(groups: pl.DataFrame, members: pl.DataFrame) -> pl.DataFrame:
    shared = groups.filter(pl.col("fingerprint") == "address").select(
        "group", shared_address="value", address_domains=pl.col("domains").cast(pl.Int64)
    )
    return members.join(shared, on="group").select("page_id", "shared_address", "address_domains")


def memberships(pages: pl.DataFrame) -> pl.DataFrame:
    """Return `page_id`, `domain_id`, `fingerprint` and `value` of every fingerprint that a page has."""
    return pl.concat(having(pages, name).with_columns(fingerprint=pl.lit(name)) for name in FINGERPRINTS)


def having(pages: pl.DataFrame, fingerprint: str) -> pl.DataFrame:
    """Return `page_id`, `domain_id` and `value` of the pages that have a fingerprint of one kind."""
    if fingerprint == "text":
        texts = pages.filter(pl.col("simhash") != 0)
        return texts.select("page_id", "domain_id", value=pl.col("simhash").cast(pl.String))
    rows = pages.select("page_id", "domain_id", value=fingerprint).drop_nulls("value")
    if rows.schema["value"] == pl.String:
        return rows
    return rows.explode("value", empty_as_null=True, keep_nulls=False).drop_nulls("value")


def address_mark(url: pl.Expr) -> pl.Expr:
    """Return the name of the mark that an address carries, with what it captured; null for none."""
    marks = []
    for name, pattern in MARKS:
        captured = url.str.extract(pattern)
        shown = pl.lit(name) if name in UNCAPTURED else pl.format("{} {}", pl.lit(name), captured)
        marks.append(pl.when(captured.is_not_null()).then(shown))
    return pl.coalesce(marks)
