"""Plain words for the stable ones that the store holds: what a person reads on screens and in exports."""

import re
from types import MappingProxyType

from analysis.cases.standing import Overview
from evidence.presence import FAILURES

REASONS = MappingProxyType({
    "link": "linked",
    "embed": "shown on the page",
    "mention": "named in words, not linked",
    "gone": "the page is gone",
    "soft-404": "a “not found” page",
    "redirected-home": "sent on to the home page",
    "redirected-elsewhere": "sent on to another page",
    "same-as-home": "the page shows the home page",
    "replaced": "the page shows nothing of yours",
    "parked": "the domain is parked",
    "inert-only": "only in code that does nothing",
    "robots": "robots.txt asks us not to look, or cannot be read",
    "bot-wall": "the server refuses robots",
    "consent-wall": "behind a consent wall",
    "login-wall": "behind a login",
    "pay-wall": "behind a pay wall",
    "timeout": "no answer in time",
    "tls": "no secure connection",
    "server-error": "the server failed",
    "name-not-found": "the name was not found",
    "refused-address": "not a public address",
    "bad-address": "not an address of a page",
    "broken-answer": "the answer was broken",
    "redirect-loop": "redirects in a circle",
    "cut-off": "too large to read whole",
    "needs-javascript": "the page needs JavaScript",
    "not-a-page": "a file, not a page",
    "not-archived": "not in the archive",
})  # fmt: skip
"""Of `evidence.presence.Reason`."""
STATES = MappingProxyType({
    "": "not visited yet",
    "present": "there",
    "absent": "not there",
    "unknown": "could not be seen",
})  # fmt: skip
"""Of a backlink."""

LEVELS = MappingProxyType({
    "L0": "the exact address",
    "L1": "the same address, written otherwise",
    "L2": "the same address with tracking",
    "L3": "the picture in another size",
    "L4": "through a proxy",
    "L5": "through a redirect",
    "L6": "the page of the picture",
    "L7": "another address of yours",
    "L8": "a copy of the picture",
    "L9": "your name in the text",
})  # fmt: skip
"""Of `evidence.model.Level`."""
PLACES = MappingProxyType({
    "main": "in the main part",
    "navigation": "in the navigation",
    "sidebar": "in the sidebar",
    "footer": "in the footer",
    "sponsor": "among sponsors",
    "comment": "in a comment",
    "head": "in the page's head",
    "unobserved": "nobody knows where",
})  # fmt: skip
"""Of `evidence.model.Place`."""
TRAITS = MappingProxyType({
    "ad-click-images": "pictures that open an advertisement",
    "address-reset": "a script that hides the address",
    "bing-thumbnail": "a thumbnail from an image search",
    "count-title": "a title that counts ideas",
    "credited-makers": "pictures whose makers are credited",
    "fake-downloads": "buttons for downloads that do not exist",
    "upload-path": "a page in a folder for files",
    "image-in-address": "an address with another one packed in it",
    "link-run": "a row of links to strangers and to you",
    "niche-path": "a generator's kind of address",
    "not-for-free": "structured data that says readers have to pay",
    "answers-query": "a search field with the words that the address asks for",
    "brief-names": "strangers' pictures with short names of their own",
    "choices": "fields to choose among strangers' pictures",
    "inward-pictures": "strangers' pictures that lead to pages of this site",
    "plain-captions": "strangers' pictures that are called in plain sentences",
    "one-name-pictures": "strangers' pictures that are all called by the page's keyword",
    "shop": "a link to a shop's basket",
    "off-keyword-pictures": "pictures that have nothing to do with the page's keyword",
    "placeholder-logo": "a logo from a placeholder service",
    "rights-page": "a generator's page on copyright",
    "self-linked-images": "pictures that link to their own files",
    "source-captions": "captions that credit many hosts",
    "spintax-intro": "an introduction that generators write",
    "spintax-netizens": "a sentence that generators write",
    "tbn-fallback": "pictures that fall back on an image search",
    "title-is-slug": "a title that only repeats the address",
    "trade-run": "a row of links of trades that pay for them",
})  # fmt: skip
"""Of docs/evidence.md, as the signal `generator-traits` quotes them."""
PURPOSES = MappingProxyType({
    "page": "visited",
    "unchanged": "asked, not changed",
    "again": "loaded again",
    "image": "its picture followed",
    "frame": "its frame read",
    "home": "home page",
    "sibling": "an address that cannot exist",
})  # fmt: skip
"""Of a visit."""
PROFILES = MappingProxyType({
    "plain": "",
    "search-referrer": "coming from a search engine",
    "mobile": "with a phone",
    "english": "asking for English",
    "cookies": "with cookies",
})  # fmt: skip
"""Of a visitor (`crawler/fetching/profiles.py`); the plain one needs no words."""
LANGUAGES = MappingProxyType({
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish",
    "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian",
    "it": "Italian", "ja": "Japanese", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "ms": "Malay",
    "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sk": "Slovak", "sl": "Slovenian", "sr": "Serbian", "sv": "Swedish", "th": "Thai", "tr": "Turkish",
    "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
})  # fmt: skip
"""Those that most backlinks are written in; others are shown by their code."""


