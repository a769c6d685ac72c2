"""Join disavow files: everything that stands in the first, and what only the others have."""

from crawler.disavow.line import Line
from crawler.disavow.text import read_text
from evidence.addresses.hosts import is_public_suffix


def merge(base: bytes, *others: bytes) -> str:
    """The first file as it stands, then what the others disavow beyond it, with their comments.

    Lines of `base` are never changed, not even wrong ones (`lint` finds them). Lines taken over are written
    as they were meant, and only as comments where they name a public suffix. The same files always give the
    same text.
    """
    first = read_text(base)
    known = set(first.entries)
    domains = {entry.value for entry in known if entry.is_domain}
    merged = [line.text for line in first.lines]
    for other in others:
        comments: list[str] = []
        for line in read_text(other).lines:
            comments = _comments(comments, line)
            for entry in line.entries:
                if entry in known or entry.is_covered_by(domains):
                    continue
                known.add(entry)
                is_harmful = entry.is_domain and is_public_suffix(entry.value)
                if entry.is_domain and not is_harmful:
                    domains.add(entry.value)
                merged += [*comments, f"# {entry.text}" if is_harmful else entry.text]
                comments = []
    return "".join(f"{line}\n" for line in merged)


def _comments(above: list[str], line: Line) -> list[str]:
    """The comments that stand directly above the next entry; a blank line ends them."""
    if line.comment:
        return [*above, line.comment]
    return above if line.entries else []
