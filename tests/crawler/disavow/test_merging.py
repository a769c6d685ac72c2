from hypothesis import given
from hypothesis import strategies as st

from crawler.disavow.difference import diff
from crawler.disavow.merging import merge

BASE = "# ours\r\ndomain:a.example\r\n\r\ndomain: odd.example\r\nhttp://b.example/1"


def test_the_base_stays_and_the_rest_comes_with_its_comments() -> None:
    other = "# known already\ndomain:a.example\n# new\n# twice seen\nDOMAIN:c.example # shop\n\n# alone\n\ndomain:org.br\nhttp://c.example/2\n"
    assert merge(BASE.encode(), other.encode()) == (
        "# ours\ndomain:a.example\n\ndomain: odd.example\nhttp://b.example/1\n"
        "# known already\n# new\n# twice seen\n# shop\ndomain:c.example\n# domain:org.br\n"
    )


def test_merging_a_file_with_itself_adds_nothing() -> None:
    once = merge(BASE.encode())
    assert merge(BASE.encode(), BASE.encode()) == once
    assert merge(once.encode(), BASE.encode()) == once


ENTRIES = st.lists(
    st.sampled_from(["domain:a.example", "http://a.example/1", "domain:b.example", "# x", ""]), max_size=8
)


@given(ENTRIES, ENTRIES)
def test_nothing_is_lost(base: list[str], other: list[str]) -> None:
    first, second = "\n".join(base).encode(), "\n".join(other).encode()
    merged = merge(first, second)
    assert diff(first, merged.encode()).removed == ()
    assert diff(second, merged.encode()).removed == ()
    assert merged == merge(first, second)
