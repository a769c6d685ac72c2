"""The first page: what is really there, what was concluded, how links came and went."""

from starlette.requests import Request
from starlette.responses import Response

from analysis.cases.charts import HEIGHT, MONTHS, bars, most_of
from analysis.cases.overview import overview_of
from analysis.wording import nothing_flagged
from review.site import Site
from store.looks.review import campaigns, decided_count, reports
from store.looks.tallies import tallies

LANGUAGES = 12
CAMPAIGNS = 12


def show(request: Request, site: Site) -> Response:
    """Draw the overview from what was counted last."""
    with site.store.read() as session:
        counted = tallies(session, site.property_name)
        imported = reports(session, site.property_name)
        kits = campaigns(session, site.property_name, CAMPAIGNS)
        decided = decided_count(session, site.property_name)
    overview = overview_of(site.property_name, counted)
    shares = (
        ("there", sum(overview.present.values())),
        ("not there", sum(overview.absent.values())),
        ("could not be seen", sum(overview.unknown.values())),
        ("not visited yet", overview.unvisited),
    )
    return site.page(
        request,
        "overview.html",
        overview=overview,
        decided=decided,
        nothing_flagged=nothing_flagged(overview),
        shares=[share for share in shares if share[1]],
        counted_at=counted.counted_at,
        bars=bars(counted.months),
        height=HEIGHT,
        most=most_of(counted.months[-MONTHS:]),
        languages=counted.languages[:LANGUAGES],
        reports=imported,
        campaigns=kits,
    )
