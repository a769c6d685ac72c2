"""Hostile answers by the name of the host that gives them; the numbers are the cases of the hostile-server list."""

from tests.crawler.hostile.bombs import BOMBS, gzipped
from tests.crawler.hostile.ways import (
    FOUND,
    HEAD,
    Attack,
    answer,
    bomb,
    drip,
    endless,
    longer_path,
    new_query,
    page,
    redirect,
    reset,
    silence,
    there_and_back,
)

MIB = 1024 * 1024
IN_CHUNKS = b"%x\r\n%s\r\n0\r\n\r\n" % (len(FOUND), FOUND)
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
INSIDE = [
    "http://127.0.0.1:8080/",
    "http://169.254.169.254/latest/meta-data/",
    "http://2130706433/",
    "http://0177.0.0.1/",
    "http://0x7f.1/",
    "http://127.1/",
    "http://0/",
    "http://１２７.0.0.1/",
    "http://[::ffff:127.0.0.1]:8080/",
    "http://[::1]/",
    "http://[::]/",
    "http://[fe80::1]/",
    "http://[fc00::1]/",
    "http://[fec0::1]/",
    "http://[ff02::1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b:1::1]/",
    "http://[2002:7f00:1::]/",
    "http://[2001:0::1]/",
    "http://[::127.0.0.1]/",
    "http://192.88.99.1/",
    "http://168.63.129.16/",
    "http://192.0.0.192/",
    "http://100.100.100.200/",
    "http://[fd00:ec2::254]/",
    "http://good:80@127.0.0.1/",
    "///127.0.0.1/",
    "\\\\127.0.0.1/",
    "http://20.0.0.1:22/",
    "http://20.0.0.1:6379/",
    "http://localhost/",
]
"""Cases 1 to 6, 14, 15: every one of them must be refused after it was understood."""
NOT_WEB = [
    "file:///etc/passwd",
    "ftp://20.0.0.1/",
    "s3://bucket/key",
    "data:text/html,x",
    "gopher://20.0.0.1/",
    "javascript:alert(1)",
    "blob:x",
    "about:blank",
]
NOT_URL = [
    "http://[::1",
    "http://20.0.0.1:99999/",
    f"http://{'a' * 300}.test/%00",
    "http://a.b%00.c/",
    "http://",
]

