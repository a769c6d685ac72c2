"""Why a whole file cannot be imported.

    ReportError
    ├── UnreadableReportError   empty, binary, damaged, encrypted, or larger than it pretends to be
    ├── UnknownReportError      readable, but in no format we know
    └── NoBacklinksError        a known export that says nothing about single backlinks

Every message names what was seen and what to do. A single bad row is never an exception:
see `crawler.reports.statement.BadRow`.
"""

from evidence.errors import LinkwitnessError


class ReportError(LinkwitnessError):
    """A file that cannot be imported as a backlink report; nothing of it has been read."""


class UnreadableReportError(ReportError):
    """The bytes cannot be turned into rows."""


class UnknownReportError(ReportError):
    """The rows belong to no format we know."""


class NoBacklinksError(ReportError):
    """The tool's export is known and lists something other than backlinks."""
