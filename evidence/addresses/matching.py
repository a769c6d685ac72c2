"""How near a found URL is to what a report says is linked: levels L0 to L7 of the match ladder.

Source: field observation of re-encoded, resized and proxied addresses. Hundreds of foreign URLs stand on a
page, so a few substring tests come before anything else.
"""

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from ahocorasick_rs import BytesAhoCorasick, MatchKind

from evidence.addresses.hosts import host_of, on_desktop_host
from evidence.addresses.names import Names, readable_host
from evidence.addresses.proxies import unwrap
from evidence.addresses.resized import shared_form
from evidence.addresses.slugs import slug_words
from evidence.addresses.urls import is_image_url, normal_form, resolve, without_tracking
from evidence.carriers import escaped
from evidence.carriers.source import Source
from evidence.model import Level
from evidence.property import Property, Target

MAX_DEPTH = 3
"""Proxies inside proxies that are unwrapped."""

_NOWHERE = "http://invalid.invalid/"
"""A base for addresses that need none."""
VECTORISED = MatchKind.LeftmostFirst
"""Lets the library look for a few needles in many bytes at a time, five times as fast as one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How a URL belongs to the property."""

    level: Level
    target: str
    """URL of the reported target; empty at L7."""
    resolved: str
    """The property's URL, after unwrapping."""
    via: str = ""
    """Rule of `evidence.addresses.proxy_rules` that was unwrapped first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Text that names the property; offsets in code points."""

    start: int
    end: int
    text: str
    level: Level
    target: str


@dataclass(frozen=True, slots=True)
class _Signs:
    """What a text has in it that names a property."""

    clear: tuple[str, ...]
    coded: tuple[str, ...]
    """Parts of Base64."""
    forms: BytesAhoCorasick
    """All of them in lower case, and escapes of full stops."""
    longest: int
    """Bytes of the longest of these."""
    names: Names


@lru_cache(maxsize=64)
def _signs(hosts: Sequence[str], prefixes: Sequence[str], brands: Sequence[str]) -> _Signs:
    """Return the signs of a property, made once: the pages of a crawl ask for few different ones."""
    clear = tuple(dict.fromkeys(form for host in hosts if host for form in _clear_forms(host)))
    coded = tuple(dict.fromkeys(form for host in hosts if host for form in _base64_forms(host)))
    shared = {prefix.partition("/")[0] for prefix in prefixes}
    own = [host for host in hosts if host not in shared]
    forms = [form.encode() for form in (*clear, *map(str.lower, coded), "%2e", "%252e")]
    return _Signs(
        clear=clear,
        coded=coded,
        forms=BytesAhoCorasick(forms, matchkind=VECTORISED),
        longest=max(map(len, forms)),
        names=Names(hosts=own, prefixes=prefixes, brands=brands),
    )


