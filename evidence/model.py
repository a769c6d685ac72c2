"""What one visit to a referring page showed: the facts that every other room reads.

Everything here is a frozen value. `None` means *not observed*; an empty string or tuple means
*looked, and there was nothing*. `evidence.codec` turns a `PageEvidence` into JSON and back.
"""

from dataclasses import dataclass
from enum import StrEnum

EVIDENCE_VERSION = 1
"""Raised whenever extraction would answer differently; older evidence can be extracted again."""


class Kind(StrEnum):
    """How a page refers to the property. The three are never mixed."""

    LINK = "link"
    """A reader can follow it: `<a href>`, `<area>`, a form, a frame, a redirect, a canonical."""
    EMBED = "embed"
    """The page shows or names the resource: `<img>`, `srcset`, CSS, Open Graph, JSON-LD. Not a link."""
    MENTION = "mention"
    """Plain text names the URL, the host or a brand."""


class Level(StrEnum):
    """The match ladder: how near a found URL is to the reported target."""

    EXACT = "L0"
    NORMALISED = "L1"
    WITHOUT_TRACKING = "L2"
    RESIZED = "L3"
    PROXIED = "L4"
    REDIRECTED = "L5"
    TARGET_PAGE = "L6"
    SAME_PROPERTY = "L7"
    COPY = "L8"
    MENTIONED = "L9"


class Visibility(StrEnum):
    """What a browser would do with the carrier, from the page's own HTML and styles."""

    VISIBLE = "visible"
    LAZY = "lazy"
    """Shown once a script loads it (`data-src` and its kin) or it fades in: a reader sees it in the end."""
    COLLAPSED = "collapsed"
    """Inside a closed `<details>`: one click away, not hidden."""
    SCREEN_READER = "screen-reader"
    """Clipped for sight but meant to be read aloud: its own class, never called hidden."""
    HIDDEN = "hidden"
    SCRIPT_HIDDEN = "hidden-by-script"
    """A script of the page hides it (static reading); rendering settles it."""
    METADATA = "metadata"
    """Only in Open Graph, JSON-LD, `<link>`: no reader sees it."""
    INERT = "inert"
    """In a comment, a `<template>`, script text or a code sample: does nothing."""
    UNOBSERVED = "unobserved"
    """Only a list of the page's links was read (`evidence.link_list`): nobody could see."""


class Place(StrEnum):
    """Where on the page the carrier stands."""

    MAIN = "main"
    NAVIGATION = "navigation"
    SIDEBAR = "sidebar"
    FOOTER = "footer"
    SPONSOR = "sponsor"
    COMMENT = "comment"
    HEAD = "head"
    UNOBSERVED = "unobserved"
    """A list of the page's links does not tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Up to five visible words on one side of a carrier, in reading order."""

    words: tuple[str, ...] = ()
    start: int = 0
    """Offset of the first word in `PageEvidence.text`, in code points; equals `end` when empty."""
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """One place in the page that carries a URL or, for a mention, names the property."""

    kind: Kind
    url: str
    """Absolute, by the WHATWG rules with `<base>`; empty for a mention of a name."""
    raw: str
    """As the page writes it."""
    element: str
    """`a`, `img`, `source`, `meta`, `style`, `script`, `#text`, `#comment`, ..."""
    attribute: str
    """`href`, `data-src`, `og:image`, ...; empty for text."""
    anchor: str = ""
    """The link's visible text, or the image's `alt`. A link around an image takes the image's `alt`."""
    rel: tuple[str, ...] = ()
    left: Window = Window()
    right: Window = Window()
    visibility: Visibility = Visibility.VISIBLE
    hidden_by: str = ""
    """The rule that hides it and where it stands, such as `display:none, style of <div id="x">`."""
    place: Place = Place.MAIN
    path: str = ""
    """Tag path from the root, such as `html/body/div/a`, at most 200 characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One find: a place that points to, embeds or mentions the property, and how it matches."""

    carrier: Carrier
    level: Level
    target: str
    """The reported target it was matched with; empty when the page has none (then L7 or L9)."""
    resolved: str
    """The property's URL after unwrapping proxies and redirectors; the mention's text for L9."""
    via: str = ""
    """Name of the proxy or redirector rule that was unwrapped, such as `photon`."""
    also: tuple[str, ...] = ()
    """Further carriers of the same find, as `element[attribute]`: a noscript twin, `srcset`, JSON-LD."""
    readings: tuple[str, ...] = ("browser",)
    """Which readings saw it: `browser` (HTML5 tree), `lenient` (BeautifulSoup over lxml), `text`."""
    link_density: float = 0.0
    """Share of the 50 visible words on each side that stand in links, 0..1."""

    @property
    def parser_dependent(self) -> bool:
        """Whether a browser's reading misses it while another one has it."""
        return "browser" not in self.readings


