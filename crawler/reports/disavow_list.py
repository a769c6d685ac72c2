"""A disavow file as input: the domains and pages that somebody once judged to be spam.

Whether its lines are what Google accepts is the business of `crawler.disavow`; here every line that names a
host goes in, also with a space after `domain:`.
"""

from crawler.reports.entries import listed, looks_listed
from crawler.reports.reader import Reader

READER = Reader(
    id="disavow-list",
    title="Disavow file",
    tool="disavow",
    example_header="domain:example.com",
    recognise=lambda table: looks_listed(table, disavowed=True),
    statements=listed,
)