class Matcher:
    """Knows one property and the targets reported for one page."""

    def __init__(self, property: Property, targets: Sequence[Target]) -> None:
        self._domains = tuple(dict.fromkeys(_a_label(name) for name in (property.name, *property.domains)))
        self._suffixes = tuple(f".{domain}" for domain in self._domains)
        self._prefixes = tuple(_identity(prefix) for prefix in property.asset_prefixes)
        self._targets = tuple(targets)
        self._ladder = _ladder(targets)
        self._target_hosts = frozenset(_bare_host(target.url) for target in targets)
        shared = tuple(prefix.partition("/")[0] for prefix in self._prefixes)
        hosts = tuple(dict.fromkeys((*self._domains, *shared, *sorted(self._target_hosts))))
        self._signs = _signs(hosts, self._prefixes, property.brands)

    def may_name(self, text: str) -> bool:
        """Tell in a microsecond whether text can hold an address of the property, clear or encoded."""
        return bool(self._signs.forms.find_matches_as_indexes(text.lower().encode("utf-8", "replace")))

    def may_be_in(self, source: Source) -> bool:
        """Tell the same of a whole page, whose letters may be escapes."""
        if source.spells_letters or not all(map(str.isascii, self._signs.clear)):
            return self.may_name(escaped.with_letters(source.text))
        if not source.may_have(self._signs.forms, self._signs.longest):
            return False
        lowered = source.data.lower()
        return any(form.encode() in lowered for form in self._signs.clear) or any(
            form.encode() in source.data for form in self._signs.coded
        )

    def match(self, url: str) -> Match | None:
        """Place an absolute URL on the ladder; None when it has nothing to do with the property."""
        return self._closely(url) if self.may_name(url) else None

    def owns(self, url: str) -> bool:
        """Tell whether an absolute URL is the property's own, or one of its own inside another's."""
        return self._is_ours(url) or self.match(url) is not None

    def mentions(self, text: str) -> list[Mention]:
        """Find URLs, host names and brands of the property in visible text (level L9), at most 100."""
        return [
            Mention(
                start=name.start,
                end=name.end,
                text=(written := text[name.start : name.end]),
                level=Level.MENTIONED,
                target=self._named_target(written) if name.is_address else "",
            )
            for name in self._signs.names.find(text)
        ]

    def _named_target(self, written: str) -> str:
        url = resolve(written if "://" in written else f"http://{written}", _NOWHERE)
        match = self._on_ladder(url) if url else None
        return match.target if match else ""

    def _closely(self, url: str, depth: int = 0) -> Match | None:
        direct = self._on_ladder(url)
        if depth >= MAX_DEPTH or (direct and direct.level <= Level.RESIZED):
            return direct
        for inner in unwrap(url):
            found = self._closely(inner.url, depth + 1)
            if found is None:
                continue
            level = found.level if found.level > Level.REDIRECTED else max(found.level, inner.level)
            if direct is None or level < direct.level:
                return Match(level=level, target=found.target, resolved=found.resolved, via=inner.rule)
        return direct

    def _on_ladder(self, url: str) -> Match | None:
        ours = self._is_ours(url)
        if not ours and _bare_host(url) not in self._target_hosts:
            return None
        for level, form in _FORMS:
            target = self._ladder.get((level, form(url)))
            if target is not None:
                return Match(level=level, target=target, resolved=url)
        if not ours:
            return None
        wide = on_desktop_host(url)
        if wide and (target := self._ladder.get((Level.WITHOUT_TRACKING, without_tracking(wide)))):
            return Match(level=Level.WITHOUT_TRACKING, target=target, resolved=url)
        target = self._shown_on(url)
        level = Level.TARGET_PAGE if target else Level.SAME_PROPERTY
        return Match(level=level, target=target, resolved=url)

    def _is_ours(self, url: str) -> bool:
        host = host_of(url)
        if host in self._domains or host.endswith(self._suffixes):
            return True
        if not self._prefixes:
            return False
        identity = _identity(url)
        return any(identity == prefix or identity.startswith(f"{prefix}/") for prefix in self._prefixes)

    def _shown_on(self, url: str) -> str:
        """Name the target image whose page this URL is, by knowledge or by the words of its slug."""
        if is_image_url(url):
            return ""
        identity = without_tracking(url)
        words = frozenset(slug_words(url))
        for target in self._targets:
            if target.page and without_tracking(target.page) == identity:
                return target.url
            if is_image_url(target.url):
                image = frozenset(slug_words(target.url))
                shared = len(image & words)
                if shared >= 2 and shared * 2 >= len(image):
                    return target.url
        return ""


def _sibling(url: str) -> str:
    return shared_form(without_tracking(url)) if is_image_url(url) else ""


_FORMS = (
    (Level.EXACT, str),
    (Level.NORMALISED, normal_form),
    (Level.WITHOUT_TRACKING, without_tracking),
    (Level.RESIZED, _sibling),
)


def _ladder(targets: Sequence[Target]) -> dict[tuple[Level, str], str]:
    """Index every form of every target; the target reported first wins."""
    ladder: dict[tuple[Level, str], str] = {}
    for target in targets:
        url = resolve(target.url, _NOWHERE) or target.url
        for level, form in _FORMS:
            if key := form(url):
                ladder.setdefault((level, key), target.url)
    return ladder


def _a_label(domain: str) -> str:
    return host_of(f"http://{domain}") or domain.lower()


def _bare_host(url: str) -> str:
    return host_of(url).removeprefix("www.")


def _identity(prefix_or_url: str) -> str:
    """Spell host and path for comparing with an asset prefix."""
    address = prefix_or_url if "://" in prefix_or_url else f"http://{prefix_or_url}"
    return normal_form(address).partition("?")[0].removeprefix("http://").rstrip("/")


def _clear_forms(host: str) -> Iterator[str]:
    """Spell a host as it stands in other URLs: clear, dashed (AMP, translate.goog), escaped, hex (camo)."""
    readable = readable_host(host)
    yield from (host, host.replace("-", "--").replace(".", "-"), host.encode().hex())
    if readable != host:
        yield from (readable, quote(readable).lower())


def _base64_forms(host: str) -> Iterator[str]:
    """Spell the part of a host's Base64 that is the same whatever stands around it, for each alignment."""
    for shift in range(3):
        coded = base64.b64encode(b"\0" * shift + host.encode()).decode()
        stable = coded[(shift * 8 + 5) // 6 : (shift + len(host)) * 8 // 6]
        yield from dict.fromkeys((stable, stable.replace("+", "-").replace("/", "_")))
