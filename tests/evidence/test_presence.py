from datetime import timedelta

import pytest
from page_factory import PROSE, page, reference

from evidence.model import Comparison, Fetched, Hop, Kind, Level, PageEvidence, State, Visibility
from evidence.presence import FAILURES, Reason, judge, nearest, needs_settling
from evidence.property import Property, Target

URL = "https://club.example/l-orchestre-parfum.html"
HOME = "https://club.example/"
PROPERTY = Property(name="example.com", domains=("example.com",))
TARGET = Target(url="https://example.com/p.jpg")


def fetched(
    *, final: str = URL, status: int | None = 200, error: str = "", url: str = URL, truncated: bool = False
) -> Fetched:
    hops = (Hop(url=url, status=301, how="http"),) if final != url else ()
    return Fetched(url=url, final_url=final, status=status, error=error, hops=hops, truncated=truncated)


OTHER_TEXT = (
    "Entirely different words about gardens, roses, soil and the weather in spring fill this other page " * 4
)
CASES = [
    # what came back, what it shows, state, reason
    (fetched(), page(references=(reference(),)), State.PRESENT, "link"),
    (fetched(), page(references=(reference(kind=Kind.EMBED),)), State.PRESENT, "embed"),
    (fetched(), page(references=(reference(kind=Kind.MENTION, level=Level.MENTIONED),)), State.PRESENT, "mention"),
    (fetched(), page(references=(reference(visibility=Visibility.HIDDEN, hidden_by="display:none"),)), State.PRESENT, "link"),
    (fetched(), page(references=(reference(kind=Kind.EMBED, visibility=Visibility.METADATA),)), State.PRESENT, "embed"),
    (fetched(truncated=True), page(references=(reference(),)), State.PRESENT, "link"),
    (fetched(final=HOME), page(references=(reference(level=Level.SAME_PROPERTY, target=""),)), State.PRESENT, "link"),
    (fetched(status=403), page(references=(reference(),)), State.PRESENT, "link"),
    (fetched(status=404), page(references=(reference(level=Level.SAME_PROPERTY, target=""),)), State.ABSENT, "gone"),
    (fetched(status=404), page(), State.ABSENT, "gone"),
    (fetched(status=410), None, State.ABSENT, "gone"),
    (fetched(), page(), State.ABSENT, "replaced"),
    (fetched(), page(title="Page not found - Club"), State.ABSENT, "soft-404"),
    (fetched(final=HOME), page(), State.ABSENT, "redirected-home"),
    (fetched(final="https://www.club.example/de/"), page(), State.ABSENT, "redirected-home"),
    (fetched(final="https://club.example/other.html"), page(), State.ABSENT, "redirected-elsewhere"),
    (fetched(final="https://casino.example/"), page(), State.ABSENT, "redirected-elsewhere"),
    (fetched(), page(refresh=HOME), State.ABSENT, "redirected-home"),
    (fetched(), page(title="club.example is for sale"), State.ABSENT, "parked"),
    (fetched(final=HOME), page(title="club.example is for sale"), State.ABSENT, "parked"),
    (fetched(), page(references=(reference(visibility=Visibility.INERT, hidden_by="a comment"),)), State.ABSENT, "inert-only"),
    (fetched(final="https://www.club.example/l-orchestre-parfum.html?utm_source=x"), page(), State.ABSENT, "replaced"),
    (fetched(status=401), page(), State.UNKNOWN, "bot-wall"),
    (fetched(status=403), page(), State.UNKNOWN, "bot-wall"),
    (fetched(status=429), None, State.UNKNOWN, "bot-wall"),
    (fetched(status=500), page(), State.UNKNOWN, "server-error"),
    (fetched(status=503), page(title="Page not found"), State.UNKNOWN, "server-error"),
    (fetched(status=504), page(), State.UNKNOWN, "timeout"),
    (fetched(status=302), page(), State.UNKNOWN, "redirect-loop"),
    (fetched(status=None, error="timeout"), None, State.UNKNOWN, "timeout"),
    (fetched(status=None, error="never heard of"), None, State.UNKNOWN, "connection"),
    (fetched(status=None), None, State.UNKNOWN, "connection"),
    (fetched(status=200, error="too-large"), page(), State.UNKNOWN, "too-large"),
    (fetched(truncated=True), page(), State.UNKNOWN, "truncated"),
    (fetched(), page(limits=("parse-budget",)), State.UNKNOWN, "truncated"),
    (fetched(truncated=True, final=HOME), page(), State.UNKNOWN, "truncated"),
    (fetched(), page(media_type="other"), State.UNKNOWN, "not-a-page"),
    (fetched(), None, State.UNKNOWN, "connection"),
    (fetched(), page(title="Just a moment..."), State.UNKNOWN, "bot-wall"),
    (fetched(), page("You must be logged in to view this page."), State.UNKNOWN, "login-wall"),
    (fetched(), page("Subscribe to continue reading this story."), State.UNKNOWN, "pay-wall"),
    (fetched(), page("Accept all cookies to continue to this article."), State.UNKNOWN, "consent-wall"),
    (fetched(), page("Loading", links=0), State.UNKNOWN, "needs-javascript"),
    (fetched(), page("", links=0), State.UNKNOWN, "needs-javascript"),
]  # fmt: skip


