"""Pages that harvest: pictures from many strangers, whose titles are all that is said of them."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.credits import credits_of
from analysis.seen.frames import Frames
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


def is_search() -> nw.Expr:
    """Say whether a page answers a reader's own query and keeps out of indexes: a search front end (E12)."""
    return nw.col("noindex") & nw.col("url").str.contains(r"[?&](?:q|query|search|term|s|k|text)=")


def shared_by_people() -> nw.Expr:
    """Say whether people gathered the strangers' pictures: contests, clubs, boards, licensed wallpapers.

    They credit the makers; or call each picture by two or three words of its own; or what they say of the
    pictures has no word of the page's own, and the page has not both of what a search for images leaves: a
    keyword for address and title, and titles as alternative texts.
    """
    traits = nw.col("traits")
    return traits.str.contains('"(?:credited-makers|brief-names)"') | (
        traits.str.contains('"off-keyword-pictures"', literal=True)
        & ~(nw.col("strangers_named") & nw.col("titled_by_address"))
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
