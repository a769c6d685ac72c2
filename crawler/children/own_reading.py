"""What is done with a body of the property's own, in a child process with limits."""

from crawler.children.own_tasks import OwnRead, OwnTask
from crawler.fetching.decoding import decode
from evidence.page.media import media_type
from evidence.page.own_page import own_page


def read_own(task: OwnTask) -> OwnRead:
    """Read one body."""
    from evidence.pictures.picture import picture_of  # takes a second to load, and few crawls need it

    body = decode(task.body, task.headers.get("content-encoding", "")).body
    kind = media_type(body, task.headers)
    if kind == "html":
        page = own_page(body, url=task.url, headers=task.headers, property=task.property, images=task.images)
        return OwnRead(kind="page", bytes=len(body), page=page)
    if picture := picture_of(body):
        return OwnRead(
            kind="image",
            bytes=len(body),
            format=picture.format,
            width=picture.width,
            height=picture.height,
            picture_hash=picture.hash,
        )
    is_drawing = kind == "xml" and b"<svg" in body[:4096]
    return OwnRead(kind="image" if is_drawing else "other", bytes=len(body), format="svg" * is_drawing)
