"""Pages that harvest: pictures from many strangers, whose titles are all that is said of them."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.credits import credits_of
from analysis.seen.frames import Frames
from analysis.seen.visitors import VISITORS_ADDRESS
from analysis.signal import Facts


def harvesting(policy: Section) -> dict[str, nw.Expr]:
    """Return the columns of `Frames.visits` that the numbers of the policy's section `harvest` decide."""
    hosts, linked = nw.col("foreign_embed_hosts"), nw.col("foreign_link_hosts")
    return {
        "diverse": (hosts >= policy["everywhere"])
        | (hosts >= policy["diversity"] * nw.col("foreign_embeds")),
        "leads_away": (nw.col("foreign_links") >= policy["outward"] * nw.col("links"))
        & (linked >= policy["once-each"] * nw.col("foreign_links")),
        "strangers_named": nw.col("picture_hosts_named") >= policy["named"] * hosts,
    }


def outward(hosts: float) -> nw.Expr:
    """Say whether a page links to so many foreign domains, mostly once each, and hardly to its own."""
    return (nw.col("foreign_link_hosts").cast(nw.Float64) >= hosts) & nw.col("leads_away")


QUERY = r"[?&](?:q|query|search|term|s|k|text)="
"""The address of an answer to a reader's own words."""


def is_search() -> nw.Expr:
    """Say whether a page answers a reader's own query: a search front end (E12).

    It keeps out of indexes, or repeats the reader's words in its search field.
    """
    answers = nw.col("noindex") | nw.col("traits").str.contains('"answers-query"', literal=True)
    return answers & nw.col("url").str.contains(QUERY)


HABITS = '"(?:self-linked-images|source-captions|tbn-fallback)"'
"""What a generator's template does with each picture."""


def shared_by_people() -> nw.Expr:
    """Say whether people gathered the strangers' pictures: contests, clubs, boards, licensed wallpapers.

    They credit the makers; or call each picture by two or three words of its own; or let readers choose
    among them; or lead from each to a page of their own; or what they say of the pictures has no word of the
    page's own, and the page has not both of what a search for images leaves: a keyword for address and
    title, and titles as alternative texts; or they write in plain sentences, without a keyword's page and a
    template's habits.
    """
    traits = nw.col("traits")
    off_keyword = traits.str.contains('"off-keyword-pictures"', literal=True)
    plain = traits.str.contains('"plain-captions"', literal=True)
    return (
        traits.str.contains('"(?:credited-makers|brief-names|choices|inward-pictures)"')
        | (off_keyword & ~(nw.col("strangers_named") & nw.col("titled_by_address")))
        | (plain & nw.col("keyword").is_null() & ~traits.str.contains(HABITS))
    )


def in_a_run() -> nw.Expr:
    """Say whether a page links to the property in a row of strangers' links (`evidence.page.link_runs`)."""
    return nw.col("traits").str.contains('"(?:link|trade)-run"')


def harvests_of(frames: Frames, *, hosts: float) -> Facts:
    """Return `page_id`, `visit_id`, `traits`, `foreign_embed_hosts` and a true `harvests` of every such page.

    `hosts`: pictures from so many foreign domains make a harvest. What such a page shows and says it was
    made to show and say, so agreement between its words and a picture proves nothing: half of the pictures
    of 1,177 generated pages fit the keyword of their page.
    """
    return (
        frames.visits.filter(
            nw.col("readable"),
            nw.col("foreign_embed_hosts").cast(nw.Float64) >= hosts,
            nw.col("diverse"),
            ~shared_by_people(),
            ~is_search(),
        )
        .join(credits_of(frames), on="page_id", how="anti")
        .select("page_id", "visit_id", "traits", "foreign_embed_hosts", harvests=nw.lit(value=True))
    )


def crowds_without_us(frames: Frames, *, hosts: float) -> Facts:
    """Return `page_id` and a true `crowded` of harvests that nobody gathers by hand and that never name us.

    `hosts`: foreign domains from which that holds. On such a page two strong findings that look at different
    things agree; elsewhere a third has to. Answers to readers' queries, threads and pages that ask not to be
    indexed are left out, and so are those whose text has a name of the property, or cannot be asked for it.
    """
    ours = frames.pages.filter(nw.col("brand_on_page")).select("page_id").unique()
    asked = frames.pages.select("page_id").unique().join(ours, on="page_id", how="anti")
    gathered = frames.visits.filter(
        ~nw.col("noindex"), ~nw.col("url").str.contains(QUERY), ~nw.col("url").str.contains(VISITORS_ADDRESS)
    ).select("page_id")
    return (
        harvests_of(frames, hosts=hosts)
        .select("page_id")
        .join(gathered, on="page_id")
        .join(asked, on="page_id")
        .with_columns(crowded=nw.lit(value=True))
    )
