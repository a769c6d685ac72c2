"""Access logs of one JSON object a line: Caddy, Traefik, nginx."""

from crawler.reports.files.table import ONE_COLUMN, Table
from crawler.reports.logs.json_lines import is_json_log, requests
from crawler.reports.logs.referrals import referrals
from crawler.reports.reader import Reader


def _is_json_log(table: Table) -> bool:
    is_first_view = table.delimiter == ONE_COLUMN and not table.preamble
    return is_first_view and table.head[0].startswith("{") and is_json_log(table.head)


READER = Reader(
    id="access-log-json",
    title="Access log in JSON lines (Caddy, Traefik, nginx)",
    tool="access-log",
    example_header='{"ts": 1770000000.5, "request": {"host": …, "uri": …, "headers": {"Referer": […]}}}',
    recognise=_is_json_log,
    statements=lambda table: referrals(requests(table.text.lines()), member=table.text.member.name),
)
