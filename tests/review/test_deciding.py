"""Decisions over the socket: stored, taken back, and what the draft makes of them."""

import json
from pathlib import Path

from tests.review.serving import STORY, ids, reviews, served


def test_decisions_are_stored_and_taken_back(folder: Path) -> None:
    with served(folder) as server:
        first, second, *_ = ids(server.get("/queue"))
        token = ("token", server.token())
        chosen = [
            token,
            ("id", first),
            ("id", second),
            ("decision", "spam"),
            ("level", "host"),
            ("note", "a kit"),
        ]
        answer = server.post("/decide", chosen, Accept="application/json")
        undo = json.loads(answer.text)["undo"]
        assert reviews(folder) == [("domain", "spam", "host", "a kit")] * 2
        assert first not in ids(server.get("/queue"))
        assert ids(server.get("/queue?decided=decided")) == [first, second]
        assert (
            server.post("/undo", [token, *(("review", id) for id in undo)], Accept="application/json").status
            == 200
        )
        assert reviews(folder) == []
        assert first in ids(server.get("/queue"))


def test_decisions_work_as_plain_forms_and_for_all_that_a_filter_finds(folder: Path) -> None:
    with served(folder) as server:
        token = ("token", server.token())
        fields = [
            token,
            ("all", "1"),
            ("query", "verdict=suspicious"),
            ("decision", "benign"),
            ("back", "/queue?text=a"),
        ]
        answer = server.post("/decide", fields)
        assert (answer.status, answer.headers["location"]) == (303, "/queue?text=a")
        assert ids(server.get("/queue?verdict=suspicious")) == []
        assert {decision for _, decision, _, _ in reviews(folder)} == {"benign"}
        away = server.post("/decide", [token, ("decision", "benign"), ("back", "//attacker.test/")])
        assert away.headers["location"] == "/queue"
        assert server.post("/decide", [token, ("decision", "explode")]).status == 400


def test_a_person_wins_in_the_draft(folder: Path) -> None:
    with served(folder) as server:
        assert f"domain:{STORY}" in server.get("/outcome/disavow.txt").text
        (story,) = ids(server.get(f"/queue?text={STORY}"))
        server.post("/decide", [("token", server.token()), ("id", story), ("decision", "benign")])
        assert f"domain:{STORY}" not in server.get("/outcome/disavow.txt").text


def test_the_outcome_answers_at_once_and_says_when_it_is_old(folder: Path) -> None:
    with served(folder) as server:
        assert "It is being written" in server.get("/outcome").text
        assert f"domain:{STORY}" in server.get("/outcome/disavow.txt").text
        assert f"domain:{STORY}" in server.get("/outcome").text
        (story,) = ids(server.get(f"/queue?text={STORY}"))
        server.post("/decide", [("token", server.token()), ("id", story), ("decision", "benign")])
        assert "before your last decision" in server.get("/outcome").text
        assert f"domain:{STORY}" not in server.get("/outcome/disavow.txt").text
        text = server.get("/outcome").text
        assert f"domain:{STORY}" not in text
        assert "before your last decision" not in text
