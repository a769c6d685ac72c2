"""Content-Encoding undone: what is whole, what is broken, what is a bomb."""

import gzip
import zlib

import brotli
import pytest

from crawler.fetching.decoding import DECODED_BYTES, decode
from crawler.fetching.zstandard import zstd

PAGE = b"<html><title>Bottles</title>" + b"<p>some text about it" * 500
RAW_DEFLATE = zlib.compressobj(9, zlib.DEFLATED, -15)
RAW = RAW_DEFLATE.compress(PAGE) + RAW_DEFLATE.flush()


@pytest.mark.parametrize(
    ("body", "encoding", "plain", "error"),
    [
        (PAGE, "", PAGE, ""),
        (PAGE, "identity", PAGE, ""),
        (gzip.compress(PAGE), "gzip", PAGE, ""),
        (gzip.compress(PAGE), " X-GZip ", PAGE, ""),
        (zlib.compress(PAGE), "deflate", PAGE, ""),
        (RAW, "deflate", PAGE, ""),
        (brotli.compress(PAGE), "br", PAGE, ""),
        (zstd.compress(PAGE), "zstd", PAGE, ""),
        (brotli.compress(gzip.compress(PAGE)), "gzip, br", PAGE, ""),
        (gzip.compress(PAGE), "gzip, gzip, gzip", gzip.compress(PAGE), "bad_encoding"),
        (PAGE, "gzip", PAGE, "bad_encoding"),
        (PAGE, "br", PAGE, "bad_encoding"),
        (PAGE, "zstd", PAGE, "bad_encoding"),
        (PAGE, "rot13", PAGE, "bad_encoding"),
        (b"", "gzip", b"", ""),
        (gzip.compress(bytes(DECODED_BYTES + 1)), "gzip", bytes(DECODED_BYTES), "decode_bomb"),
        (gzip.compress(bytes(DECODED_BYTES)), "gzip", bytes(DECODED_BYTES), ""),
    ],
)
def test_decode(body: bytes, encoding: str, plain: bytes, error: str) -> None:
    decoded = decode(body, encoding)
    assert decoded.error == error
    assert decoded.body == plain


def test_a_stream_that_breaks_off_gives_what_came_before() -> None:
    packed = gzip.compress(PAGE)
    decoded = decode(packed[: len(packed) // 2], "gzip")
    assert decoded.error == ""
    assert PAGE.startswith(decoded.body)
    broken = bytearray(packed)
    broken[-40:-20] = b"\xff" * 20
    assert PAGE.startswith(decode(bytes(broken), "gzip").body[:28])
