"""Evidence as JSON, and as the compressed document that a visit keeps."""

import zlib

import msgspec

from evidence.model import PageEvidence

LEVEL = 6
_decoder = msgspec.json.Decoder(PageEvidence)


def as_json(evidence: PageEvidence, *, indent: int = 2) -> str:
    """Return the evidence as readable JSON; `docs/evidence.md` lists every field."""
    return msgspec.json.format(msgspec.json.encode(evidence), indent=indent).decode()


def pack(evidence: PageEvidence) -> bytes:
    """Return the evidence as a compressed JSON document."""
    return zlib.compress(msgspec.json.encode(evidence), LEVEL)


def unpack(document: bytes) -> PageEvidence:
    """Undo `pack`.

    Raises:
        msgspec.ValidationError: the document was written by a version with other fields.
    """
    return _decoder.decode(zlib.decompress(document))
