"""Bad certificates are read past and named, one by one."""

import socket
import ssl
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme
from OpenSSL import SSL
from sqlalchemy import select

from crawler.handlers.tls import NotedConnection, RecordingTls, faults_of
from store.database import open_store
from store.models import Visit
from tests.crawler.seeding import IMAGE, crawl, seed
from tests.crawler.server import WebServer

NOW = datetime.now(UTC)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def shake_hands(
    authority: trustme.CA,
    certificate: trustme.LeafCert,
    folder: Path,
    *,
    host: str = "club.example",
    newest: int = SSL.TLS1_3_VERSION,
) -> tuple[str, ...]:
    """Connect to a real TLS server that shows `certificate`; return the faults that were noted."""
    roots = folder / "roots.pem"
    authority.cert_pem.write_to_path(roots)
    context = SSL.Context(SSL.TLS_SERVER_METHOD)
    context.set_cipher_list(b"DEFAULT:@SECLEVEL=0")
    context.set_min_proto_version(SSL.TLS1_VERSION)
    context.set_max_proto_version(newest)
    certificate.configure_cert(context)
    near, far = socket.socketpair()

    def serve() -> None:
        served = SSL.Connection(context, far)
        served.set_accept_state()
        served.do_handshake()
        served.recv(1)
        far.close()

    server = threading.Thread(target=serve)
    server.start()
    made = RecordingTls(str(roots)).creator(host).clientConnectionForTLS(None)
    connection = NotedConnection(made.get_context(), host, near)
    connection.set_tlsext_host_name(host.encode())
    connection.set_connect_state()
    connection.do_handshake()
    faults = faults_of(connection)
    connection.send(b"x")
    server.join()
    near.close()
    return faults


def test_a_good_certificate_has_no_fault(authority: trustme.CA, tmp_path: Path) -> None:
    assert shake_hands(authority, authority.issue_cert("club.example"), tmp_path) == ()
    assert (
        shake_hands(authority, authority.issue_cert("*.club.example"), tmp_path, host="a.club.example") == ()
    )
    assert shake_hands(authority, authority.issue_cert("20.0.0.1"), tmp_path, host="20.0.0.1") == ()


def test_every_fault_has_its_name(authority: trustme.CA, tmp_path: Path) -> None:
    day = timedelta(days=1)
    expired = authority.issue_cert("club.example", not_before=NOW - 2 * day, not_after=NOW - day)
    early = authority.issue_cert("club.example", not_before=NOW + day, not_after=NOW + 2 * day)
    assert shake_hands(authority, expired, tmp_path) == ("expired",)
    assert shake_hands(authority, early, tmp_path) == ("not-yet-valid",)
    assert shake_hands(authority, authority.issue_cert("other.example"), tmp_path) == ("wrong-host",)
    foreign = trustme.CA().issue_cert("club.example")
    assert shake_hands(authority, foreign, tmp_path) == ("untrusted",)
    both = trustme.CA().issue_cert("other.example")
    assert shake_hands(authority, both, tmp_path) == ("untrusted", "wrong-host")
    own = trustme.CA()
    by_itself = trustme.LeafCert(own.private_key_pem.bytes(), own.cert_pem.bytes(), [])
    assert shake_hands(authority, by_itself, tmp_path) == ("self-signed", "wrong-host")


def test_an_old_protocol_and_three_thousand_names_are_read_too(authority: trustme.CA, tmp_path: Path) -> None:
    good = authority.issue_cert("club.example")
    assert shake_hands(authority, good, tmp_path, newest=SSL.TLS1_1_VERSION) == ("old-protocol",)
    many = authority.issue_cert("club.example", *(f"name{number}.example" for number in range(3_000)))
    assert shake_hands(authority, many, tmp_path) == ()


def test_a_page_behind_a_bad_certificate_is_read_and_its_faults_are_stored(
    authority: trustme.CA, tmp_path: Path
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("other.test").configure_cert(context)
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    seed(store, ["https://club.test/p"])
    with WebServer(tls=context) as web:
        web.page("club.test", "/p", f'<p>See <a href="{IMAGE}">the bottle</a>')
        ended = crawl(str(store.url), tmp_path, connect_to={"test": f"127.0.0.1:{web.port}"})
    assert ended.counts == {("present", "link"): 1}
    with store.read() as session:
        assert session.scalars(select(Visit.tls_faults)).all() == [["untrusted", "wrong-host"]]
    store.close()


@pytest.mark.parametrize("way", ["redirect", "refresh"])
def test_a_downgrade_is_followed_and_noted(authority: trustme.CA, tmp_path: Path, way: str) -> None:
    """Hostile case 22; what was wrong before a page sent us on itself is not forgotten."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("other.test").configure_cert(context)
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    seed(store, ["https://secure.test/p"])
    onward = "http://open.test/q"
    with WebServer(tls=context) as secure, WebServer() as web:
        if way == "redirect":
            secure.page("secure.test", "/p", status=302, location=onward)
        else:
            secure.page("secure.test", "/p", f'<meta http-equiv=refresh content="0;url={onward}">')
        web.page("open.test", "/q", f'<p>See <a href="{IMAGE}">the bottle</a>')
        ports = {"secure.test": f"127.0.0.1:{secure.port}", "open.test": f"127.0.0.1:{web.port}"}
        ended = crawl(str(store.url), tmp_path, connect_to=ports)
        assert not any("referer" in request.headers for request in web.log)
    assert ended.counts == {("present", "link"): 1}
    with store.read() as session:
        visit = session.scalars(select(Visit)).one()
    assert visit.tls_faults == ["untrusted", "wrong-host", "downgraded"]
    assert ([hop["url"] for hop in visit.hops], visit.final_url) == (["https://secure.test/p"], onward)
    store.close()
