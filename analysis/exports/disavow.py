"""A draft of a disavow file for Google: one line per spam domain, host or URL, its evidence above it.

Follows Google's published format: UTF-8, `domain:` or an absolute URL a line, `#` comments, at most 100,000
lines and 2 MB, URLs up to 2,048 characters (support.google.com/webmasters/answer/2648487).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from analysis.cases.dossier import Dossier
from analysis.export import Export
from analysis.verdicts.acting import Act, ActLevel, act_on
from evidence.addresses.hosts import public_suffix, registrable_domain
from evidence.errors import LinkwitnessError

MAX_LINES = 100_000
MAX_BYTES = 2_000_000
MAX_URL = 2_048
COMMENT_LENGTH = 200
COMMENT_URL_LENGTH = 90
"""Of a long address only its beginning, so that the reason still stands beside it."""
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")
"""Whatever could start a new line or hide text in an editor."""


class DisavowTooLongError(LinkwitnessError):
    """There are more lines than Google takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the file with its evidence."""

    act: Act
    evidence: str

    @property
    def line(self) -> str:
        """Return the line as Google reads it."""
        whole = self.act.level in {ActLevel.DOMAIN, ActLevel.HOST}
        return f"domain:{self.act.subject}" if whole else self.act.subject


def write(dossier: Dossier, path: Path) -> None:
    """Write the draft.

    Raises:
        DisavowTooLongError: more lines than Google takes, even without comments.
    """
    path.write_bytes(text(dossier).encode())


def text(dossier: Dossier) -> str:
    """Return the draft; comments are left out where they would make it longer than Google takes."""
    found = entries(dossier)
    whole = "\n".join([*_head(dossier, len(found)), *_with_comments(found)]) + "\n"
    if _fits(whole):
        return whole
    bare = "".join(f"{entry.line}\n" for entry in found)
    check_length(bare)
    return bare


def with_evidence(dossier: Dossier) -> str:
    """Return the lines alone, each below its evidence, for adding to a file in force."""
    return "".join(f"{line}\n" for line in _with_comments(entries(dossier)))


def check_length(text: str) -> None:
    """Refuse a file that Google would refuse.

    Raises:
        DisavowTooLongError: it is longer than Google takes.
    """
    if not _fits(text):
        lines = text.count("\n")
        raise DisavowTooLongError(
            f"{lines:,} lines are more than Google takes ({MAX_LINES:,} lines, 2 MB); review the "
            "largest domains first and export again"
        )


def _fits(text: str) -> bool:
    return len(text.encode()) <= MAX_BYTES and text.count("\n") <= MAX_LINES


def entries(dossier: Dossier) -> list[Entry]:
    """Return the lines in order: domains first, then URLs; each thing once; reviews win over verdicts."""
    machine = (pl.col("review") != "benign") & (pl.col("page_verdict") == "spam")
    spam = dossier.backlinks.filter((pl.col("review") == "spam") | machine).unique(
        "page_url", maintain_order=True
    )
    found: dict[str, Entry] = {}
    for row in spam.iter_rows(named=True):
        if not _may_be_named(row["page_url"], row["host"], dossier.protected):
            continue
        act = act_on(
            row["page_url"].partition("#")[0],
            row["host"],
            domain_is_spam=row["domain_verdict"] == "spam",
            level=row["review_level"] if row["review"] == "spam" else "",
        )
        why = "decided by a person" if row["review"] == "spam" else row["verdict_reason"]
        entry = Entry(act=act, evidence=f"{_comment(row['page_url'], COMMENT_URL_LENGTH)}: {why}")
        found.setdefault(entry.line, entry)
    covered = {entry.act.subject for entry in found.values() if entry.act.level == ActLevel.DOMAIN}
    kept = [entry for entry in found.values() if not _is_covered(entry, covered)]
    return sorted(kept, key=lambda entry: (entry.act.level == ActLevel.URL, entry.line))


def _may_be_named(url: str, host: str, protected: frozenset[str]) -> bool:
    """Say whether a page may appear: not own or trusted, no bare address, nothing Google cannot read."""
    plain = url.partition("#")[0]
    readable = len(plain) <= MAX_URL and plain.isascii() and not re.search(r"\s", plain)
    return readable and bool(public_suffix(host)) and registrable_domain(host) not in protected


def _is_covered(entry: Entry, domains: set[str]) -> bool:
    if entry.act.level == ActLevel.DOMAIN:
        return False
    host = (
        entry.act.subject.split("/")[2].partition(":")[0] if "://" in entry.act.subject else entry.act.subject
    )
    return registrable_domain(host) in domains


def _head(dossier: Dossier, lines: int) -> list[str]:
    return [
        f"# Disavow draft, {_comment(dossier.property_name)}: {lines} lines.",
        "# Search engines say they ignore such links: upload this only with a manual action against you.",
        "# An upload replaces the file in force.",
    ]


def _with_comments(found: list[Entry]) -> Iterator[str]:
    for entry in found:
        yield f"# {_comment(entry.evidence)}"
        yield entry.line


def _comment(text: str, most: int = COMMENT_LENGTH) -> str:
    safe = _UNSAFE.sub(" ", text)
    if len(safe) <= most:
        return safe
    cut = safe[: most - 2]
    return f"{cut.rpartition(' ')[0] or cut} …"


EXPORT = Export(id="disavow", title="Disavow draft", file_name="disavow.txt", write=write)
