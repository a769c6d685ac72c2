"""Storing what a person decided, and taking it back: with the small script or with plain forms."""

from dataclasses import replace
from datetime import UTC, datetime

from starlette.datastructures import FormData, QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from review.queue import wanted_by
from review.site import Site
from store.looks.folds import newest_reviews
from store.looks.queued import MOST_AT_ONCE, wanted_ids
from store.looks.review import decide, undo

DECISIONS = frozenset({"spam", "benign", "unsure"})
LEVELS = frozenset({"", "url", "host", "domain"})
LONGEST_NOTE = 5_000


def decided(request: Request, form: FormData, site: Site) -> Response:
    """Store one decision, or one for all ticked rows and folds, or one for all that a filter wants."""
    decision, level = str(form.get("decision", "")), str(form.get("level", ""))
    subject = str(form.get("subject", "domain"))
    if decision not in DECISIONS or level not in LEVELS or subject not in {"domain", "page"}:
        raise HTTPException(400, "This is no decision: spam, benign or unsure.")
    note = str(form.get("note", ""))[:LONGEST_NOTE]
    now = datetime.now(UTC)
    wanted = wanted_by(QueryParams(str(form.get("query", ""))))
    with site.store.write(durable=True) as session:
        if form.get("all"):
            ids = wanted_ids(session, site.property_name, wanted)
        else:
            ids = _keys(form, "id")
            for fold in _keys(form, "fold"):
                ids += wanted_ids(session, site.property_name, replace(wanted, fold=fold))
        ids = ids[:MOST_AT_ONCE]
        reviews = decide(
            session, site.property_name, subject, ids, decision=decision, level=level, note=note, now=now
        )
    return _answer(request, form, {"decision": decision, "level": level, "undo": [str(id) for id in reviews]})


def undone(request: Request, form: FormData, site: Site) -> Response:
    """Take decisions back: those named, and the newest about each domain of a fold."""
    wanted = wanted_by(QueryParams(str(form.get("query", ""))))
    with site.store.write(durable=True) as session:
        reviews = _keys(form, "review")
        for fold in _keys(form, "fold"):
            reviews += newest_reviews(session, site.property_name, replace(wanted, fold=fold))
        undo(session, site.property_name, reviews)
    return _answer(request, form, {"undone": True})


def _keys(form: FormData, name: str) -> list[int]:
    return [int(str(value)) for value in form.getlist(name) if _is_key(str(value))][:MOST_AT_ONCE]


def _is_key(text: str) -> bool:
    return text.removeprefix("-").isdecimal() and len(text) < 21


def _answer(request: Request, form: FormData, outcome: dict[str, object]) -> Response:
    if request.headers.get("accept") == "application/json":
        return JSONResponse(outcome)
    back = str(form.get("back", "/queue"))
    is_ours = back.startswith("/") and not back.startswith("//") and "\\" not in back and back.isprintable()
    return RedirectResponse(back if is_ours else "/queue", status_code=303)
