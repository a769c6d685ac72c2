"""What somebody reads at an address that has no page."""

import pytest

from tests.review.serving import Served


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/nonsense", 404, "There is nothing at /nonsense."),
        ("/domain/", 404, "There is nothing at /domain/."),
        ("/visit/x/page", 404, "There is nothing at /visit/x/page."),
        ("/static/nothing.css", 404, "There is nothing at /static/nothing.css."),
        ("/%3Cscript%3Ealert(1)%3C/script%3E", 404, "at /&lt;script&gt;alert(1)&lt;/script&gt;."),
        ("/" + "x" * 5_000, 404, "There is nothing at /" + "x" * 199 + "."),
        ("/decide", 405, "/decide is where forms are sent to, and nothing to look at."),
        ("/domain/nobody.test", 404, "No report names a page of nobody.test."),
        ("/visit/999999/record", 404, "does not hold this any more."),
        ("/visit/999999/evidence", 404, "does not hold this any more."),
    ],
)
def test_a_wrong_address_is_a_page_with_a_way_back(server: Served, path: str, status: int, says: str) -> None:
    answer = server.get(path)
    assert answer.status == status
    assert answer.headers["content-type"].startswith("text/html")
    assert says in answer.text
    assert '<a href="/queue">Back to the queue</a>' in answer.text
    assert 'aria-label="Pages"' in answer.text
    assert "<script>alert" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/visit/999999/page", "/target/999999/picture"])
def test_what_stands_in_a_frame_or_picture_stays_without_the_sites_frame(server: Served, path: str) -> None:
    answer = server.get(path)
    assert (answer.status, answer.headers["content-type"]) == (404, "text/plain; charset=utf-8")


def test_a_refused_form_is_told_in_a_page_and_to_the_script_in_a_sentence(server: Served) -> None:
    fields = [("token", "old"), ("decision", "spam")]
    told = server.post("/decide", fields)
    assert told.status == 403
    assert "This page is older than the running server" in told.text
    assert 'aria-label="Pages"' in told.text
    told = server.post("/decide", fields, Accept="application/json")
    assert (told.status, told.text[:18]) == (403, "This page is older")
