"""Valid little pictures, made at start-up or kept as a constant: any path can be given one."""

import io
import random
import struct
import zlib
from base64 import b64decode
from functools import lru_cache

from PIL import Image

from tests.web.model import Page, Request, Response

JPEG = b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62r"
    "Z4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk"
    "pKT/wAARCAAgABgDASIAAhEBAxEB/8QAFwAAAwEAAAAAAAAAAAAAAAAAAAECA//EABUQAQEAAAAAAAAAAAAAAAAAAAEA/8QAFwEAAwEA"
    "AAAAAAAAAAAAAAAAAQIDBP/EABYRAQEBAAAAAAAAAAAAAAAAAAABEf/aAAwDAQACEQMRAD8AAqCQVhQq9hhFQRInjIKwkFYRrRYYRMIl"
    "Jj//2Q=="
)
"""24 x 32 pixels, a plain gradient."""


def png(path: str, *, width: int = 32, height: int = 24) -> bytes:
    """A PNG whose colour depends on the path, shaded from top to bottom."""
    red, green, blue, _ = struct.pack(">I", zlib.crc32(path.encode()))
    rows = b"".join(
        b"\0" + bytes((red, green, blue)[i] * (height + y) // (2 * height) for i in range(3)) * width
        for y in range(height)
    )
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


@lru_cache(maxsize=1_000)
def jpeg(path: str, *, width: int = 48, height: int = 36) -> bytes:
    """A JPEG with a few patches whose places depend on the path: no two paths have one picture."""
    chosen = random.Random(path)
    image = Image.new("RGB", (width, height), "white")
    for _ in range(6):
        left, top = chosen.randrange(width - 8), chosen.randrange(height - 8)
        size = (left, top, chosen.randrange(left + 4, width), chosen.randrange(top + 4, height))
        image.paste((chosen.randrange(256), chosen.randrange(256), chosen.randrange(256)), size)
    out = io.BytesIO()
    image.save(out, "JPEG")
    return out.getvalue()


def picture(request: Request) -> Response:
    """The picture of any path: JPEG where the name says so, else PNG."""
    if request.path.endswith((".jpg", ".jpeg")):
        return Response(status=200, headers=(("Content-Type", "image/jpeg"),), body=jpeg(request.path))
    return Response(status=200, headers=(("Content-Type", "image/png"),), body=png(request.path))


def or_picture(otherwise: Page) -> Page:
    """Answer picture paths with a picture, all others with `otherwise`."""

    def answer(request: Request) -> Response:
        if request.path.endswith((".jpg", ".jpeg", ".png")):
            return picture(request)
        return otherwise if isinstance(otherwise, Response) else otherwise(request)

    return answer