@dataclass(frozen=True, slots=True, kw_only=True)
class HostCount:
    """How often the page refers to one foreign registrable domain."""

    host: str
    links: int
    embeds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WordCount:
    """How often the page says one word."""

    word: str
    """Casefolded."""
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Size facts for the content signals (Ntoulas et al. 2006)."""

    words: int
    """Visible words."""
    prose_words: int
    """Visible words outside links."""
    compression: float
    """Bytes of visible text over its zlib size; 0.0 for a page without text. Far above 4 is repetition."""
    link_density: float
    """Share of the visible words that stand in links, 0..1."""
    title_words: int = 0
    mean_word_length: float = 0.0
    """Letters of a visible word, on average; 0.0 for a page without words."""
    visible_share: float = 0.0
    """Characters of visible text per character of source, 0..1."""
    common_word_share: float = 0.0
    """Share of the visible words that are the language's most common ones, 0..1; 0.0 when it is unknown."""
    links: int
    embeds: int
    foreign_links: int
    """Links to other registrable domains."""
    foreign_embeds: int
    foreign_link_hosts: int
    """Distinct foreign registrable domains that are linked."""
    foreign_embed_hosts: int
    picture_hosts_named: int = 0
    """Other registrable domains with a picture here whose alternative text says what it shows."""
    picture_hosts_fitting: int = 0
    """Those whose picture shares a word with the page's title, heading or address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEvidence:
    """Everything extracted from one response body. See `docs/evidence.md` for the JSON form."""

    version: int
    url: str
    base_url: str
    media_type: str
    """`html`, `xml` (feeds, sitemaps, SVG), `text` or `other`; `other` has no text and no references."""
    encoding: str
    title: str
    h1: str
    language_declared: str
    """Primary subtag of `<html lang>` or Content-Language, lower case; empty when undeclared."""
    language_detected: str
    """ISO 639-1 of the visible text; empty when the text is too short to say."""
    canonical: str
    robots: tuple[str, ...]
    """Directives of meta robots and X-Robots-Tag, lower case, such as `noindex`."""
    refresh: str
    """Absolute target of a meta refresh or Refresh header; empty when there is none."""
    text: str
    """The visible text in document order, white space collapsed; offsets of windows point into it."""
    carriers: tuple[Carrier, ...]
    """Every link and every image of the page with its two windows, in document order."""
    frames: tuple[Carrier, ...] = ()
    """Frames that show another page of the same site, at most four."""
    references: tuple[Reference, ...]
    """The finds: nearest level first, then document order."""
    hosts: tuple[HostCount, ...]
    """Foreign registrable domains by count, at most 1,000."""
    frequent_words: tuple[WordCount, ...] = ()
    """The most frequent visible words, at most 200, without the language's most common ones."""
    simhash: int
    """64-bit simhash of the visible words, 0 for a page without words."""
    template_hash: str
    """16 hex digits over the set of tag paths and class names: equal for pages of one kit."""
    trackers: tuple[str, ...]
    """Analytics, advertising and tag-manager account ids, such as `UA-12345-1`."""
    traits: tuple[str, ...]
    """Facts by stable id that signals weigh, such as `tbn-fallback`, `source-captions`."""
    measures: Measures
    has_scripts: bool = True
    """Whether a script of the page could write more of it; unknown of evidence older than this field."""
    limits: tuple[str, ...]
    """What cut the reading short, such as `truncated`, `style-budget`, `link-list`; empty when the page was
    read whole."""
