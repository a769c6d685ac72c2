"""Where a found URL stands on the match ladder for the property and its reported targets."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from evidence.model import Level
from evidence.property import Property, Target
from evidence.proxies import unwrap
from evidence.urls import host_of, is_image_url, normal_form, registrable_domain, slug_words, without_tracking

RESIZED = re.compile(
    r"(?:-\d+x\d+|-scaled|-e\d{8,}|-rotated|@[23]x|_\d+x\d*|_x\d+|_(?:thumb|small|medium|large|grande|compact|master)|-thumb)"
    r"(?=\.\w+$)|(?<=\.jpg|\.png)\.(?:webp|avif)$|(?<=\.jpeg)\.(?:webp|avif)$",
    re.IGNORECASE,
)
"""What a content system adds to the file name of a resized copy (field guide 5.1, level L3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A URL that has to do with the property."""

    level: Level
    target: str
    """The reported target; empty at level L7."""
    resolved: str
    """The property's URL, unwrapped."""
    via: str
    """Name of the rule that unwrapped it; empty when nothing was wrapped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place in text that names the property."""

    start: int
    end: int
    text: str
    level: Level
    target: str


class Matcher:
    """Compares URLs with one property and the targets reported for one page."""

    def __init__(self, property: Property, targets: Sequence[Target]) -> None:
        """Prepare the comparison forms of the targets."""
        self.property = property
        self.targets = targets
        self._prefixes = tuple(prefix.lower() for prefix in property.asset_prefixes)
        self._needles = tuple(
            dict.fromkeys(
                [domain for domain in property.domains if domain]
                + [prefix.partition("/")[0] for prefix in self._prefixes]
            )
        )
        self._forms: dict[str, tuple[Level, str]] = {}
        for target in targets:
            for level, form in self._target_forms(target.url):
                self._forms.setdefault(form, (level, target.url))

    def match(self, url: str) -> Match | None:
        """Return how the absolute URL belongs to the property; None when it does not."""
        if not self.may_name(url):
            return None
        if self.is_ours(url):
            level, target = self._place(url)
            return Match(level=level, target=target, resolved=url, via="")
        inner = unwrap(url)
        if inner is None or not self.is_ours(inner.url):
            return None
        _, target = self._place(inner.url)
        level = Level.REDIRECTED if inner.redirects else Level.PROXIED
        return Match(level=level, target=target, resolved=inner.url, via=inner.via)

    def may_name(self, text: str) -> bool:
        """Say whether the text contains one of the property's hosts at all: the cheap first question."""
        lowered = text.lower()
        return any(needle in lowered for needle in self._needles)

    def is_ours(self, url: str) -> bool:
        """Say whether the URL stands on the property or under one of its asset prefixes."""
        if registrable_domain(host_of(url)) in self.property.domains:
            return True
        rest = url.partition("://")[2]
        return any(rest == prefix or rest.startswith(prefix + "/") for prefix in self._prefixes)

    def mentions(self, text: str) -> list[Mention]:
        """Return where the text names the property's hosts or brands, at most a hundred times."""
        names = [name for name in (*self.property.brands, *self.property.domains) if name]
        if not names:
            return []
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)
        found = [match for match, _ in zip(pattern.finditer(text), range(100), strict=False)]
        return [
            Mention(start=match.start(), end=match.end(), text=match[0], level=Level.MENTIONED, target="")
            for match in found
        ]

    def _place(self, url: str) -> tuple[Level, str]:
        for form in (url, normal_form(url), without_tracking(url), _family(url)):
            if form in self._forms:
                level = self._ladder(url, form)
                return level, self._forms[form][1]
        for target in self.targets:
            if is_image_url(target.url) and not is_image_url(url) and self._shows(url, target):
                return Level.TARGET_PAGE, target.url
        return Level.SAME_PROPERTY, ""

    def _ladder(self, url: str, form: str) -> Level:
        target = self._forms[form][1]
        if url == target:
            return Level.EXACT
        if normal_form(url) == normal_form(target):
            return Level.NORMALISED
        if without_tracking(url) == without_tracking(target):
            return Level.WITHOUT_TRACKING
        return Level.RESIZED

    def _target_forms(self, url: str) -> list[tuple[Level, str]]:
        return [
            (Level.EXACT, url),
            (Level.NORMALISED, normal_form(url)),
            (Level.WITHOUT_TRACKING, without_tracking(url)),
            (Level.RESIZED, _family(url)),
        ]

    @staticmethod
    def _shows(url: str, target: Target) -> bool:
        if target.page and normal_form(url) == normal_form(target.page):
            return True
        wanted = set(slug_words(target.url))
        shared = wanted & set(slug_words(url))
        return len(shared) >= 2 and 2 * len(shared) >= len(wanted)


def _family(url: str) -> str:
    """Return what a resized copy and its original have in common."""
    return RESIZED.sub("", without_tracking(url))
