"""What robots.txt files of all kinds allow us, and that remembering them stays cheap."""

import asyncio
import gzip
from time import monotonic

import pytest

from crawler.fetching.robots_rules import KEPT_CHARACTERS, KnownRules, Rules, allowed, read_rules

CLOSED = b"User-agent: *\nDisallow: /"


def may_fetch(body: bytes, *, status: int = 200, encoding: str = "", path: str = "/p") -> bool:
    async def ask() -> bool:
        rules = await read_rules(status, body, encoding, "")
        return rules.closed is None and await rules.allow(f"http://club.example{path}")

    return asyncio.run(ask())


@pytest.mark.parametrize(
    ("body", "encoding", "may"),
    [
        (CLOSED, "", False),
        (b"User-agent: Linkwitness\nDisallow: /\n\nUser-agent: *\nAllow: /", "", False),
        (b"User-agent: Other\nDisallow: /", "", True),
        (b"\xef\xbb\xbf" + CLOSED, "", False),
        (CLOSED.replace(b"\n", b"\r"), "", False),
        (CLOSED.replace(b"\n", b"\r\n"), "", False),
        (b"\0\0\0\n" + CLOSED, "", False),
        (gzip.compress(CLOSED), "gzip", False),
        (gzip.compress(CLOSED + b"\n" + bytes(100_000_000)), "gzip", False),
        (CLOSED, "rot13", False),
        (CLOSED.decode().encode("utf-16"), "", True),
        (b"<!doctype html><title>Not found</title><p>Disallow: /", "", True),
        (b"\xff\xfe\xfd" * 1000, "", True),
        (b"Disallow", "", True),
        (b"", "", True),
    ],
    ids=[
        "all", "by name", "another robot", "BOM", "CR only", "CRLF", "NULs", "packed", "bomb", "unknown encoding",
        "UTF-16", "HTML", "no text", "no value", "empty",
    ],
)  # fmt: skip
def test_any_bytes_are_read_or_ignored(body: bytes, encoding: str, *, may: bool) -> None:
    assert may_fetch(body, encoding=encoding) is may


@pytest.mark.parametrize(
    ("status", "may"),
    [
        (404, True),
        (410, True),
        (401, True),
        (403, True),
        (429, False),
        (500, False),
        (503, False),
        (304, True),
    ],
)
def test_what_a_missing_file_means(status: int, *, may: bool) -> None:
    assert may_fetch(CLOSED, status=status) is may


def test_only_the_first_500_kib_count() -> None:
    rule = "Disallow: /*a{}*b*c$\n"
    many = "User-agent: *\n" + "".join(rule.format(number) for number in range(400_000))
    assert may_fetch(f"{many}\nDisallow: /p".encode())
    assert not may_fetch(f"{many[: 400 * 1024]}\nDisallow: /p\n{many}".encode())
    assert may_fetch(many.encode(), path=f"/{'a' * 2000}")


@pytest.mark.parametrize("end", ["b", "b$"])
def test_many_wildcards_do_not_try_every_way_to_match(end: str) -> None:
    """Hostile case 77: as a regular expression that backtracks, one such question has no end."""
    rule = f"User-agent: *\nDisallow: /{'*a' * 60}{end}".encode()
    assert may_fetch(rule, path=f"/{'a' * 2000}")
    assert not may_fetch(rule, path=f"/{'a' * 2000}b")


def test_what_is_remembered_is_bounded_by_the_length_of_the_texts() -> None:
    fetched: list[str] = []

    async def visit(known: KnownRules, origin: str, length: int) -> Rules:
        async def fetch() -> Rules:
            fetched.append(origin)
            return Rules(robots=None, length=length, until=float("inf"))

        return await known.of(origin, fetch)

    async def go() -> None:
        known = KnownRules()
        for number in range(40):
            await visit(known, f"http://kit{number}.test", KEPT_CHARACTERS // 10)
            assert known.characters <= KEPT_CHARACTERS
        await visit(known, "http://kit39.test", 0)
        await visit(known, "http://kit0.test", 0)
        await asyncio.gather(*(visit(known, "http://new.test", 1) for _ in range(9)))

    asyncio.run(go())
    assert len(fetched) == 42, "the latest was known still, the first was forgotten, the new one asked once"


def test_an_open_host_stays_open() -> None:
    assert asyncio.run(allowed().allow("http://club.example/"))


@pytest.mark.parametrize(
    ("status", "kept_s"), [(200, 24 * 3600), (404, 24 * 3600), (503, 600), (429, 600)], ids=str
)
def test_how_long_a_file_is_remembered(status: int, kept_s: float) -> None:
    """RFC 9309, 2.4: a day at most; what could not be read is asked for sooner."""
    before = monotonic()
    rules = asyncio.run(read_rules(status, b"User-agent: *\nDisallow:", "", ""))
    assert before <= rules.until - kept_s <= monotonic()


def test_a_file_that_is_too_old_is_asked_for_again() -> None:
    ages = iter([-1.0, 60.0, 60.0])

    async def fetch() -> Rules:
        return Rules(robots=None, until=monotonic() + next(ages))

    async def go() -> list[Rules]:
        known = KnownRules()
        return [await known.of("http://one.test", fetch) for _ in range(3)]

    old, new, same = asyncio.run(go())
    assert old is not new
    assert new is same
