"""Where on a page an element stands: landmarks, ARIA roles, class and id words."""

import re
from collections.abc import Mapping

from evidence.model import Place

LANDMARKS = {
    "main": Place.MAIN,
    "article": Place.MAIN,
    "nav": Place.NAVIGATION,
    "aside": Place.SIDEBAR,
    "footer": Place.FOOTER,
    "head": Place.HEAD,
}
ROLES = {
    "main": Place.MAIN,
    "navigation": Place.NAVIGATION,
    "complementary": Place.SIDEBAR,
    "contentinfo": Place.FOOTER,
}
TOKENS = (
    (
        Place.SPONSOR,
        re.compile(r"\b(?:sponsor(?:s|en)?|advertis\w*|werbung|partner(?:s|logos)?|publicite)\b"),
    ),
    (Place.COMMENT, re.compile(r"\b(?:comments?|comment-list|kommentare?|replies|disqus)\b")),
    (Place.NAVIGATION, re.compile(r"\b(?:nav|navbar|menu|breadcrumbs?)\b")),
    (Place.SIDEBAR, re.compile(r"\b(?:sidebar|widget-area|side-bar)\b")),
    (Place.FOOTER, re.compile(r"\b(?:footer|site-footer|colophon)\b")),
)
"""Words in class and id, the most telling first (US 7,895,148 and field observation)."""
ANY_TOKEN = re.compile("|".join(pattern.pattern for _, pattern in TOKENS))
"""One search for the many elements that have none of these words."""


def place_of(tag: str, attributes: Mapping[str, str]) -> Place | None:
    """Return where this element puts what is in it; None when it says nothing."""
    if named := LANDMARKS.get(tag) or ROLES.get(attributes.get("role") or ""):
        return named
    classes, id = attributes.get("class", ""), attributes.get("id", "")
    return _by_tokens(classes, id) if classes or id else None


def says_place(names: str) -> bool:
    """Say whether a class or id has one of the words."""
    return ANY_TOKEN.search(names.lower()) is not None


def _by_tokens(classes: str, id: str) -> Place | None:
    tokens = f"{classes} {id}".lower()
    if not ANY_TOKEN.search(tokens):
        return None
    return next((place for place, pattern in TOKENS if pattern.search(tokens)), None)
