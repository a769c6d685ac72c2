"""A search for leaks: no single plain fact may tell spam from honest pages, or the labels measure that fact.

The usual traps: spam that equals a language, a country, a proxy, a hidden element or a number of images.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from sklearn.metrics import balanced_accuracy_score
from sklearn.tree import DecisionTreeClassifier

from eval.judging import Judged
from eval.renderings.wording import tongues

COUNTED = ("words", "prose_words", "foreign_embeds", "foreign_link_hosts", "foreign_embed_hosts")
ENDINGS = ("-com.test", "-xyz.test", "-top.test", ".blogspot.com", ".netlify.app")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """How well one fact alone parts spam from honest pages."""

    fact: str
    accuracy: float
    """Balanced accuracy of the best single cut; 0.5 is chance."""


def leaks(judged: Sequence[Judged], visits: pl.DataFrame) -> list[Leak]:
    """Return every plain fact with what a single cut on it reaches, strongest first."""
    facts = {row.pop("page_id"): row for row in visits.iter_rows(named=True)}
    labelled = [
        one for one in judged if one.spam is not None and one.part not in {"real", "generated", "doorway"}
    ]
    languages = sorted({one.case.reported.language for one in labelled})
    table = [_plain(one, facts.get(one.page_id, {}), languages) for one in labelled]
    truth = np.array([one.spam for one in labelled])
    found = [
        Leak(fact=name, accuracy=_stump(np.array([row[name] for row in table]), truth)) for name in table[0]
    ]
    return sorted(found, key=lambda leak: -leak.accuracy)


def _plain(one: Judged, facts: Mapping[str, int], languages: Sequence[str]) -> dict[str, float]:
    seen = one.seen or {}
    return {
        **{f"language {code}": float(one.case.reported.language == code) for code in languages},
        **{f"country {t.country}": float(f"-{t.country}.test" in one.case.host) for t in tongues()},
        **{f"host ends {ending}": float(one.case.host.endswith(ending)) for ending in ENDINGS},
        "proxy": float(seen.get("level") == "L4"),
        "hidden": float(seen.get("visibility") in {"hidden", "hidden-by-script"}),
        "metadata only": float(seen.get("visibility") == "metadata"),
        "path ends .html": float(one.case.source_url.endswith(".html")),
        "link or embed": float(seen.get("reason") == "link"),
        **{name.replace("_", " "): float(facts.get(name, 0)) for name in COUNTED},
    }


def _stump(values: np.ndarray, truth: np.ndarray) -> float:
    stump = DecisionTreeClassifier(max_depth=1, class_weight="balanced", random_state=0)
    column = values.reshape(-1, 1)
    return float(balanced_accuracy_score(truth, stump.fit(column, truth).predict(column)))
