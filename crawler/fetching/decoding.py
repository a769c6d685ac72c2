"""Undoing Content-Encoding, bounded: a bomb gives its first 10 MiB and no more (hostile cases 25 to 30)."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass

import brotli

from crawler.fetching.zstandard import zstd

DECODED_BYTES = 10 * 1024 * 1024
STEP = 16
"""Bytes at a time up to the break of a broken stream."""
LAYERS = 2
"""More layers than that are an attack (hostile case 29)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A body as its media type means it."""

    body: bytes
    error: str = ""
    """`decode_bomb` (body cut at the bound) or `bad_encoding` (body as it came)."""


def decode(body: bytes, content_encoding: str) -> Decoded:
    """Undo the encodings named in a Content-Encoding header, last one first.

    A broken stream gives what was readable before the break; one that is not encoded at all, although the
    header says so, is taken as it is (hostile case 48).
    """
    names = [name for part in content_encoding.lower().split(",") if (name := part.strip()) not in _PLAIN]
    if not names:
        return Decoded(body=body)
    if len(names) > LAYERS or any(name not in _DECODERS for name in names):
        return Decoded(body=body, error="bad_encoding")
    for name in reversed(names):
        plain = _DECODERS[name](body)
        if not plain and body:
            return Decoded(body=body, error="bad_encoding")
        if len(plain) > DECODED_BYTES:
            return Decoded(body=plain[:DECODED_BYTES], error="decode_bomb")
        body = plain
    return Decoded(body=body)


def _zlib(window_bits: int) -> Callable[[bytes], bytes]:
    def inflate(body: bytes) -> bytes:
        try:
            return zlib.decompressobj(window_bits).decompress(body, DECODED_BYTES + 1)
        except zlib.error:
            return _piecewise(zlib.decompressobj(window_bits).decompress, zlib.error, body)

    return inflate


def _deflate(body: bytes) -> bytes:
    """Some servers send zlib's format, as RFC 9110 says, others raw deflate: browsers take both."""
    return _zlib(zlib.MAX_WBITS)(body) or _zlib(-zlib.MAX_WBITS)(body)


def _brotli(body: bytes) -> bytes:
    try:
        return bytes(brotli.Decompressor().process(body, output_buffer_limit=DECODED_BYTES + 1))
    except brotli.error:
        return b""


def _zstd(body: bytes) -> bytes:
    try:
        return zstd.ZstdDecompressor().decompress(body, DECODED_BYTES + 1)
    except zstd.ZstdError:
        return b""


def _piecewise(step: Callable[[bytes], bytes], broken: type[Exception], body: bytes) -> bytes:
    """Decode a broken stream up to the break."""
    parts: list[bytes] = []
    size = 0
    for start in range(0, len(body), STEP):
        try:
            part = step(body[start : start + STEP])
        except broken:
            break
        parts.append(part)
        size += len(part)
        if size > DECODED_BYTES:
            break
    return b"".join(parts)


_PLAIN = frozenset({"", "identity", "none"})
_DECODERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": _zlib(zlib.MAX_WBITS | 16),
    "x-gzip": _zlib(zlib.MAX_WBITS | 16),
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
