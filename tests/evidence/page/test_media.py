"""What a response is, whatever its server calls it (hostile case 49)."""

import pytest

from evidence.page.media import media_type

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
PAGE = b"<!DOCTYPE html><title>x</title>"
FEED = b'<?xml version="1.0"?><rss version="2.0"></rss>'


@pytest.mark.parametrize(
    ("body", "declared", "kind"),
    [
        (PNG, "text/html", "other"),
        (PAGE, "image/png", "html"),
        (PAGE, "", "html"),
        (b"words only", "", "html"),
        (b"\x00\x01\x02", "", "other"),
        (b"words only", "text/html; charset=utf-8, text/plain", "html"),
        (b"\xef\xbb\xbf" + PAGE, "application/octet-stream", "html"),
        (FEED, "text/html", "html"),
        (FEED, "", "xml"),
        (b"<x/>", "application/atom+xml", "xml"),
        (b"words only", "text/plain", "text"),
        (b'{"a": 1}', "application/json", "text"),
        (b'{"a": 1}', "application/feed+json; charset=utf-8", "text"),
        (b"%PDF-1.7", "text/plain", "other"),
        (b"words only", "message/rfc822", "other"),
        (b"words only", "application/octet-stream", "other"),
    ],
)
def test_the_first_bytes_count_more_than_the_label(body: bytes, declared: str, kind: str) -> None:
    assert media_type(body, {"content-type": declared} if declared else {}) == kind
