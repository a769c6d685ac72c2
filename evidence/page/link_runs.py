"""Whether a link to the property stands in a run of links to strangers, as injected blocks of links do.

Whoever breaks into a site adds the links of all his customers at one place, whatever the page speaks of
(field observation: blocks in every post of a database, defaced pages, pharmacy hacks). A static reading does
not see that a script or a foreign style sheet hides them; what it sees is the company. Blocks that are
clipped as for screen readers are rows, too: honest text of that kind is a credit or leads to the site itself.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from math import inf

from evidence.addresses.hosts import host_of, registrable_domain
from evidence.addresses.urls import is_image_url
from evidence.model import Carrier, Kind, Reference, Visibility
from evidence.page.link_run_rules import TRADES

LINK_RUN = "link-run"
TRADE_RUN = "trade-run"
STRANGERS = 3
"""Other foreign domains in a run: as many as make a payload of hidden links."""
BETWEEN = 2
"""Words that may stand between two links of a run: `and`, `or also`."""
BETWEEN_TRADES = 8
"""Words that may where our own anchor names such a trade: a line of a guest book (D15)."""
SEVERAL_TRADES = 2
"""Nobody recommends pills and poker in one breath: so many trades, and other domains, say enough."""
REACH = 100
"""Links on each side of ours that are looked at."""
MOST_OURS = 20
"""Links to the property that are looked at."""
_WORD = re.compile(r"\w+")


def run_traits(
    *, references: Iterable[Reference], carriers: Sequence[Carrier], text: str, url: str
) -> Iterator[str]:
    """Yield the ids of the traits of a page on which a run of strangers' links has one to the property.

    `link-run`: ours leads to a picture, theirs to pages; people who list pictures list pictures only.
    `trade-run`: the run's anchors and hosts name several of the trades that pay for such links.
    """
    ours = {one.carrier.url for one in references if one.carrier.kind is Kind.LINK}
    if not ours:
        return
    found: set[str] = set()
    for run in _runs(ours, carriers, text, registrable_domain(url)):
        own = [link for link in run if link.url in ours]
        others = [link for link in run if link.url not in ours]
        found.update(_company(run, own, others, text))
    yield from sorted(found)


def _company(
    run: Sequence[Carrier], own: Sequence[Carrier], others: Sequence[Carrier], text: str
) -> Iterator[str]:
    pages = [link for link in others if not is_image_url(link.url)]
    if _domains(pages) >= STRANGERS and any(is_image_url(link.url) and _is_text(link, text) for link in own):
        yield LINK_RUN
    if _domains(others) >= SEVERAL_TRADES and _trades_of(run) >= SEVERAL_TRADES:
        yield TRADE_RUN


def _trades_of(links: Iterable[Carrier]) -> int:
    """Count the trades that anchors and hosts name."""
    said = " ".join(f"{link.anchor} {host_of(link.url)}" for link in links)
    return sum(trade.search(said) is not None for trade in TRADES.values())


def _domains(links: Iterable[Carrier]) -> int:
    return len({registrable_domain(link.url) for link in links})


def _runs(ours: set[str], carriers: Iterable[Carrier], text: str, own: str) -> Iterator[list[Carrier]]:
    """Yield for each link to the property the row of text links to other domains that it stands in."""
    links = [one for one in carriers if one.kind is Kind.LINK and one.element == "a"]
    places = (place for place, link in enumerate(links) if link.url in ours)
    for place in islice(places, MOST_OURS):
        between = BETWEEN_TRADES if _trades_of([links[place]]) else BETWEEN
        before = _row([links[place], *reversed(links[max(0, place - REACH) : place])], text, own, between)
        after = _row(links[place : place + REACH + 1], text, own, between)
        yield [*reversed(before), links[place], *after]


def _row(links: Sequence[Carrier], text: str, own: str, between: int) -> list[Carrier]:
    """Return the text links that follow the first one, either way, with no more words between."""
    row: list[Carrier] = []
    last = links[0]
    for link in (one for one in links[1:] if _is_text(one, text)):
        if registrable_domain(link.url) == own or _words_apart(last, link, text) > between:
            break
        row.append(link)
        last = link
    return row


def _is_text(link: Carrier, text: str) -> bool:
    """Say whether an anchor is words, seen or read out, and not a picture's alternative text."""
    if link.visibility is Visibility.SCREEN_READER:
        return bool(link.anchor)
    return bool(link.anchor) and link.anchor in text[link.left.end : link.right.start + len(link.anchor)]


def _words_apart(one: Carrier, other: Carrier, text: str) -> float:
    """Count the words between two links; a link for screen readers is beside its like and nothing else."""
    if Visibility.SCREEN_READER in {one.visibility, other.visibility}:
        return 0 if one.visibility is other.visibility else inf
    first, second = sorted((one, other), key=lambda link: link.left.end)
    between = text[first.left.end : second.left.end]
    return len(_WORD.findall(between)) - (len(_WORD.findall(first.anchor)) if _is_text(first, text) else 0)
