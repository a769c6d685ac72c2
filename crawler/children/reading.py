"""What is done with a body, in a child process with limits: decode, extract, judge.

Only small things go back: the columns of the visit, the references, what they say about each backlink, and
the whole evidence as one compressed document.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

from crawler.children.tasks import LARGE_BYTES, Read, Settling, Task, unread
from crawler.fetching.decoding import decode
from crawler.visits.image_choice import own_images
from evidence import codec
from evidence.addresses.redirects import led_there
from evidence.extract import extract
from evidence.link_list import LinkListError
from evidence.listed_page import from_link_list
from evidence.model import PageEvidence
from evidence.page.belonging import NAMES_NO_HOST, OTHER_LANGUAGE
from evidence.page.script_redirects import script_redirect
from evidence.presence import judge, needs_settling
from evidence.visited import Comparison, Fetched, Presence, State
from store.crawls.sights import Reading
from store.identity import signed

VOCABULARY_WORDS = 5_000
"""Distinct words kept for the content signals; the longest honest pages have fewer."""


def read(task: Task) -> Read:
    """Read one page, or what an archive has of it."""
    return _listed(task) if task.is_link_list else _read(task, *_decoded(task))


def read_if_small(task: Task) -> Read | None:
    """Read one page, unless it turns out to be a large one: a small body may unpack to a large one."""
    if task.is_link_list:
        return _listed(task)
    fetched, body = _decoded(task)
    return _read(task, fetched, body) if len(body) <= LARGE_BYTES else None


def _read(task: Task, fetched: Fetched, body: bytes) -> Read:
    if fetched.error:
        return unread(fetched, task.property, task.backlinks, body=body)
    targets = [link.target for link in task.backlinks if link.target is not None]
    page = extract(
        body,
        url=fetched.final_url,
        headers=task.headers,
        property=task.property,
        targets=targets,
        truncated=fetched.truncated,
    )
    led = led_there(fetched, task.property, targets)
    page = page if led is None else replace(page, references=(led,))
    presences = {
        link.id: judge(fetched, page, target=link.target, property=task.property) for link in task.backlinks
    }
    is_present = any(presence.state is State.PRESENT for presence in presences.values())
    return Read(
        fetched=fetched,
        reading=Reading(columns=columns(page), references=page.references),
        body_bytes=len(body),
        body_sha256=hashlib.sha256(body).hexdigest(),
        onward=("", "") if is_present else _onward(task, body, page),
        presences=presences,
        unsettled=tuple(id for id, presence in presences.items() if needs_settling(presence, fetched, page)),
        own_images=() if is_present else own_images(page, targets),
        frames=() if is_present else page.frames,
        is_foreign=is_present and not {OTHER_LANGUAGE, NAMES_NO_HOST}.isdisjoint(page.traits),
    )


def _listed(task: Task) -> Read:
    """Read a list of the page's links: what it lacks is not said to be absent, and nothing was received."""
    targets = [link.target for link in task.backlinks if link.target is not None]
    try:
        page = from_link_list(task.body, url=task.fetched.final_url, property=task.property, targets=targets)
    except LinkListError:
        return unread(replace(task.fetched, error="not_archived"), task.property, task.backlinks)
    return Read(
        fetched=task.fetched,
        reading=Reading(columns=columns(page), references=page.references),
        body_bytes=0,
        body_sha256="",
        onward=("", ""),
        presences={
            link.id: judge(task.fetched, page, target=link.target, property=task.property)
            for link in task.backlinks
        },
        unsettled=(),
    )


def _onward(task: Task, body: bytes, page: PageEvidence) -> tuple[str, str]:
    if page.refresh:
        return page.refresh, "refresh-header" if task.headers.get("refresh") else "meta-refresh"
    if page.media_type != "html":
        return "", ""
    url = script_redirect(body, encoding=page.encoding, page_url=page.url, base_url=page.base_url)
    return (url, "script") if url else ("", "")


def settle(task: Settling) -> Mapping[int, Presence]:
    """Judge a page again beside its host's home page and a random sibling."""
    page = codec.unpack(task.document)
    comparison = Comparison(
        home=_unpacked(task.home),
        home_fetched=None if task.home is None else task.home[0],
        sibling=_unpacked(task.sibling),
        sibling_fetched=None if task.sibling is None else task.sibling[0],
    )
    return {
        link.id: judge(task.fetched, page, target=link.target, property=task.property, comparison=comparison)
        for link in task.backlinks
    }


def columns(page: PageEvidence) -> dict[str, Any]:
    """Return the columns of a visit that come from its evidence."""
    measures = page.measures
    return {
        "title": page.title,
        "h1": page.h1,
        "language": page.language_detected or page.language_declared,
        "noindex": bool({"noindex", "none"} & set(page.robots)),
        "words": measures.words,
        "prose_words": measures.prose_words,
        "compression": measures.compression,
        "link_density": measures.link_density,
        "title_words": measures.title_words,
        "mean_word_length": measures.mean_word_length,
        "visible_share": measures.visible_share,
        "common_word_share": measures.common_word_share,
        "links": measures.links,
        "embeds": measures.embeds,
        "foreign_links": measures.foreign_links,
        "foreign_embeds": measures.foreign_embeds,
        "foreign_link_hosts": measures.foreign_link_hosts,
        "foreign_embed_hosts": measures.foreign_embed_hosts,
        "picture_hosts_named": measures.picture_hosts_named,
        "picture_hosts_fitting": measures.picture_hosts_fitting,
        "simhash": signed(page.simhash),
        "template_hash": page.template_hash,
        "vocabulary": " ".join(islice(dict.fromkeys(page.text.casefold().split()), VOCABULARY_WORDS)),
        "frequent_words": " ".join(f"{one.word}={one.count}" for one in page.frequent_words),
        "trackers": list(page.trackers),
        "traits": list(page.traits),
        "limits": list(page.limits),
        "evidence_version": page.version,
        "evidence": codec.pack(page),
    }


def _decoded(task: Task) -> tuple[Fetched, bytes]:
    decoded = decode(task.body, task.headers.get("content-encoding", ""))
    if decoded.error == "bad_encoding":
        return replace(task.fetched, error="bad_encoding"), decoded.body
    return replace(task.fetched, truncated=task.fetched.truncated or bool(decoded.error)), decoded.body


def _unpacked(seen: tuple[Fetched, bytes | None] | None) -> PageEvidence | None:
    return None if seen is None or seen[1] is None else codec.unpack(seen[1])
