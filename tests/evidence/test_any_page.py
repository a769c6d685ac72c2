"""Whatever a page is made of, its evidence holds together, and a plain link in it is found."""

from hypothesis import given, settings
from hypothesis import strategies as st

from eval.fuzz import check, run
from evidence.model import Kind
from tests.evidence.pages import IMAGE, read

TAGS = st.sampled_from(
    [
        "a",
        "b",
        "p",
        "div",
        "span",
        "ul",
        "li",
        "table",
        "tr",
        "td",
        "svg",
        "math",
        "form",
        "select",
        "option",
        "button",
        "details",
        "summary",
        "noscript",
        "template",
        "iframe",
        "video",
        "audio",
        "object",
        "h1",
        "nav",
        "footer",
        "font",
        "marquee",
        "label",
        "center",
        "x-y",
    ]
)
STYLES = st.sampled_from(
    ["", "display:none", "display:flex", "visibility:hidden", "font-size:0", "position:absolute;left:-9999px"]
)
ATTRIBUTES = st.dictionaries(
    st.sampled_from(
        [
            "href",
            "src",
            "srcset",
            "style",
            "class",
            "id",
            "hidden",
            "open",
            "data-src",
            "srcdoc",
            "content",
            "action",
            "width",
        ]
    ),
    STYLES | st.text(max_size=12),
    max_size=4,
)


def element(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def written(tag: str, attributes: dict[str, str], parts: list[str], *, closed: bool) -> str:
        pairs = "".join(f' {name}="{value}"' for name, value in attributes.items())
        return f"<{tag}{pairs}>{''.join(parts)}" + (f"</{tag}>" if closed else "")

    return st.builds(written, TAGS, ATTRIBUTES, st.lists(inside, max_size=4), closed=st.booleans())


PAGES = st.recursive(st.text(max_size=15), element, max_leaves=25)


@settings(max_examples=300)
@given(PAGES)
def test_evidence_of_any_structure_holds_together(page: str) -> None:
    check(read(page))


@settings(max_examples=200)
@given(st.lists(TAGS.filter(lambda tag: tag not in {"svg", "math", "template", "iframe"}), max_size=40))
def test_no_nesting_hides_that_a_link_is_there(tags: list[str]) -> None:
    """Parsers that mend a page may move a link, not lose it."""
    page = "".join(f"<{tag}>" for tag in tags) + f'<a href="{IMAGE}">here</a>'
    assert IMAGE in {find.resolved for find in read(page).references if find.carrier.kind is Kind.LINK}


def test_damaged_pages_are_survived() -> None:
    assert run(0, 1_000) == []