ATTACKS: dict[str, tuple[Attack, set[str]]] = {
    **{f"inside{n}": (redirect(url), {"blocked_address"}) for n, url in enumerate(INSIDE)},
    **{f"scheme{n}": (redirect(url), {"bad_scheme"}) for n, url in enumerate(NOT_WEB)},
    **{f"url{n}": (redirect(url), {"bad_url", "dns_nxdomain"}) for n, url in enumerate(NOT_URL)},
    "refresh10": (
        page(b'<meta http-equiv=refresh content="0;url=http://127.0.0.1:8080/">'),
        {"blocked_address"},
    ),
    "header10": (page(b"<p>x", "Refresh: 0;url=http://127.0.0.1:8080/"), {"blocked_address"}),
    "loop18": (redirect("/p"), {"redirect_loop"}),
    "pair18": (there_and_back, {"redirect_loop"}),
    "query18": (new_query, {"redirect_loop"}),
    "meta18": (page(b'<meta http-equiv=refresh content="0;url=/p">'), {"redirect_loop", ""}),
    "fat20": (endless(b"HTTP/1.1 302 Found\r\nLocation: http://benign0.test/0\r\n\r\n", bytes(65536)), {""}),
    "cookies23": (
        page(FOUND, *(f"Set-Cookie: c{n}={'x' * 1000}" for n in range(3000))),
        {"header_too_large"},
    ),
    "login24": (page(b"no", 'WWW-Authenticate: Basic realm="x"', status="401 Unauthorized"), {""}),
    **{host: (bomb(make, encoding), {""}) for host, (make, encoding) in BOMBS.items()},
    "file30": (bomb(gzipped, "identity"), {""}),
    "layers29": (page(FOUND, f"Content-Encoding: {', '.join(['gzip'] * 100)}"), {"bad_encoding"}),
    "chunked31": (endless(CHUNKED, b"10000\r\n" + bytes(65536) + b"\r\n"), {""}),
    "endless31": (endless(HEAD + b"\r\n", bytes(65536)), {""}),
    "length32": (endless(HEAD + b"Content-Length: 10737418240\r\n\r\n", bytes(65536)), {""}),
    "tiny33": (endless(CHUNKED, b"1\r\nx\r\n" * 4096), {""}),
    "extension34": (endless(CHUNKED + b"5;", b"x" * 65536), {"", "proto_error"}),
    "trailers34": (endless(CHUNKED + b"0\r\n", b"X-T: y\r\n" * 512), {"", "proto_error"}),
    "headers35": (endless(HEAD, b"X-H: " + b"y" * 1000 + b"\r\n"), {"header_too_large"}),
    "folded36": (endless(HEAD + b"X-H: y\r\n", b" " + b"y" * 1000 + b"\r\n"), {"header_too_large"}),
    "line37": (
        endless(HEAD + b"X-H: ", b"y" * 65536),
        {"header_too_large", "connection_lost", "proto_error"},
    ),
    "continue38": (endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 64), {"header_too_large"}),
    "body39": (drip(HEAD + b"Content-Length: 100000\r\n\r\n", b"x"), {""}),
    "lines39": (drip(HEAD, b"X-H: y\r\n"), {"deadline"}),
    "silent39": (silence, {"deadline"}),
    **{f"drip40-{n}": (drip(HEAD + b"Content-Length: 100000\r\n\r\n", b"x"), {""}) for n in range(16)},
    "path42": (longer_path, {"redirect_loop"}),
    "links43": (page(b'<a href="/n">next</a> ' * 100_000 + FOUND), {"", "parse_budget"}),
    "none44": (answer(FOUND), {"proto_error"}),
    "ssh44": (answer(b"SSH-2.0-OpenSSH_9.2\r\n"), {"proto_error", "connection_lost"}),
    "colon44": (answer(b"HTTP/1.1 200: OK\r\n\r\n" + FOUND), {"proto_error"}),
    "status999": (page(FOUND, status="999 Denied"), {""}),
    "status99999": (page(FOUND, status="99999 Denied"), {"", "proto_error"}),
    "minus45": (answer(HEAD + b"Content-Length: -5\r\n\r\n" + FOUND), {"proto_error", ""}),
    "word45": (answer(HEAD + b"Content-Length: thousand\r\n\r\n" + FOUND), {"proto_error", ""}),
    "two45": (answer(HEAD + b"Content-Length: 5\r\nContent-Length: 9\r\n\r\n" + FOUND), {"proto_error", ""}),
    "both46": (
        answer(CHUNKED.replace(b"\r\n\r\n", b"\r\nContent-Length: 5\r\n\r\n") + IN_CHUNKS),
        {"", "proto_error"},
    ),
    "chunk46": (answer(CHUNKED + b"zz\r\n" + FOUND), {"", "proto_error"}),
    "short46": (answer(HEAD + b"Content-Length: 5000\r\n\r\n<html>half"), {""}),
    "reset46": (reset, {""}),
    "upgrade47": (
        answer(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"),
        {"deadline", "connection_lost", "proto_error"},
    ),
    "held47": (
        drip(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n", b"x"),
        {"deadline", "proto_error"},
    ),
    "early47": (answer(b"HTTP/1.1 103 Early Hints\r\nLink: </s.css>\r\n\r\n" + HEAD + b"\r\n" + FOUND), {""}),
    "empty47": (answer(b"HTTP/1.1 204 No Content\r\n\r\n" + FOUND), {""}),
    "unasked47": (answer(b"HTTP/1.1 304 Not Modified\r\n\r\n"), {""}),
    "plain48": (page(FOUND, "Content-Encoding: gzip"), {"bad_encoding"}),
    "unknown48": (page(FOUND, "Content-Encoding: rot13"), {"bad_encoding"}),
    "tls51": (answer(bytes.fromhex("16030100020240")), {"proto_error", "connection_lost"}),
    "deep59": (page(b"<div>" * 200_000 + FOUND), {"", "parse_budget"}),
    "wide60": (
        page(b"<a " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">" + FOUND),
        {"", "parse_budget"},
    ),
    "attribute61": (page(b'<a title="' + b"x" * 12 * MIB + b'">' + FOUND), {"", "parse_budget"}),
    "fonts62": (
        page(b"".join(b"<font id=%d><p>" % number for number in range(5_000)) + FOUND),
        {"", "parse_budget"},
    ),
    "bold62": (
        page(b"".join(b"<b i><i j>" for number in range(20_000)) + b"x</b>" + FOUND),
        {"", "parse_budget"},
    ),
    "entities64": (page(b"&#x110000;&#0;&zzzz\0" * 100_000 + FOUND), {"", "parse_budget"}),
    "open63": (page(b"<a " * 100_000 + FOUND), {"", "parse_budget"}),
}
"""Host to attack and the errors a visit may end with; the empty string is a response that was read."""
CHAINS = {"http://chain.test/p?10": {""}, "http://chain.test/p?11": {"redirect_loop"}}
KEPT = ("gzip25", "twice26", "brotli27", "zstd28", "deflate28", "chunked31", "endless31", "length32")
"""What has a body beyond the bound: the first 10 MiB are kept."""
SHOWN = (
    "fat20", "links43", "both46", "early47", "deep59", "wide60", "fonts62", "bold62", "open63", "entities64"
)  # fmt: skip
"""Where the reference stands in what came whole, behind all that should hide it."""
CUT = (*KEPT, "tiny33", "body39", "short46", "reset46")
"""What must be marked as not whole."""
