"""What is remembered, and that it stays within its bounds."""

from collections.abc import Sequence

import pytest

from evidence.remembering import kept_for


@pytest.mark.parametrize(
    ("asked", "answered_anew"),
    [
        ("aa bb aa", "aa bb"),
        ("aa bb cc aa", "aa bb cc aa"),
        ("aa bb aa cc aa", "aa bb cc"),
        ("aa longer aa longer", "aa longer longer"),
    ],
)
def test_answers_are_kept_for_the_texts_asked_for_last(asked: str, answered_anew: str) -> None:
    done: list[str] = []

    @kept_for(5)
    def length(text: str) -> int:
        done.append(text)
        return len(text)

    texts: Sequence[str] = asked.split()
    assert [length(text) for text in texts] == [len(text) for text in texts]
    assert done == answered_anew.split()
