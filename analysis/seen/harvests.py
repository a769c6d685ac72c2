"""Pages that harvest: pictures from many strangers, whose titles are all that is said of them."""

import narwhals as nw

from analysis.seen.credits import credits_of
from analysis.seen.frames import Frames
from analysis.signal import Facts

DIVERSITY = 0.5
"""Foreign domains per foreign picture: 19 in 20 of 575 generated pages have more; the hundred
pictures that four networks serve to a newspaper have far less."""
MANY = 20
"""Foreign domains with pictures from which their share says no more: none of 298 real pages has ten, and
hidden farms have hundreds of pictures from the same strangers (B01)."""

OUTWARD = 0.9
"""Share of a page's links that are foreign, from which it has no site around it: menus are links, too."""


def is_diverse() -> nw.Expr:
    """Say whether a page's foreign pictures come from many places, not from the few networks of one site."""
    hosts = nw.col("foreign_embed_hosts")
    return (hosts >= MANY) | (hosts >= DIVERSITY * nw.col("foreign_embeds"))


def outward(hosts: float) -> nw.Expr:
    """Say whether a page links to so many foreign domains, mostly once each, and hardly to its own."""
    return (
        (nw.col("foreign_link_hosts").cast(nw.Float64) >= hosts)
        & (nw.col("foreign_links") >= OUTWARD * nw.col("links"))
        & (nw.col("foreign_link_hosts") >= DIVERSITY * nw.col("foreign_links"))
    )


def is_search() -> nw.Expr:
    """Say whether a page answers a reader's own query and keeps out of indexes: a search front end (E12)."""
    return nw.col("noindex") & nw.col("url").str.contains(r"[?&](?:q|query|search|term|s|k|text)=")


def shared_by_people() -> nw.Expr:
    """Say whether people gathered the strangers' pictures: contests, clubs, boards, licensed wallpapers.

    They credit the makers; or call each picture by two or three words of its own; or what they say of the
    pictures has no word of the page's own, and the page has not both of what a search for images leaves: a
    keyword for address and title, and titles as alternative texts.
    """
    titled = nw.col("picture_hosts_named") >= DIVERSITY * nw.col("foreign_embed_hosts")
    traits = nw.col("traits")
    return traits.str.contains('"(?:credited-makers|brief-names)"') | (
        traits.str.contains('"off-keyword-pictures"', literal=True) & ~(titled & nw.col("titled_by_address"))
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
            is_diverse(),
            ~shared_by_people(),
            ~is_search(),
        )
        .join(credits_of(frames), on="page_id", how="anti")
        .select("page_id", "visit_id", "traits", "foreign_embed_hosts", harvests=nw.lit(value=True))
    )
