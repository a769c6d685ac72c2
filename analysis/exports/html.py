"""The summary for people: one self-contained page, no script, nothing loaded from anywhere."""

import re
from datetime import datetime
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from analysis.cases.charts import HEIGHT, MONTHS, bars, most_of
from analysis.cases.dossier import Dossier
from analysis.export import Export
from analysis.wording import LEVELS, PLACES, error_words, nothing_flagged, presence_words, quote_words

SHOWN = 1_000
"""Flagged domains with all their evidence; each further one has its strongest finding with the quote."""


def write(dossier: Dossier, path: Path) -> None:
    """Write the page. Whatever came from other people's pages is escaped, links to them are not clickable."""
    path.write_text(page(dossier), encoding="utf-8")


def page(dossier: Dossier) -> str:
    """Return the page."""
    environment = Environment(
        loader=PackageLoader("analysis"),
        autoescape=select_autoescape(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["day"] = _day
    environment.filters["presence"] = presence_words
    environment.filters["error"] = error_words
    environment.filters["quote"] = quote_words
    environment.filters["level"] = lambda level: LEVELS.get(level, level)
    environment.filters["place"] = lambda place: PLACES.get(place, place)
    environment.filters["number"] = lambda count: f"{count:,}"
    template = environment.get_template("summary.html")
    return template.render(
        dossier=dossier,
        overview=dossier.overview,
        flagged=dossier.flagged[:SHOWN],
        in_short=dossier.flagged[SHOWN:],
        headline=_headline(dossier),
        unseen=_unseen(dossier),
        bars=bars(dossier.months),
        most=most_of(dossier.months[-MONTHS:]),
        header=re.sub(r"[^\w. -]", "", f"Backlinks of {dossier.property_name}"),
        height=HEIGHT,
    )


def _headline(dossier: Dossier) -> str:
    """Say in one sentence what there is to know."""
    counts = dossier.overview.domains
    flagged = dossier.overview.flagged_count
    if not flagged:
        return nothing_flagged(dossier.overview)
    spam = counts["spam"]
    if spam:
        more = f" {flagged - spam:,} more should be looked at." if flagged > spam else ""
        return f"{_domains(spam)} spam, by the evidence below.{more}"
    return f"{_domains(flagged)} worth a look; none is called spam."


def _unseen(dossier: Dossier) -> str:
    """Say of how many backlinks nothing is known; empty when something is known of all."""
    seen = dossier.overview
    unknown = sum(seen.unknown.values())
    told = [f"{unknown:,} could not be seen"] if unknown else []
    told += [f"{seen.unvisited:,} {_were(seen.unvisited)} not visited yet"] if seen.unvisited else []
    if not told:
        return ""
    return f"Of {seen.backlinks:,} reported backlinks {' and '.join(told)}: nothing is said about those."


def _were(count: int) -> str:
    return "was" if count == 1 else "were"


def _domains(count: int) -> str:
    return f"{count:,} referring domain{'s are' if count != 1 else ' is'}"


def _day(moment: datetime | None) -> str:
    return f"{moment.day} {moment:%B %Y}" if moment else "never"


EXPORT = Export(id="html", title="Summary for people", file_name="summary.html", write=write)
