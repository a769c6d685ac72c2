"""The fresh pages are many, of many languages, and labelled by the taxonomy's ids."""

import re
from collections import Counter

from eval.fresh.owners import owners
from eval.fresh.sheets import sheets
from eval.renderings.cases import RECIPES


def test_names_are_ids_of_the_taxonomy_or_of_further_honest_kinds() -> None:
    names = [sheet.name for sheet in sheets()]
    assert len(set(names)) == len(names)
    for sheet in sheets():
        assert sheet.id in RECIPES or (re.fullmatch(r"N\d\d", sheet.id) and sheet.judgement == "honest")
        assert sheet.judgement == "honest" or sheet.id[0] != "E"


def test_honest_pages_are_as_many_as_spam_whatever_the_report_names() -> None:
    labels = Counter((sheet.is_named, sheet.judgement) for sheet in sheets())
    assert labels[True, "honest"] + labels[False, "honest"] >= labels[True, "spam"] + labels[False, "spam"]
    assert min(labels[named, kind] for named in (True, False) for kind in ("honest", "spam")) >= 10


def test_languages_are_many_and_on_both_sides() -> None:
    spam, honest = (
        {sheet.language for sheet in sheets() if sheet.judgement == kind} for kind in ("spam", "honest")
    )
    assert len(spam | honest) >= 20
    assert len(spam & honest) >= 6


def test_every_property_is_asked_about() -> None:
    assert {sheet.owner for sheet in sheets()} == set(owners())
