"""Records of WAT files, as Common Crawl writes them: the links of a page, and what was asked for it."""

import json
from pathlib import Path
from typing import Any

Link = dict[str, str]


def link_list(*links: Link, status: str = "200", title: str = "Bottles", base: str = "") -> bytes:
    """Return what a record says of an answer."""
    head = {"Title": title} | ({"Base": base} if base else {})
    response = {
        "Response-Message": {"Version": "HTTP/1.1", "Status": status, "Reason": "OK"},
        "HTML-Metadata": {"Head": head, "Links": list(links)},
    }
    return _document({"HTTP-Response-Metadata": response})


def asked() -> bytes:
    """Return what a record says of a request."""
    return _document({"HTTP-Request-Metadata": {"Request-Message": {"Method": "GET", "Path": "/p"}}})


def wat(path: Path, *records: tuple[str, bytes], media_type: str = "application/json") -> Path:
    """Write a file of metadata records: address and document."""
    path.write_bytes(
        b"".join(
            f"WARC/1.0\r\nWARC-Type: metadata\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-11-21T00:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{number}>\r\nContent-Type: {media_type}\r\n"
            f"Content-Length: {len(document)}\r\n\r\n".encode()
            + document
            + b"\r\n\r\n"
            for number, (url, document) in enumerate(records)
        )
    )
    return path


def _document(payload: dict[str, Any]) -> bytes:
    return json.dumps({"Container": {}, "Envelope": {"Payload-Metadata": payload}}).encode()
