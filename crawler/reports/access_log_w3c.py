"""Access logs in the W3C Extended Log File Format: IIS, CloudFront, Netscaler, Incapsula."""

from crawler.reports.files.table import ONE_COLUMN, Table
from crawler.reports.logs.referrals import referrals
from crawler.reports.logs.w3c import REFERRER, fields_of, requests
from crawler.reports.reader import Reader


def _is_w3c_log(table: Table) -> bool:
    is_first_view = table.delimiter == ONE_COLUMN and not table.preamble
    return is_first_view and not set(REFERRER).isdisjoint(fields_of(table.head))


READER = Reader(
    id="access-log-w3c",
    title="Access log of IIS, CloudFront and others (W3C extended)",
    tool="access-log",
    example_header="#Fields: date time cs-method cs-uri-stem cs-uri-query c-ip cs(Referer) cs-host …",
    recognise=_is_w3c_log,
    statements=lambda table: referrals(requests(table.text.lines()), member=table.text.member.name),
)
