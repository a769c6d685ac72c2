"""What is done where one load leaves doubt: ask for its images, load it again, look as other visitors.

Generators shuffle their images per load, serve them through their own addresses, and show them to visitors
from search engines or with phones only (field observation). A suspected host is looked at as every visitor
even where the plain one sees the link.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from crawler.fetching.profiles import DOUBTERS, PLAIN, Profile
from crawler.visits.framed import framed
from crawler.visits.looking import Look, Looker
from crawler.visits.own_images import OwnImages
from crawler.visits.revisiting import CONDITIONAL
from evidence.presence import Reason
from evidence.visited import Presence, State
from store.crawls.pages import DueBacklink, DuePage
from store.crawls.sights import Judged, Sight

FRAMES = 2
"""Of a page that are looked into."""
REPLACED = frozenset({Reason.REPLACED})


@dataclass(slots=True, kw_only=True)
class Case:
    """A visit under way."""

    page: DuePage
    first: Look
    judged: dict[int, Judged]
    sights: list[Sight]

    @property
    def wait(self) -> timedelta | None:
        """The longest time the host wants to be left alone; None when it did not ask for that."""
        return max((sight.wait for sight in self.sights if sight.wait is not None), default=None)

    def absent(self, reasons: Collection[str]) -> tuple[DueBacklink, ...]:
        """Return the backlinks that are absent for one of these reasons."""
        return tuple(link for link in self.page.backlinks if self.judged[link.id].presence.reason in reasons)

    def add(self, sight: Sight) -> int:
        """Keep a sight; return its index."""
        self.sights.append(sight)
        return len(self.sights) - 1


class Doubter:
    """Looks again, in every way that is worth a request."""

    def __init__(self, looker: Looker, images: OwnImages, *, loads: int) -> None:
        self._looker = looker
        self._images = images
        self._loads = loads

    async def settle(self, case: Case) -> None:
        """Look again until nothing is left to doubt, or the host asks us to stop."""
        looks = (self._at_own_images, self._into_frames, self._at_further_loads, self._as_others)
        for look in looks:
            if case.wait is not None:
                return
            await look(case)

    async def _at_own_images(self, case: Case) -> None:
        missing = case.absent(CONDITIONAL)
        if missing:
            for sight in await self._images.look(case.first.own_images, missing):
                index = case.add(sight)
                for id, presence in sight.presences.items():
                    case.judged[id] = Judged(presence=presence, sight=index, seen_loads=1, loads=1)

    async def _into_frames(self, case: Case) -> None:
        missing = case.absent(CONDITIONAL)
        for frame in case.first.frames[:FRAMES] if missing else ():
            look = await self._looker.look(frame.url, "frame", missing)
            index = case.add(framed(look.sight, frame))
            for id, presence in case.sights[index].presences.items():
                if presence.state == State.PRESENT:
                    case.judged[id] = Judged(presence=presence, sight=index, seen_loads=1, loads=1)

    async def _at_further_loads(self, case: Case) -> None:
        """Load a living page that lacks its target up to `loads` times.

        A page that comes back byte for byte the same is not one of those that shuffle.
        """
        missing = case.absent(REPLACED)
        if not missing:
            return
        loads = [0]
        while len(loads) < self._loads:
            again = (await self._looker.look(case.page.url, "again", missing, known=case.first.known)).sight
            loads.append(case.add(again))
            if again.wait or again.fetched.error or again.body_sha256 == case.sights[0].body_sha256:
                break
        for link in missing:
            case.judged[link.id] = _over_loads(link, case, loads)

    async def _as_others(self, case: Case) -> None:
        known = tuple(link for link in case.page.backlinks if _state(case, link) != State.UNKNOWN)
        for profile in DOUBTERS:
            watched = known if case.page.is_suspected else case.absent(CONDITIONAL)
            if not watched or case.wait is not None or (profile.has_cookies and case.first.cookie is None):
                return
            cookie = case.first.cookie if profile.has_cookies else None
            look = await self._looker.look(
                case.page.url, "again", watched, profile=profile, cookie=cookie, known=case.first.known
            )
            index = case.add(look.sight)
            await self._shown(case, watched, index, profile)
            _not_shown(case, watched, index, profile)

    async def _shown(
        self, case: Case, watched: tuple[DueBacklink, ...], index: int, profile: Profile
    ) -> None:
        """Judge anew what only this visitor sees, after making sure that it was not chance."""
        sight = case.sights[index]
        found = tuple(
            link
            for link in watched
            if sight.presences[link.id].state == State.PRESENT and _state(case, link) == State.ABSENT
        )
        if not found:
            return
        again = case.add((await self._looker.look(case.page.url, "again", found, profile=PLAIN)).sight)
        for link in found:
            before = case.judged[link.id]
            if case.sights[again].presences[link.id].state == State.PRESENT:
                loads = before.loads + 1
                presence = _with(case.sights[again].presences[link.id], f"Seen in 1 of {loads} loads.")
                judged = Judged(presence=presence, sight=again, seen_loads=1, loads=loads)
            else:
                only = f"Conditional on {profile.condition}: only {profile.says} sees it."
                judged = replace(before, presence=_with(sight.presences[link.id], only), sight=index)
            case.judged[link.id] = judged


def _not_shown(case: Case, watched: tuple[DueBacklink, ...], index: int, profile: Profile) -> None:
    """Note that this visitor does not see what the plain one does."""
    said: Mapping[int, Presence] = case.sights[index].presences
    for link in watched:
        if _state(case, link) == State.PRESENT and said[link.id].state == State.ABSENT:
            judged = case.judged[link.id]
            hidden = f"Conditional on {profile.condition}: {profile.says} does not see it."
            case.judged[link.id] = replace(judged, presence=_with(judged.presence, hidden))


def _over_loads(link: DueBacklink, case: Case, loads: list[int]) -> Judged:
    """Sum up several loads: one that shows the target is enough."""
    seen = [index for index in loads if case.sights[index].presences[link.id].state == State.PRESENT]
    if not seen:
        return Judged(presence=case.judged[link.id].presence, seen_loads=0, loads=len(loads))
    presence = _with(case.sights[seen[0]].presences[link.id], f"Seen in {len(seen)} of {len(loads)} loads.")
    return Judged(presence=presence, sight=seen[0], seen_loads=len(seen), loads=len(loads))


def _state(case: Case, link: DueBacklink) -> State:
    return case.judged[link.id].presence.state


def _with(presence: Presence, sentence: str) -> Presence:
    return replace(presence, detail=f"{presence.detail} {sentence}")
