"""SEOPress, a WordPress plug-in: backlinks, which it has from Majestic. It names no target."""

from crawler.reports.columns import address, cell, date, mapped
from crawler.reports.files.table import Table
from crawler.reports.reader import Reader

COLUMNS = {
    "source_url": cell("URL", parse=address),
    "anchor": cell("Anchor Text"),
    "first_seen": date("First indexed"),
    "last_seen": date("Last Update"),
}


def _is_seopress(table: Table) -> bool:
    return {"url", "anchor text", "source trust flow"}.issubset(
        table.names
    ) and "target url" not in table.names


READER = Reader(
    id="seopress-backlinks",
    title="SEOPress: backlinks",
    tool="seopress",
    example_header="URL,Anchor Text,Source Citation Flow,Source Trust Flow,…,First indexed,Last Update",
    recognise=_is_seopress,
    statements=mapped(COLUMNS),
)
