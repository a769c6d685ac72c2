import pytest


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let small stores be judged again in part, too."""
    monkeypatch.setattr("analysis.verdicts.news.SMALL", 0)
    monkeypatch.setattr("analysis.verdicts.news.MOST", 100.0)
