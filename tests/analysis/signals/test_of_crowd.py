"""Signals about what many backlinks share: each with what must fire it and what must not."""

from typing import Any

import pytest

from analysis.plugins import signals
from analysis.policy import policy
from analysis.signal import Signal
from analysis.signals import (
    anchor_concentration,
    link_churn,
    link_surge,
    odd_anchors,
    odd_sources,
    reference_context,
    short_lived_links,
    sitewide_link,
)
from tests.analysis.factory import Web


def _prefixed(series: str, facts: dict[str, Any]) -> dict[str, Any]:
    return {f"{series}{name}": value for name, value in facts.items()}


TEXT = {"reported": {"type": "text", "anchor": "cheap garden shed"}}
MANY = {"anchor_domains": 25, "target_domains": 60, "anchor_share": 0.42}
TOGETHER = {"cohort_domains": 30, "cohort_lost": 0.9}
RESTLESS = {"before": 40, "growth": 0.8, "death": 0.6}
CONTEXT = {"context": "planet … elegant", "context_domains": 25, "linking_domains": 40}
SOURCES = {
    "source_kind": "top-level domain",
    "source_among": "month",
    "source": "top",
    "source_domains": 60,
    "source_entropy": 0.1,
    "source_oddness": -5.0,
}
SURGE = {"surge": 74.0, "unbelieved": 1.0}
YOUNG = {"property_surge": 74.0, "property_unbelieved": 1.0}
KIT = {"group_surging": "template: t1", "group_surge": 74.0, "group_unbelieved": 1.0}
KIT_TOGETHER = {"group_dying": "template: t1", "group_born": 30, "group_lost": 0.9}
CASES: dict[str, tuple[Signal, dict[str, Any], float | None]] = {
    "a surge that nobody believes": (link_surge.SIGNAL, {"facts": {"surge": 74.0, "unbelieved": 1.0}}, 0.7),
    "a surge of the property, towards a target without history": (link_surge.SIGNAL, {"facts": YOUNG}, 0.7),
    "the same told once, where the target has one": (link_surge.SIGNAL, {"facts": {**SURGE, **YOUNG}}, 0.7),
    "a good week of the property": (link_surge.SIGNAL, {"facts": {**YOUNG, "property_surge": 5.9}}, None),
    "a surge of one kit": (link_surge.SIGNAL, {"facts": KIT}, 0.7),
    "a good week of pages with one theme": (link_surge.SIGNAL, {"facts": {**KIT, "group_surge": 5.9}}, None),
    "a surge after steady growth": (link_surge.SIGNAL, {"facts": {"surge": 6.5, "unbelieved": 0.0}}, 0.5),
    "a good week": (link_surge.SIGNAL, {"facts": {"surge": 5.9, "unbelieved": 0.4}}, None),
    "no dates": (link_surge.SIGNAL, {}, None),
    "one anchor on many domains": (anchor_concentration.SIGNAL, {**TEXT, "facts": MANY}, 0.6),
    "the same of a few domains": (
        anchor_concentration.SIGNAL,
        {**TEXT, "facts": {**MANY, "anchor_domains": 19}},
        None,
    ),
    "one of many anchors": (anchor_concentration.SIGNAL, {**TEXT, "facts": {**MANY, "anchor_share": 0.3}}, None),
    "the alternative text of a shared picture": (anchor_concentration.SIGNAL, {"facts": MANY}, None),
    "a month too alike": (odd_anchors.SIGNAL, {"facts": {"anchor_entropy": 0.1, "entropy_oddness": -4.0}}, 0.5),
    "a month too different": (odd_anchors.SIGNAL, {"facts": {"anchor_entropy": 1.0, "entropy_oddness": 3.1}}, 0.5),
    "a month like others": (odd_anchors.SIGNAL, {"facts": {"anchor_entropy": 0.5, "entropy_oddness": 2.9}}, None),
    "a month of one top-level domain": (odd_sources.SIGNAL, {"facts": SOURCES}, 0.5),
    "a month spread evenly over eight": (
        odd_sources.SIGNAL,
        {"facts": {**SOURCES, "source_entropy": 0.99, "source_oddness": 3.4}},
        0.5,
    ),
    "a shop of one country": (odd_sources.SIGNAL, {"facts": {**SOURCES, "source_oddness": -0.4}}, None),
    "a month with more guests from one country": (
        odd_sources.SIGNAL,
        {"facts": {**SOURCES, "source_entropy": 0.6}},
        None,
    ),
    "nobody knows where from": (odd_sources.SIGNAL, {}, None),
    "a context that more than half have": (reference_context.SIGNAL, {"facts": CONTEXT}, 0.8),
    "a context that half have": (reference_context.SIGNAL, {"facts": {**CONTEXT, "linking_domains": 50}}, None),
    "a context that half have, come at once": (
        reference_context.SIGNAL,
        {"facts": {**CONTEXT, "linking_domains": 50, "context_surge": 6.5}},
        0.5,
    ),
    "a context that half have, come over years": (
        reference_context.SIGNAL,
        {"facts": {**CONTEXT, "linking_domains": 50, "context_surge": 5.5}},
        None,
    ),
    "a context of twenty domains, come at once": (
        reference_context.SIGNAL,
        {"facts": {**CONTEXT, "context_domains": 20, "linking_domains": 50, "context_surge": 9.0}},
        None,
    ),
    "a context of twenty domains": (
        reference_context.SIGNAL,
        {"facts": {**CONTEXT, "context_domains": 20, "linking_domains": 21}},
        None,
    ),
    "born and lost together": (short_lived_links.SIGNAL, {"facts": TOGETHER}, 0.7),
    "a kit that was born and lost together": (short_lived_links.SIGNAL, {"facts": KIT_TOGETHER}, 0.7),
    "a theme that few gave up": (short_lived_links.SIGNAL, {"facts": {**KIT_TOGETHER, "group_lost": 0.6}}, None),
    "a small kit": (short_lived_links.SIGNAL, {"facts": {**KIT_TOGETHER, "group_born": 19}}, None),
    "a small cohort": (short_lived_links.SIGNAL, {"facts": {**TOGETHER, "cohort_domains": 19}}, None),
    "a cohort that mostly lives": (short_lived_links.SIGNAL, {"facts": {**TOGETHER, "cohort_lost": 0.6}}, None),
    "a target that wins and loses": (link_churn.SIGNAL, {"facts": RESTLESS}, 0.5),
    "a property that wins and loses": (link_churn.SIGNAL, {"facts": _prefixed("property_", RESTLESS)}, 0.5),
    "a property that grows": (
        link_churn.SIGNAL,
        {"facts": _prefixed("property_", {**RESTLESS, "death": 0.1})},
        None,
    ),
    "a restless target, told once": (
        link_churn.SIGNAL,
        {"facts": {**RESTLESS, **_prefixed("property_", RESTLESS)}},
        0.5,
    ),
    "a kit that wins and loses": (
        link_churn.SIGNAL,
        {"facts": {**_prefixed("group_", RESTLESS), "group_churning": "template: t1"}},
        0.5,
    ),
    "a theme that is given up": (
        link_churn.SIGNAL,
        {"facts": {**_prefixed("group_", {**RESTLESS, "growth": 0.1}), "group_churning": "template: t1"}},
        None,
    ),
    "a target that grows": (link_churn.SIGNAL, {"facts": {**RESTLESS, "death": 0.1}}, None),
    "a target of few": (link_churn.SIGNAL, {"facts": {**RESTLESS, "before": 19}}, None),
    "twenty pages of a site": (sitewide_link.SIGNAL, {"facts": {"site_pages": 20}}, 0.4),
    "a few pages of a site": (sitewide_link.SIGNAL, {"facts": {"site_pages": 19}}, None),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_crowds(case: str) -> None:
    signal, page, expected = CASES[case]
    assert Web().page(**page).score(signal) == expected


def test_all_of_them_are_here_and_none_decides() -> None:
    tested = {signal.id for signal, _, _ in CASES.values()}
    assert tested | {"shared-address"} == {signal.id for signal in signals() if signal.of_crowd}
    for signal, page, expected in CASES.values():
        if expected is not None:
            (finding,) = Web().page(**page).findings(signal)
            assert not finding["decisive"]
            assert finding["quote"]


@pytest.mark.parametrize(
    ("signal", "facts"), [(short_lived_links.SIGNAL, TOGETHER), (link_churn.SIGNAL, RESTLESS)]
)
def test_sentences_tell_the_days_that_were_asked_for(signal: Signal, facts: dict[str, Any]) -> None:
    """An owner who counts over another span must not read the default."""
    rules = policy({"short-lived-links": {"days": 45}})
    found = signal.find(Web().page(facts=facts).frames(), rules[signal.id])
    (sentence,) = found.select("sentence").to_native().collect()["sentence"].to_list()
    assert "45 days" in sentence
