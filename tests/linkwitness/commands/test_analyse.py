"""`analyse` through the real command line, by the default numbers and by one's own."""

import json
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from linkwitness.__main__ import build
from store.database import open_store
from store.models import Verdict
from tests.analysis.seeding import seed
from tests.linkwitness.program import linkwitness


def test_numbers_of_ones_own_decide(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'linkwitness.db'}")
    seed(store, tmp_path)
    store.close()
    (tmp_path / "bold.toml").write_text(
        "[fusion]\nat_least = 1\nauto = 0.0\nreview = 0.0\n", encoding="utf-8"
    )
    usual = linkwitness(tmp_path, "--data", ".", "analyse", "--json")
    bold = linkwitness(tmp_path, "--data", ".", "analyse", "--policy", "bold.toml", "--json")
    assert (usual.code, bold.code) == (0, 0), usual.err + bold.err
    assert json.loads(bold.out)["pages"]["spam"] > json.loads(usual.out)["pages"]["spam"]


def test_a_wrong_policy_is_refused_with_its_file_and_name(tmp_path: Path) -> None:
    (tmp_path / "wrong.toml").write_text("[fusion]\nautoo = 0.9\n", encoding="utf-8")
    done = linkwitness(tmp_path, "--data", ".", "analyse", "--policy", "wrong.toml")
    assert done.code == 1
    assert "wrong.toml: the policy has no fusion.autoo; [fusion] has" in done.err


def test_everything_anew_where_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("analysis.verdicts.news.SMALL", 0)
    store = open_store(f"sqlite:///{tmp_path / 'linkwitness.db'}")
    seed(store, tmp_path)
    store.close()
    old = select(func.count()).select_from(Verdict).where(Verdict.reason == "of last time")
    for words, kept in (((), 0), ((), 8), (("--whole",), 0)):
        build()(["--data", str(tmp_path), "analyse", *words], standalone_mode=False)
        assert "basketball-club.test" in capsys.readouterr().out
        with store.write() as session:
            assert session.scalar(old) == kept
            session.execute(update(Verdict).values(reason="of last time"))
        store.close()
