"""Counts what we and Chromium say alike of the links and images of pages, and keeps what differs."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from eval.chromium.tab import PAGE_URL
from evidence.extract import extract
from evidence.model import Carrier, PageEvidence, Visibility
from evidence.property import Property
from evidence.text.words import words

PROPERTY = Property(name="shop.test", domains=("shop.test",))
SEEN = frozenset({Visibility.VISIBLE, Visibility.LAZY})
COMPARED = frozenset({("a", "href"), ("img", "src")})


@dataclass(slots=True)
class Tally:
    """Counts over all pages."""

    counts: Counter[str] = field(default_factory=Counter)
    differences: list[dict[str, Any]] = field(default_factory=list)

    def page(self, name: str, ours: PageEvidence, theirs: Sequence[dict[str, Any]]) -> None:
        """Pair the carriers of one page by their order and count what agrees."""
        carriers = _both_can_have(ours)
        mine = [(one.element, one.url) for one in carriers]
        other = [(one["kind"], one["url"]) for one in theirs]
        blocks = SequenceMatcher(None, mine, other, autojunk=False).get_matching_blocks()
        paired = sum(block.size for block in blocks)
        self.counts["pages"] += 1
        self.counts["only ours"] += len(mine) - paired
        self.counts["only Chromium's"] += len(other) - paired
        for block in blocks:
            for step in range(block.size):
                self._pair(name, carriers[block.a + step], theirs[block.b + step])

    def _pair(self, name: str, ours: Carrier, theirs: dict[str, Any]) -> None:
        """Count one carrier that both have."""
        if ours.visibility is Visibility.SCREEN_READER:
            self.counts["screen-reader (apart)"] += 1
            return
        if ours.visibility is Visibility.LAZY and ours.hidden_by and not theirs["seen"]:
            self.counts["fades in by script (apart)"] += 1
            return
        if ours.element == "img" and ours.visibility is Visibility.VISIBLE and min(theirs["box"][2:]) <= 1:
            self.counts["pictures of a pixel: asked of the property's only (apart)"] += 1
            return
        seen = ours.visibility in SEEN
        self.counts[f"seen by us {seen}, by Chromium {theirs['seen']}"] += 1
        left, right = words(theirs["left"])[-5:], words(theirs["right"])[:5]
        equal = list(ours.left.words) == left and list(ours.right.words) == right
        if theirs["seen"]:
            self.counts[f"windows equal {equal}"] += 1
        if seen != theirs["seen"] or (theirs["seen"] and not equal):
            self.differences.append({
                "page": name, "url": ours.url, "path": ours.path, "by": ours.hidden_by,
                "ours": ours.visibility, "theirs": theirs["seen"],
                "box": theirs["box"], "text": theirs["text"],
                "our windows": [ours.left.words, ours.right.words], "their windows": [left, right],
            })  # fmt: skip

    def print(self, most: int) -> None:
        """Print differences, counts and the three figures."""
        for difference in self.differences[:most]:
            print(json.dumps(difference, ensure_ascii=False))
        for label, count in sorted(self.counts.items()):
            print(f"{count:8} {label}")
        print(f"windows {self.windows:.4f}")
        print(f"visibility precision {self.precision:.4f}, recall {self.recall:.4f}")

    @property
    def windows(self) -> float:
        """Share of the links seen by Chromium whose windows are equal, 0 to 1."""
        return self._share("windows equal True", "windows equal False")

    @property
    def precision(self) -> float:
        """Share of what we see that Chromium sees too, 0 to 1."""
        return self._share("seen by us True, by Chromium True", "seen by us True, by Chromium False")

    @property
    def recall(self) -> float:
        """Share of what Chromium sees that we see too, 0 to 1."""
        return self._share("seen by us True, by Chromium True", "seen by us False, by Chromium True")

    def _share(self, label: str, other: str) -> float:
        return self.counts[label] / max(1, self.counts[label] + self.counts[other])


def read(body: bytes) -> PageEvidence:
    """Extract our evidence of the page that Chromium is given."""
    return extract(body, url=PAGE_URL, headers={"content-type": "text/html"}, property=PROPERTY)


def _both_can_have(page: PageEvidence) -> list[Carrier]:
    """Return the links and images that Chromium can have too."""
    carriers = (one for one in page.carriers if (one.element, one.attribute) in COMPARED)
    return [one for one in carriers if not {"noscript", "svg", "template"} & set(one.path.split("/"))]
