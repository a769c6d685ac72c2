"""Ways of answering that no honest server has, and the ordinary one.

An attack is given the connection after the request was read, and may do with it what it likes.
"""

import asyncio
from collections.abc import Awaitable, Callable

Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]
Attack = Callable[[str, asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]

FOUND = (
    b'<html><title>Bottles</title><p>See <a href="https://shop.example/images/blue-bottle.jpg">bottle</a>.'
)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def answer(data: bytes) -> Attack:
    """Send these bytes and hang up."""

    async def attack(path: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()

    return attack


def page(body: bytes = FOUND, *headers: str, status: str = "200 OK") -> Attack:
    """Send an ordinary response."""
    lines = "".join(f"{header}\r\n" for header in headers)
    head = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n{lines}\r\n"
    return answer(head.encode() + body)


def redirect(location: str, body: bytes = b"") -> Attack:
    """Send a 302."""
    return page(body, f"Location: {location}", status="302 Found")


def endless(head: bytes, part: bytes) -> Attack:
    """Send `head`, then `part` for ever."""

    async def attack(path: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        while True:
            writer.write(part)
            await writer.drain()

    return attack


def drip(head: bytes, part: bytes, every_s: float = 0.3) -> Attack:
    """Send `head`, then `part` again and again, slowly."""

    async def attack(path: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        while True:
            writer.write(part)
            await writer.drain()
            await asyncio.sleep(every_s)

    return attack


async def silence(path: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Say nothing."""
    await reader.read()


async def reset(path: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Break off in the middle of the body."""
    writer.write(HEAD + b"Content-Length: 5000\r\n\r\n<html>half a page")
    await writer.drain()
    writer.transport.abort()


async def there_and_back(path: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Redirect to another page, and from there to the first."""
    await redirect("/q" if path == "/p" else "/p")(path, reader, writer)


async def new_query(path: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Redirect to a URL never seen before, again and again."""
    await redirect(f"{path}x")(path, reader, writer)


async def longer_path(path: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Redirect to a path that grows, as calendars and broken relative links do."""
    await redirect(f"{path}/a/a")(path, reader, writer)


async def lasting(path: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer as often as somebody asks on this connection."""
    while True:
        await page()(path, reader, writer)
        await reader.readuntil(b"\r\n\r\n")


async def chain(path: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """`/p?N` needs N more redirects."""
    left = int(path.partition("?")[2] or 0)
    await (redirect(f"/p?{left - 1}") if left else page())(path, reader, writer)


def bomb(make: Callable[[], bytes], encoding: str) -> Attack:
    """Send a body that `make` packs when it is first asked for."""

    async def attack(path: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await page(make(), f"Content-Encoding: {encoding}")(path, reader, writer)

    return attack
