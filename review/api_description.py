"""The OpenAPI description of the API, its schemas made from the values themselves."""

from functools import cache
from importlib.metadata import version
from typing import Any

import msgspec

from analysis.cases.case import DomainCase
from review.api_values import CampaignValue, Page, ReportValue, Summary
from store.looks.queued import ORDER

PAGE_ROWS, MOST_ROWS = 50, 200
MOST_KEY = 2**63 - 1
ENUMS = {
    "verdict": ORDER,
    "state": ("present", "absent", "unknown"),
    "decided": ("open", "decided", "all"),
}
PATTERNS = {"after": r"^[01]\.[0-9]{6},[0-9]{1,19}$", "domain": r"^[A-Za-z0-9_.-]{1,253}$"}
_KEY = {"type": "integer", "minimum": 1, "maximum": MOST_KEY}
_TEXT = {"type": "string", "maxLength": 200, "pattern": r"^[^\x00]*$"}
_FILTERS: dict[str, tuple[str, dict[str, Any]]] = {
    "text": ("part of the domain's name", _TEXT),
    "verdict": ("verdict about the domain", {"type": "string", "enum": ENUMS["verdict"]}),
    "signal": ("id of a signal that found something", _TEXT),
    "state": ("presence of any of its backlinks", {"type": "string", "enum": ENUMS["state"]}),
    "language": ("language of any visited page", _TEXT),
    "target": ("part of a target's URL", _TEXT),
    "report": ("id of a report that names it", _KEY),
    "campaign": ("id of a campaign that it belongs to", _KEY),
    "decided": ("by people; without it `open`", {"type": "string", "enum": ENUMS["decided"]}),
    "limit": (
        "rows of the page",
        {"type": "integer", "minimum": 1, "maximum": MOST_ROWS, "default": PAGE_ROWS},
    ),
    "after": ("`next` of the page before", {"type": "string", "pattern": PATTERNS["after"]}),
}
_NAMED: dict[str, dict[str, Any]] = {
    "domain": {"type": "string", "pattern": PATTERNS["domain"]},
    "visit_id": _KEY,
}
_READS: tuple[tuple[str, str, object], ...] = (
    ("/overview", "Counts, as of the last import, crawl or analysis", Summary),
    ("/domains", "Flagged domains in the order of the queue", Page),
    ("/domains/{domain}", "The case of one domain, with its first pages", DomainCase),
    ("/visits/{visit_id}", "The whole evidence of a visit, by the `id` that a case gives", dict[str, Any]),
    ("/campaigns", "Campaigns with the most flagged domains", list[CampaignValue]),
    ("/reports", "Imported reports, newest first", list[ReportValue]),
)


@cache
def describe(*, secured: bool) -> dict[str, Any]:
    """Return the description; `secured`: every request needs the token."""
    types = [type for _, _, type in _READS]
    schemas, components = msgspec.json.schema_components(types, ref_template="#/components/schemas/{name}")
    components["Problem"] = {
        "type": "object",
        "required": ["type", "status", "detail"],
        "properties": {
            "type": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string"},
        },
    }
    paths = {
        path: {"get": _operation(path, title, schema)}
        for (path, title, _), schema in zip(_READS, schemas, strict=True)
    }
    about = {"title": "Linkwitness", "version": version("linkwitness")}
    found: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": about,
        "paths": paths,
        "components": {"schemas": components},
    }
    if secured:
        found["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        found["security"] = [{"token": []}]
    return found


def _operation(path: str, title: str, schema: dict[str, Any]) -> dict[str, Any]:
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    parameters: list[dict[str, Any]] = []
    if path == "/domains":
        parameters = [
            {"name": name, "in": "query", "description": about, "schema": kind}
            for name, (about, kind) in _FILTERS.items()
        ]
    for name, kind in _NAMED.items():
        if f"{{{name}}}" in path:
            parameters = [{"name": name, "in": "path", "required": True, "schema": kind}]
    return {
        "summary": title,
        "parameters": parameters,
        "responses": {
            "200": {"description": title, "content": {"application/json": {"schema": schema}}},
            "default": {"description": "What is wrong (RFC 9457)", "content": problem},
        },
    }