@pytest.mark.parametrize(("visit", "evidence", "state", "reason"), CASES)
def test_judge(visit: Fetched, evidence: PageEvidence | None, state: State, reason: str) -> None:
    presence = judge(visit, evidence, target=TARGET, property=PROPERTY)
    assert (presence.state, presence.reason) == (state, reason)
    assert presence.detail.endswith((".", "”."))
    assert reason in set(Reason)


@pytest.mark.parametrize("error", sorted(FAILURES))
def test_every_failure_is_unknown(error: Reason) -> None:
    presence = judge(fetched(status=None, error=error), None, target=None, property=PROPERTY)
    assert (presence.state, presence.reason) == (State.UNKNOWN, error)


@pytest.mark.parametrize(
    ("hours", "state"), [(0, State.UNKNOWN), (23, State.UNKNOWN), (24, State.ABSENT), (200, State.ABSENT)]
)
def test_a_name_is_gone_only_after_a_day(hours: int, state: State) -> None:
    visit = fetched(status=None, error="name-not-found")
    missing = timedelta(hours=hours)
    assert judge(visit, None, target=TARGET, property=PROPERTY, name_missing_for=missing).state is state


def test_no_other_failure_grows_into_gone() -> None:
    visit = fetched(status=None, error="name-error")
    long = timedelta(days=30)
    assert judge(visit, None, target=TARGET, property=PROPERTY, name_missing_for=long).state is State.UNKNOWN


SAME = page(PROSE * 3)
NEARLY = page(PROSE * 3 + " and the date is today")
OTHER = page(OTHER_TEXT)


@pytest.mark.parametrize(
    ("comparison", "reason", "quote"),
    [
        (Comparison(home=NEARLY, home_fetched=fetched(final=HOME, url=HOME)), "soft-404", "home page"),
        (Comparison(sibling=NEARLY, sibling_fetched=fetched()), "soft-404", "random address"),
        (Comparison(sibling=NEARLY, sibling_fetched=fetched(status=404)), "replaced", ""),
        (
            Comparison(home=OTHER, home_fetched=fetched(), sibling=OTHER, sibling_fetched=fetched()),
            "replaced",
            "",
        ),
        (Comparison(home=page(""), home_fetched=fetched()), "replaced", ""),
        (Comparison(), "replaced", ""),
    ],
)
def test_comparison_settles_an_absence(comparison: Comparison, reason: str, quote: str) -> None:
    presence = judge(fetched(), SAME, target=TARGET, property=PROPERTY, comparison=comparison)
    assert presence.reason == reason
    assert quote in presence.detail


def test_a_random_address_that_goes_home_too_is_told() -> None:
    comparison = Comparison(sibling=SAME, sibling_fetched=fetched(final=HOME))
    presence = judge(fetched(final=HOME), SAME, target=TARGET, property=PROPERTY, comparison=comparison)
    assert presence.reason == "redirected-home"
    assert "random address" in presence.detail


@pytest.mark.parametrize(
    ("visit", "evidence", "needs"),
    [
        (fetched(), page(), True),
        (fetched(final=HOME), page(), True),
        (fetched(), page(title="Page not found"), True),
        (fetched(status=404), page(), False),
        (fetched(status=403), page(), False),
        (fetched(url=HOME, final=HOME), page(), False),
        (fetched(), page(title="club.example is for sale"), False),
        (fetched(), page(references=(reference(),)), False),
    ],
)
def test_needs_settling(visit: Fetched, evidence: PageEvidence, *, needs: bool) -> None:
    presence = judge(visit, evidence, target=TARGET, property=PROPERTY)
    assert needs_settling(presence, visit, evidence) is needs


def test_the_nearest_find_is_the_same_resource_seen_by_readers() -> None:
    hidden = reference(visibility=Visibility.HIDDEN)
    resized = reference("https://example.com/p-300x200.jpg", level=Level.RESIZED, kind=Kind.EMBED)
    same = reference("https://example.com/", level=Level.SAME_PROPERTY, target="")
    foreign = reference("https://example.com/q.jpg", target="https://example.com/q.jpg")
    assert nearest(page(references=(hidden, resized, same)), TARGET) is resized
    assert nearest(page(references=(foreign, resized)), TARGET) is resized
    assert nearest(page(references=(foreign,)), TARGET) is foreign
    assert nearest(page(), TARGET) is None
