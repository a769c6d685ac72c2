"""The disavow file in force, continued: kept as it stands, added to with evidence, never shortened."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from analysis.cases.dossier import Dossier
from analysis.exports.disavow import check_length, with_evidence
from crawler.disavow.difference import diff
from crawler.disavow.entry import Entry
from crawler.disavow.merging import merge
from crawler.disavow.text import read_text
from evidence.addresses.urls import normal_form


@dataclass(frozen=True, slots=True, kw_only=True)
class Continued:
    """What an upload in place of the file in force would hold."""

    text: str
    added: tuple[Entry, ...]
    removable: tuple[tuple[Entry, int], ...]
    """Entries of the file in force whose reported links, so many, are all absent; in the file's order."""
    unreported: int
    """Entries of which no imported report names a page: nothing can be said about them."""


def continued(base: bytes, dossier: Dossier) -> Continued:
    """Add what the conclusions call spam to a file in force, and say which of its lines are done with.

    The same file and the same store give the same text.

    Raises:
        analysis.exports.disavow.DisavowTooLongError: the whole is longer than Google takes.
    """
    text = merge(base, with_evidence(dossier).encode())
    check_length(text)
    entries = read_text(base).entries
    wanted = read_text(with_evidence(dossier).encode()).entries
    seen = _seen(entries, dossier)
    return Continued(
        text=text,
        added=diff(base, text.encode()).added,
        removable=tuple(
            (entry, seen[entry]["absent"])
            for entry in entries
            if set(seen[entry]) == {"absent"} and not _is_wanted(entry, wanted)
        ),
        unreported=sum(not seen[entry] for entry in entries),
    )


def continue_file(base: Path, dossier: Dossier, path: Path) -> Continued:
    """Write the continued file; `base` itself is never changed unless it is `path`."""
    found = continued(base.read_bytes(), dossier)
    path.write_bytes(found.text.encode())
    return found


def _seen(entries: tuple[Entry, ...], dossier: Dossier) -> defaultdict[Entry, Counter[str]]:
    """Count, for each entry, the presences of the backlinks that it disavows."""
    domains = {entry.value: entry for entry in entries if entry.is_domain}
    pages = {normal_form(entry.value): entry for entry in entries if not entry.is_domain}
    seen: defaultdict[Entry, Counter[str]] = defaultdict(Counter)
    for url, host, presence in dossier.backlinks.select("page_url", "host", "presence").iter_rows():
        for above in _upwards(host):
            if above in domains:
                seen[domains[above]][presence] += 1
        if pages and (entry := pages.get(normal_form(url))):
            seen[entry][presence] += 1
    return seen


def _upwards(host: str) -> Iterator[str]:
    """Yield the host and every domain above it."""
    while host:
        yield host
        host = host.partition(".")[2]


def _is_wanted(entry: Entry, wanted: tuple[Entry, ...]) -> bool:
    """Say whether the conclusions call something spam that the entry disavows."""
    return entry in wanted or (entry.is_domain and any(one.is_covered_by({entry.value}) for one in wanted))