def language_words(code: str) -> str:
    """Return the English name of a language, or its code."""
    return LANGUAGES.get(code, code)


def without_codes(text: str) -> str:
    """Return what a signal says of itself without the case numbers of our own test web, such as `(E12)`."""
    return re.sub(r" \([A-F]\d\d(?:(?:,| and| to) [A-F]\d\d)*\)", "", re.sub(r"\([A-F]\d\d: ", "(", text))


def visit_words(purpose: str, profile: str) -> str:
    """Return what a visit was, such as `loaded again with a phone`."""
    return f"{PURPOSES.get(purpose, purpose)} {PROFILES.get(profile, profile)}".rstrip()


def size_words(received_bytes: int | None, body_bytes: int) -> str:
    """Return what came of a body, such as `, 1,234 bytes, 5,678 unpacked`; empty where nothing did."""
    if not received_bytes:
        return ""
    unpacked = f", {body_bytes:,} unpacked" if body_bytes != received_bytes else ""
    return f", {received_bytes:,} bytes{unpacked}"


def quote_words(signal: str, quote: str) -> str:
    """Return a finding's quote for people: marks of generators in words, a template as what it is."""
    if signal == "campaign":
        return re.sub(r"^template: (\w+)$", r"the order of the page's elements, fingerprint \1", quote)
    if signal != "generator-traits":
        return quote
    return "; ".join(TRAITS.get(trait.strip(), trait.strip()) for trait in quote.split(","))


def reason_words(reason: str) -> str:
    """Return what a reason means; a reason of a newer program as it stands."""
    return REASONS.get(reason, reason)


def error_words(error: str) -> str:
    """Return why nothing was read, such as `no secure connection (tls error)`; other words as they stand."""
    told = error.replace("_", " ")
    reason = FAILURES.get(error.replace(" ", "_"))
    return f"{reason_words(reason)} ({told})" if reason else told


def presence_words(state: str, reason: str) -> str:
    """Return what a visit said of a backlink, such as `not there: the page is gone`."""
    told = STATES.get(state, state)
    return f"{told}: {reason_words(reason)}" if reason else told


def nothing_flagged(seen: Overview) -> str:
    """Say why there is nothing to look at: what nobody has looked at yet is not clean."""
    if not seen.backlinks:
        return "No report was imported yet (linkwitness import)."
    if seen.unvisited == seen.backlinks:
        return f"None of {seen.backlinks:,} reported backlinks was visited yet (linkwitness crawl)."
    if seen.decided_at is None:
        return "What the visits saw was not analysed yet (linkwitness analyse)."
    return "Nothing asks for a look: no referring domain was flagged."
