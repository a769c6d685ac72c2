"""Small bodies that unpack to hundreds of mebibytes. Packing them takes seconds: done once, before the world opens."""

import gzip
import io
import zlib
from collections.abc import Callable
from functools import cache

import brotli

from crawler.fetching.zstandard import zstd

MIB = bytes(1024 * 1024)


@cache
def gzipped() -> bytes:
    """Return 512 MiB of zeros."""
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as file:
        for _ in range(512):
            file.write(MIB)
    return buffer.getvalue()


@cache
def twice() -> bytes:
    """Return the same, packed once more."""
    return gzip.compress(gzipped())


@cache
def by_brotli() -> bytes:
    """Return 256 MiB of zeros, as do the next two."""
    packer = brotli.Compressor(quality=5)
    return _zeros(packer.process, packer.finish)


@cache
def by_zstd() -> bytes:
    packer = zstd.ZstdCompressor()
    return _zeros(packer.compress, packer.flush)


@cache
def deflated() -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return _zeros(packer.compress, packer.flush)


def _zeros(step: Callable[[bytes], bytes], end: Callable[[], bytes]) -> bytes:
    return b"".join(step(MIB) for _ in range(256)) + end()


BOMBS = {
    "gzip25": (gzipped, "gzip"),
    "twice26": (twice, "gzip, gzip"),
    "brotli27": (by_brotli, "br"),
    "zstd28": (by_zstd, "zstd"),
    "deflate28": (deflated, "deflate"),
}
"""What makes the body, and how it is encoded, by the host that serves it."""
