"""SE Ranking: backlinks, by the names of its API."""

from crawler.reports.cells.flags import flag
from crawler.reports.cells.numbers import decimal
from crawler.reports.columns import address, cell, cells, date, first_told, has, mapped
from crawler.reports.reader import Reader
from crawler.reports.statement import LinkType


def _kind(text: str) -> LinkType | None:
    is_image = flag(text)
    return None if is_image is None else LinkType.IMAGE if is_image else LinkType.TEXT


COLUMNS = {
    "source_url": cell("url_from", parse=address),
    "target_url": cell("url_to", parse=address),
    "title": cell("title"),
    "anchor": cells("anchor", "alt", parse=first_told),
    "type": cell("image", parse=_kind),
    "first_seen": date("first_seen"),
    "last_seen": date("last_visited"),
    "nofollow": cell("nofollow", parse=flag),
    "domain_rating": cell("domain_inlink_rank", parse=decimal),
}

READER = Reader(
    id="se-ranking-backlinks",
    title="SE Ranking: backlinks",
    tool="se-ranking",
    example_header="url_from,url_to,title,anchor,alt,nofollow,image,image_source,inlink_rank,…",
    recognise=has("url_from", "url_to", "inlink_rank"),
    statements=mapped(COLUMNS),
)
