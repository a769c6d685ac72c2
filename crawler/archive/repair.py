"""Putting right the WARC files that a killed crawl left open.

A crawl that writes a file holds a lock on the marker beside it; the kernel drops the lock when the process
dies, however it dies. What remains of a record that was being written is cut off: no stored visit points at
it, because a visit is stored after its records.
"""

import fcntl
import zlib
from pathlib import Path
from typing import BinaryIO

MARKER = ".open"
"""Ending of the empty file beside a WARC file that is being written."""
PIECE = 256 * 1024


def mark_open(file: Path) -> BinaryIO:
    """Mark a file as being written; the marker is locked until it is closed."""
    marker = _marker(file).open("wb")
    fcntl.flock(marker, fcntl.LOCK_EX)
    return marker


def mark_whole(file: Path, marker: BinaryIO) -> None:
    """Say that a file was finished in good order."""
    _marker(file).unlink(missing_ok=True)
    marker.close()


def repair(folder: Path) -> list[str]:
    """Repair the files whose writer is gone; return one sentence for each that was cut."""
    done: list[str] = []
    for path in sorted(folder.glob(f"*{MARKER}")):
        file = path.with_name(path.name.removesuffix(MARKER))
        with path.open("rb") as marker:
            try:
                fcntl.flock(marker, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            if file.exists() and (cut := _cut_after_last_member(file)):
                done.append(f"{file.name}: cut off the last {cut} bytes, the start of a record")
            path.unlink(missing_ok=True)
    return done


def _cut_after_last_member(file: Path) -> int:
    """Truncate a file of gzip members after the last whole one; return how many bytes went."""
    with file.open("r+b") as stream:
        whole = _whole_bytes(stream)
        size = stream.seek(0, 2)
        stream.truncate(whole)
    return size - whole


def _whole_bytes(stream: BinaryIO) -> int:
    """Return where the last whole gzip member ends."""
    end = 0
    inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        while piece := stream.read(PIECE):
            while piece:
                inflate.decompress(piece, PIECE)
                if not inflate.eof:
                    piece = inflate.unconsumed_tail
                    continue
                piece = inflate.unused_data
                end = stream.tell() - len(piece)
                inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
    except zlib.error:
        pass
    return end


def _marker(file: Path) -> Path:
    return file.with_name(file.name + MARKER)
