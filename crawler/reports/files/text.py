"""From bytes to lines: which encoding a file has, and its lines in constant memory.

A byte order mark decides; without one the whole stream is checked for UTF-8, and only what is not UTF-8 is
left to charset-normalizer, which sees the lines that matter instead of the first kilobytes.
"""

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from charset_normalizer import from_bytes

from crawler.reports.files.streams import Member

CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))
"""Bytes that text hardly ever has; random bytes have a tenth of them."""
BLOCK: Final = 1024 * 1024
MAX_LINE: Final = 1024 * 1024
"""Characters of one line; what is longer is handed out cut, and no row of a report is that long."""
MAX_SPECIMEN: Final = 64 * 1024
"""Bytes of non-ASCII lines that are enough to tell a code page."""
CODE_PAGES: Final = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874",
    "cp932", "cp949", "gb18030", "big5",
)  # fmt: skip
"""What Windows programs write in its languages; the first is by far the commonest."""
CLOSE: Final = 0.1
"""charset-normalizer's scores (0 to 1) of Western, Baltic and Central European text differ by less."""
MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks, the longer first: UTF-32 LE begins like UTF-16 LE."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A stream whose encoding is known."""

    member: Member
    encoding: str
    line_count: int
    """Line feeds in the stream: the number of lines, near enough to show progress."""
    is_binary: bool
    """Its beginning is full of control characters, and it is no UTF-8 without NUL."""

    def lines(self) -> Iterator[str]:
        r"""Every line with its end; LF, CR and CRLF all read as `\n`. Of each at most `MAX_LINE` characters.

        Bytes that the encoding does not know become U+FFFD.
        """
        with (
            self.member.open() as stream,
            io.TextIOWrapper(stream, encoding=self.encoding, errors="replace", newline=None) as text,
        ):
            while line := text.readline(MAX_LINE):
                yield line
                while len(line) == MAX_LINE and not line.endswith("\n"):
                    line = text.readline(MAX_LINE)  # the rest of a line that was cut


def survey(member: Member) -> Text:
    """Read a stream once and say how to decode it."""
    with member.open() as stream:
        start = stream.read(BLOCK)
        encoding = _marked(start) or _zero_interleaved(start)
        is_utf8, feeds, specimen = True, 0, bytearray()
        decoder = codecs.getincrementaldecoder("utf-8")()
        block = start
        while block:
            feeds += block.count(b"\n") or block.count(b"\r")
            if not encoding and (not block.isascii() or decoder.getstate()[0]):
                is_utf8 = is_utf8 and _decodes(decoder, block)
                _collect(block, specimen)
            block = stream.read(BLOCK)
    if not encoding:
        encoding = "utf-8" if is_utf8 and not decoder.getstate()[0] else _code_page(bytes(specimen))
    return Text(
        member=member,
        encoding=encoding,
        line_count=feeds,
        is_binary=not encoding.startswith(("utf-16", "utf-32"))
        and (b"\0" in start or not is_utf8)
        and _is_full_of_controls(start[:4096]),
    )


def _is_full_of_controls(start: bytes) -> bool:
    return len(start) - len(start.translate(None, CONTROLS)) > len(start) * 0.03 + 2


def _marked(start: bytes) -> str:
    return next((encoding for mark, encoding in MARKS if start.startswith(mark)), "")


def _zero_interleaved(start: bytes) -> str:
    """UTF-16 without a mark: of a header row in Latin letters every second byte is NUL, and no other."""
    head = start[:512]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > len(head) // 8 and not even:
        return "utf-16-le"
    if even > len(head) // 8 and not odd:
        return "utf-16-be"
    return ""


def _decodes(decoder: codecs.IncrementalDecoder, block: bytes) -> bool:
    try:
        decoder.decode(block)
    except UnicodeDecodeError:
        return False
    return True


def _collect(block: bytes, specimen: bytearray) -> None:
    """Keep lines that are not ASCII, for `_code_page`."""
    if len(specimen) < MAX_SPECIMEN:
        for line in block.splitlines():
            if not line.isascii():
                specimen += line[:4096] + b"\n"
                if len(specimen) >= MAX_SPECIMEN:
                    return


def _code_page(specimen: bytes) -> str:
    """The encoding of lines that are not all UTF-8: UTF-8 still, when only a few of them are broken."""
    lines = specimen.splitlines()
    broken = [line for line in lines if not _is_utf8(line)]
    if len(broken) * 2 < len(lines):
        return "utf-8"
    matches = from_bytes(b"\n".join(broken), cp_isolation=list(CODE_PAGES))
    best = matches.best()
    for match in matches:
        is_close = best and match.chaos - best.chaos < CLOSE and best.coherence - match.coherence < CLOSE
        if match.encoding == CODE_PAGES[0] and is_close:
            best = match
    return best.encoding if best else CODE_PAGES[0]


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True
