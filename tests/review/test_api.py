"""The API over its socket: what it says of itself holds for every request that schemathesis can think of."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings

from tests.review.serving import HOSTILE, PAYLOAD, STORY, Served, served

PATHS = ("/overview", "/domains", "/domains/{domain}", "/visits/{visit_id}", "/campaigns", "/reports")


@pytest.fixture(scope="module")
def api(analysed: Path) -> Iterator[Served]:
    with served(analysed, command="api") as running:
        yield running


def read(api: Served, path: str) -> Any:
    answer = api.get(path)
    assert answer.status == 200, answer.text
    return json.loads(answer.text)


@pytest.mark.parametrize("path", PATHS)
def test_it_is_what_it_says(api: Served, path: str) -> None:
    """Schemathesis makes requests from the description, right and wrong ones, and checks every answer by it."""
    description = json.loads(api.get("/openapi.json").text)
    schema = schemathesis.openapi.from_dict(description)
    schema.config.update(base_url=api.url)

    @given(case=schema[path]["GET"].as_strategy())
    @settings(
        max_examples=40,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def check(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate()

    check()


def test_pages_follow_each_other_without_gap_or_double(api: Served) -> None:
    whole = json.loads(api.get("/domains?limit=200&decided=all").text)
    assert whole["next"] is None
    found, after = [], ""
    while True:
        page = json.loads(api.get(f"/domains?limit=3&decided=all{after}").text)
        found += page["domains"]
        if page["next"] is None:
            break
        after = f"&after={page['next']}"
    assert found == whole["domains"]
    assert len(found) > 10


def test_the_evidence_of_a_visit_is_whole(api: Served) -> None:
    visit = read(api, f"/domains/{STORY}")["pages"][0]["visits"][0]
    evidence = read(api, f"/visits/{visit['id']}")
    assert evidence["title"] == visit["title"]
    assert {"carriers", "references", "words"} & set(evidence)


def test_hostile_words_come_out_as_json_and_nothing_else(api: Served) -> None:
    answer = api.get(f"/domains/{HOSTILE}")
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    claim = json.loads(answer.text)["pages"][0]["backlinks"][0]["claims"][0]
    assert claim["anchor"] == PAYLOAD


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/domains/nobody.test", {}, 404),
        ("/nowhere", {}, 404),
        ("/visits/0", {}, 404),
        ("/visits/9223372036854775807", {}, 404),
        ("/visits/9999999999999999999", {}, 404),
        ("/visits/one", {}, 404),
        ("/domains?verdict=evil", {}, 400),
        ("/domains?limit=0", {}, 400),
        ("/domains?after=1", {}, 400),
        ("/domains?text=%00", {}, 400),
        ("/overview", {"Host": "rebound.attacker.test"}, 421),
    ],
)
def test_errors_are_problem_details(api: Served, path: str, headers: dict[str, str], status: int) -> None:
    answer = api.get(path, **headers)
    assert answer.status == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert json.loads(answer.text)["status"] == status


def test_nothing_can_be_changed(api: Served) -> None:
    answer = api.post("/domains", [("decision", "spam")])
    assert answer.status == 405
    assert answer.headers["content-type"] == "application/problem+json"


def test_beyond_loopback_every_request_needs_the_token(analysed: Path, tmp_path: Path) -> None:
    secret = tmp_path / "token"
    secret.write_text("correct-horse-battery\n")
    words = ("--host", "0.0.0.0", "--name", "127.0.0.1", "--token-file", str(secret))
    with served(analysed, *words, command="api") as api:
        assert api.get("/overview").status == 401
        assert api.get("/overview", Authorization="Bearer wrong").status == 401
        assert api.get("/overview", Authorization="Bearer correct-horse-battery").status == 200
        assert api.get(f"/domains/{STORY}", Authorization="Bearer correct-horse-battery").status == 200
