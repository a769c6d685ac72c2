"""The first page: what is really there, what was concluded, how links came and went."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from analysis.overview import overview_of
from review.site import Site
from store.review import campaigns, reports
from store.tallies import tallies

MONTHS = 36
"""Months drawn: three years are enough to see a wave, and few enough to read."""
LANGUAGES = 12
CAMPAIGNS = 12
HEIGHT = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One month of the chart."""

    month: str
    new: int
    lost: int
    new_height: float
    """Of `HEIGHT`."""
    lost_height: float


def show(request: Request, site: Site) -> Response:
    """Draw the overview from what was counted last."""
    with site.store.read() as session:
        counted = tallies(session, site.property_name)
        imported = reports(session, site.property_name)
        kits = campaigns(session, site.property_name, CAMPAIGNS)
    return site.page(
        request,
        "overview.html",
        overview=overview_of(site.property_name, counted),
        counted_at=counted.counted_at,
        bars=bars(counted.months[-MONTHS:]),
        height=HEIGHT,
        languages=counted.languages[:LANGUAGES],
        reports=imported,
        campaigns=kits,
    )


def bars(history: Sequence[tuple[str, int, int]]) -> list[Bar]:
    """Scale months to the height of the chart."""
    most = max((max(new, lost) for _, new, lost in history), default=0) or 1
    return [
        Bar(
            month=month,
            new=new,
            lost=lost,
            new_height=round(HEIGHT * new / most, 1),
            lost_height=round(HEIGHT * lost / most, 1),
        )
        for month, new, lost in history
    ]
