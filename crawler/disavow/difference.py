"""What uploading one disavow file in place of another would change; an upload replaces everything."""

from dataclasses import dataclass

from crawler.disavow.entry import Entry
from crawler.disavow.text import read_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two files compared by what they disavow, whatever their order, comments and spelling."""

    added: tuple[Entry, ...]
    """Disavowed by the new file alone, in its order."""
    removed: tuple[Entry, ...]
    """Disavowed by the old file alone, in its order: their links would count again."""
    regrouped: tuple[Entry, ...]
    """Lines of one file alone that a `domain:` line of the other covers: nothing changes for them."""
    kept_count: int
    """Entries of both files."""


def diff(old: bytes, new: bytes) -> Difference:
    """Compare two disavow files."""
    before, after = read_text(old).entries, read_text(new).entries
    old_domains = {entry.value for entry in before if entry.is_domain}
    new_domains = {entry.value for entry in after if entry.is_domain}
    was, will = set(before), set(after)
    gone = [entry for entry in before if entry not in will]
    come = [entry for entry in after if entry not in was]
    return Difference(
        added=tuple(entry for entry in come if not entry.is_covered_by(old_domains)),
        removed=tuple(entry for entry in gone if not entry.is_covered_by(new_domains)),
        regrouped=tuple(
            entry
            for entries, domains in ((gone, new_domains), (come, old_domains))
            for entry in entries
            if entry.is_covered_by(domains)
        ),
        kept_count=len(before) - len(gone),
    )
