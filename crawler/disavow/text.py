"""The text of a disavow file, whatever its encoding and line ends."""

import io
import re
from dataclasses import dataclass
from functools import partial

from crawler.disavow.entry import Entry
from crawler.disavow.line import Line, understood
from crawler.reports.files.streams import Member
from crawler.reports.files.text import survey


@dataclass(frozen=True, slots=True, kw_only=True)
class DisavowText:
    """The lines of a file, understood."""

    encoding: str
    has_lone_carriage_returns: bool
    lines: tuple[Line, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everything disavowed, once each, in the file's order."""
        return tuple(dict.fromkeys(entry for line in self.lines for entry in line.entries))


def read_text(data: bytes) -> DisavowText:
    """Read the bytes of a disavow file."""
    text = survey(Member(name="", open=partial(io.BytesIO, data)))
    return DisavowText(
        encoding=text.encoding,
        has_lone_carriage_returns=bool(re.search(rb"\r(?!\x00?\n)", data)),
        lines=tuple(understood(line.removesuffix("\n")) for line in text.lines()),
    )
