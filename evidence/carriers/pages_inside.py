"""Pages that stand whole in an attribute: `srcdoc`, and `data:` addresses of frames and plug-ins."""

from collections.abc import Mapping

from w3lib.url import parse_data_uri

from evidence.text.encoding import decode

FRAMES = {"iframe": "src", "frame": "src", "embed": "src", "object": "data"}
"""Elements that show another page, and the attribute that says which."""


def page_inside(tag: str, attributes: Mapping[str, str]) -> str | None:
    """Return the source of the page that an element carries; None when it carries none.

    What a browser refuses, such as broken Base64, is none.
    """
    if tag == "iframe" and "srcdoc" in attributes:
        return attributes["srcdoc"]
    address = attributes.get(FRAMES[tag], "").lstrip()
    if address[:14].lower() != "data:text/html":
        return None
    try:
        media_type, parameters, data = parse_data_uri(address)
    except ValueError:
        return None
    return decode(data, parameters.get("charset", "utf-8")) if media_type.lower() == "text/html" else None
