"""The disavow draft, written in the background: whoever looks sees the last one at once.

It is written in a process of its own. The bulk reads behind it bring a second SQLite library along, which
would break the locks of this process's own connections (`docs/architecture.md`).
"""

import asyncio
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime

from crawler.disavow.lint import Problem, lint
from store.database import Store
from store.looks.review import Judged, judged

NICE = 10
"""How far the writing stands back: whoever looks at pages meanwhile comes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One draft with what it was written from."""

    of: Judged
    text: str
    problems: tuple[Problem, ...]
    """Published rules that it breaks."""
    refusal: str
    """Why none could be written; empty when there is one."""
    written_at: datetime


class Drafts:
    """Keeps the newest draft and begins another one as soon as verdicts or decisions are newer."""

    def __init__(self, store: Store, property_name: str) -> None:
        """Begin without a draft."""
        self._store = store
        self._property_name = property_name
        self._draft: Draft | None = None
        self._writing: asyncio.Task[None] | None = None

    async def newest(self) -> tuple[Draft | None, bool]:
        """Return the last draft, if any, and whether a newer one is being written."""
        of = await asyncio.to_thread(self._judged)
        is_old = self._draft is None or self._draft.of != of
        if is_old and self._writing is None:
            self._writing = asyncio.create_task(self._write(of))
        return self._draft, is_old

    async def current(self) -> Draft:
        """Wait for the draft that knows every verdict and decision."""
        while True:
            draft, is_old = await self.newest()
            if draft is not None and not is_old:
                return draft
            if self._writing is not None:
                await asyncio.shield(self._writing)

    def _judged(self) -> Judged:
        with self._store.read() as session:
            return judged(session, self._property_name)

    async def _write(self, of: Judged) -> None:
        spawned = multiprocessing.get_context("spawn")
        store_url = self._store.url.render_as_string(hide_password=False)
        try:
            with ProcessPoolExecutor(1, mp_context=spawned, initializer=os.nice, initargs=(NICE,)) as process:
                self._draft = await asyncio.get_running_loop().run_in_executor(
                    process, _written, store_url, self._property_name, of
                )
        finally:
            self._writing = None


def _written(store_url: str, property_name: str, of: Judged) -> Draft:
    from analysis.cases.gathering import dossier
    from analysis.exports.disavow import DisavowTooLongError, text
    from store.database import open_store

    store = open_store(store_url)
    now = datetime.now(UTC)
    written, refusal = "", ""
    try:
        written = text(dossier(store, property_name, now=now, with_cases=False))
    except DisavowTooLongError as error:
        refusal = str(error)
    finally:
        store.close()
    problems = tuple(lint(written.encode()).problems)
    return Draft(of=of, text=written, problems=problems, refusal=refusal, written_at=now)
