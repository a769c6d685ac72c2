"""Access logs of Apache, nginx and their relatives, which name the page that a visitor came from.

Line formats with the referrer are listed in `logs.combined`; every foreign referrer becomes a backlink.
"""

from collections.abc import Iterator

from crawler.reports.files.table import ONE_COLUMN, Table
from crawler.reports.logs.combined import format_of, requests
from crawler.reports.logs.referrals import referrals
from crawler.reports.reader import Reader
from crawler.reports.statement import BadRow, Statement


def _is_combined_log(table: Table) -> bool:
    return table.delimiter == ONE_COLUMN and not table.preamble and bool(format_of(table.head))


def _statements(table: Table) -> Iterator[Statement | BadRow]:
    found = requests(table.text.lines(), format=format_of(table.head))
    return referrals(found, member=table.text.member.name)


READER = Reader(
    id="access-log",
    title="Access log of Apache, nginx, OVH, Gandi, Amazon S3",
    tool="access-log",
    example_header='192.0.2.1 - - [10/Feb/2026:16:42:07 +0100] "GET / HTTP/1.1" 200 368 "https://example.com/"',
    recognise=_is_combined_log,
    statements=_statements,
)
