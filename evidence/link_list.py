"""A page's links without the page: the records of WAT files, such as Common Crawl's.

Such a list says that a link or an embed was there, and its text. It has no words around it, no styles and no
places, so that what it lacks may have been on the page all the same.

Source: Internet Archive, "Web Archive Transformation (WAT) Specification, Utilities, and Usage Overview".
"""

import msgspec

from evidence.errors import LinkwitnessError
from evidence.model import Kind

FOLLOWED = frozenset({"a", "area", "form", "frame", "iframe"})
"""Elements whose addresses a reader can follow; the others embed."""


class LinkListError(LinkwitnessError):
    """A record is no list of a page's links."""


class ListedLink(msgspec.Struct, frozen=True):
    """One link; `path` is element and attribute, such as `A@/href` or `IMG@/src`."""

    path: str = ""
    url: str = ""
    text: str = ""
    alt: str = ""
    rel: str = ""

    @property
    def kind(self) -> Kind:
        """Say whether a reader can follow it."""
        return Kind.LINK if self.element in FOLLOWED else Kind.EMBED

    @property
    def element(self) -> str:
        """Return the element's name, lower case."""
        return self.path.partition("@")[0].lower()

    @property
    def attribute(self) -> str:
        """Return the attribute's name, lower case."""
        return self.path.partition("@/")[2].lower()


class _Head(msgspec.Struct, frozen=True):
    title: str = msgspec.field(name="Title", default="")
    base: str = msgspec.field(name="Base", default="")


class _Html(msgspec.Struct, frozen=True):
    head: _Head = msgspec.field(name="Head", default_factory=_Head)
    links: tuple[ListedLink, ...] = msgspec.field(name="Links", default=())


class _Message(msgspec.Struct, frozen=True):
    status: str = msgspec.field(name="Status", default="")


class _Response(msgspec.Struct, frozen=True):
    message: _Message = msgspec.field(name="Response-Message", default_factory=_Message)
    html: _Html = msgspec.field(name="HTML-Metadata", default_factory=_Html)


class _Payload(msgspec.Struct, frozen=True):
    response: _Response | None = msgspec.field(name="HTTP-Response-Metadata", default=None)


class _Envelope(msgspec.Struct, frozen=True):
    payload: _Payload = msgspec.field(name="Payload-Metadata", default_factory=_Payload)


class _Record(msgspec.Struct, frozen=True):
    envelope: _Envelope = msgspec.field(name="Envelope", default_factory=_Envelope)


class LinkList:
    """What one record says of a page."""

    def __init__(self, document: bytes, *, url: str) -> None:
        """Read the JSON of the record of `url`.

        Raises:
            LinkListError: it is damaged, or made otherwise.
        """
        try:
            answer = msgspec.json.decode(document, type=_Record).envelope.payload.response
        except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
            raise LinkListError(f"the links of {url} cannot be read: {error}") from error
        status = "" if answer is None else answer.message.status
        html = _Html() if answer is None else answer.html
        self.status = int(status) if status.isascii() and status.isdigit() and len(status) == 3 else 0
        """Of the answer; 0 when the record is of a request, or does not say."""
        self.title = html.head.title
        self.base = html.head.base or url
        self.links = html.links
