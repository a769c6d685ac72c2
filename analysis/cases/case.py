"""The case file as frozen values: what screens and exports show of a page or domain, without the store."""

from dataclasses import dataclass
from datetime import datetime

from analysis.verdicts.acting import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one row of one report says."""

    tool: str
    file_name: str
    line: int
    title: str
    left: str
    anchor: str
    right: str
    type: str
    first_seen: datetime | None
    last_seen: datetime | None
    lost: datetime | None
    lost_reason: str
    hits: int | None
    """Requests that an access log counted."""
    visitors_load_assets: bool | None
    """Whether some visitor who came from the page loaded pictures or styles of the property, as browsers do
    and the robots of referrer spam do not; None where no log tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One find on the page."""

    visit_id: int
    """The load that showed it."""
    kind: str
    level: str
    visibility: str
    hidden_by: str
    place: str
    element: str
    attribute: str
    url: str
    via: str
    anchor: str
    left: str
    right: str
    rel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetCase:
    """What the target itself is, on the owner's side."""

    target_id: int
    seen_at: datetime
    state: str
    """`there`, `gone`, `replaced` or `unknown`."""
    detail: str
    kind: str
    """`image`, `page`, `other`; empty when nothing came."""
    format: str
    width: int
    height: int
    bytes: int
    picture_hash: str
    page_url: str
    """For an image: the page of the property that shows it; empty when none was found."""
    alt: str
    caption: str
    heading: str
    title: str
    language: str
    archive_file: str
    """WARC file that holds it; empty when none does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BacklinkCase:
    """One reported backlink: the claims, and what a visit says of them."""

    target_url: str
    """Empty when the reports name only the property."""
    state: str
    """Empty before the first visit."""
    reason: str
    detail: str
    level: str
    visibility: str
    seen_loads: int
    loads: int
    claims: tuple[Claim, ...]
    sightings: tuple[Sighting, ...]
    """Of the newest visit."""
    target: TargetCase | None = None
    """None before the target was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that a visit found otherwise than the one before."""

    what: str
    """`answer`, `title`, `language`, a link, or the words around it; for people."""
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitCase:
    """One conversation with the page."""

    id: int
    at: datetime
    purpose: str
    profile: str
    url: str
    final_url: str
    status: int | None
    error: str
    chain: tuple[str, ...]
    """Redirects as `status URL`, first one first."""
    address: str
    title: str
    truncated: bool
    received_bytes: int | None
    """Of the body as it came; None where nobody counted."""
    body_bytes: int
    """Of the body decoded."""
    links_alone: bool
    """Whether an archive had a list of the page's links and not the page."""
    archive: str
    """WARC file, offset and length; empty when nothing was archived."""
    language: str = ""
    """ISO 639-1; empty when nothing was read or it could not be told."""
    since: datetime | None = None
    """The visit that it is compared with; None for the first one, and for further loads of one visit."""
    changes: tuple[Change, ...] = ()
    """What was otherwise then; what one of the two could not read is not compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingCase:
    """What one signal saw."""

    signal: str
    score: float
    decisive: bool
    sentence: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictCase:
    """The machine's verdict, and beside it what a person decided."""

    state: str
    score: float | None
    flagged: bool
    signals: int
    pages: int
    spam_pages: int
    reason: str
    decided_at: datetime | None
    learned: float | None = None
    """How likely a page is spam, 0..1, by the model that the owner uses; None without one."""
    review: str = ""
    """`spam`, `benign` or `unsure`; empty when nobody decided."""
    review_level: str = ""
    review_note: str = ""
    reviewed_at: datetime | None = None

    @property
    def final(self) -> str:
        """What counts in exports: the person's decision where there is one."""
        return self.review if self.decided else self.state

    @property
    def decided(self) -> bool:
        """Whether a person said what it is; *unsure* leaves the machine's verdict in force."""
        return self.review in {"spam", "benign"}

    @property
    def waits(self) -> bool:
        """Whether a person should still look."""
        return self.flagged and not self.decided


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCase:
    """Everything about one referring page."""

    id: int
    url: str
    host: str
    domain: str
    verdict: VerdictCase
    findings: tuple[FindingCase, ...]
    """Strongest first."""
    backlinks: tuple[BacklinkCase, ...]
    visits: tuple[VisitCase, ...]
    """Newest first."""
    act: Act | None
    """What a disavow line would cover; None for a page that is not spam."""
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainCase:
    """Everything about one referring domain."""

    domain: str
    verdict: VerdictCase
    pages: tuple[PageCase, ...]
    """Flagged ones first, at most as many as asked for."""
    advice: str
