"""A stream of bytes that may be opened again, and stays within bounds while it is read."""

import io
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol
from zipfile import BadZipFile

from crawler.reports.errors import UnreadableReportError

FREE_SIZE = 256 * 1024 * 1024
"""Unpacked bytes that are always allowed: a stream is read in constant memory."""
MAX_RATIO = 200
"""Unpacked to packed bytes beyond `FREE_SIZE`; real access logs shrink 10 to 60 times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One stream of bytes: the file itself, or one file or worksheet within it."""

    name: str
    """Name within the container; empty for a file that is no container of several."""
    open: Callable[[], IO[bytes]]
    """Opens the stream from its beginning, as often as needed; the caller closes it."""


def size_limit(packed: int) -> int:
    """Bytes that `packed` compressed bytes may unpack to."""
    return max(FREE_SIZE, packed * MAX_RATIO)


class Readable(Protocol):
    """What a decompressor offers."""

    def read(self, size: int, /) -> bytes: ...  # noqa: D102
    def close(self) -> None: ...  # noqa: D102


def bounded(source: Readable, *, limit: int, path: Path) -> IO[bytes]:
    """A decompressing stream that raises `UnreadableReportError` where damaged or past `limit` bytes."""
    return io.BufferedReader(_Bounded(source, limit=limit, path=path))


class _Bounded(io.RawIOBase):
    def __init__(self, source: Readable, *, limit: int, path: Path) -> None:
        self._source, self._left, self._path = source, limit, path

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # what BufferedReader hands over
        try:
            data = self._source.read(len(buffer))
        except (OSError, EOFError, zlib.error, BadZipFile) as error:
            raise UnreadableReportError(
                f"{self._path}: damaged or cut off ({error}). Copy it again."
            ) from error
        self._left -= len(data)
        if self._left < 0:
            raise UnreadableReportError(
                f"{self._path}: unpacks to more than {MAX_RATIO} times its size, as no report does. "
                "If you trust it, unpack it yourself and import the result."
            )
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._source.close()
        super().close()
