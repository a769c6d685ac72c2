"""`PageEvidence` as JSON, and as the compressed document that the store keeps.

A packed document is one byte with the version of the container, then zlib data of the JSON.
"""

import zlib

import msgspec
from isal import isal_zlib

from evidence.model import PageEvidence

MAX_JSON = 64 * 1024 * 1024
"""Bytes of JSON that unpacking may yield; a stored document is smaller by far."""

LEVEL = 2
"""Of ISA-L: a tenth of the time of zlib's level 6, for a document larger by a sixth."""

_CONTAINER = b"\x01"
_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(PageEvidence)


class CodecError(ValueError):
    """Bytes that are no evidence of a version this program reads."""


def to_json(evidence: PageEvidence) -> bytes:
    """Write evidence as compact JSON in UTF-8, fields in the order of `evidence.model`."""
    return _encoder.encode(evidence)


def from_json(data: bytes) -> PageEvidence:
    """Read what `to_json` wrote; raises `CodecError` for anything else."""
    try:
        return _decoder.decode(data)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise CodecError(f"this JSON is no page evidence: {error}") from error


def pack(evidence: PageEvidence) -> bytes:
    """Compress evidence for the store."""
    return _CONTAINER + isal_zlib.compress(to_json(evidence), LEVEL)


def unpack(data: bytes) -> PageEvidence:
    """Read what `pack` wrote; raises `CodecError` for anything else."""
    if data[:1] != _CONTAINER:
        raise CodecError(f"packed evidence begins with byte 1, not {data[:1]!r}: extract the page again")
    inflater = zlib.decompressobj()
    try:
        plain = inflater.decompress(data[1:], MAX_JSON)
    except zlib.error as error:
        raise CodecError(f"packed evidence is damaged ({error}): extract the page again") from error
    if not inflater.eof:
        raise CodecError("packed evidence is cut off or too large: extract the page again")
    return from_json(plain)
