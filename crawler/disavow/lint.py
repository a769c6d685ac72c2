"""What is wrong with a disavow file, line by line, with the lines that would be right."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from crawler.disavow import rules
from crawler.disavow.entry import Entry
from crawler.disavow.line import Line
from crawler.disavow.rules import Rule
from crawler.disavow.text import DisavowText, read_text
from evidence.addresses.hosts import is_public_suffix, registrable_domain

MAX_BYTES: Final = 2 * 1024 * 1024
MAX_LINES: Final = 100_000
HARMFUL: Final = (rules.OWN_DOMAIN, rules.PUBLIC_SUFFIX)
"""Entries that the corrected file keeps as comments only."""
NEEDLESS: Final = (rules.DUPLICATE, rules.COVERED)
"""Entries that the corrected file leaves out."""
CHANGING: Final = (*HARMFUL, *NEEDLESS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One line, or the file as a whole, against one rule."""

    line: int
    """From 1; 0 for the file as a whole."""
    rule: Rule
    text: str
    """The line as it stands, at most 200 characters."""
    proposal: tuple[str, ...]
    """The lines to write in its place; the line itself where nothing needs to change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lint:
    """A file, judged."""

    problems: tuple[Problem, ...]
    """By line."""
    entry_count: int
    """Entries that were understood, doubles included."""
    corrected: str
    """The file with every proposal taken; correcting it again changes nothing."""


def lint(data: bytes, *, own_domains: Collection[str] = ()) -> Lint:
    """Judge a disavow file.

    Args:
        data: The file's bytes, in whatever encoding.
        own_domains: Domains of the property and its sister sites, which must not be disavowed.
    """
    text = read_text(data)
    problems = [Problem(line=0, rule=rule, text="", proposal=()) for rule in _whole(data, text)]
    domains = {entry.value for line in text.lines for entry in line.entries if entry.is_domain}
    own = {registrable_domain(domain) for domain in own_domains}
    effective = {domain for domain in domains if not _harm(domain, own)}
    known: set[Entry] = set()
    corrected: list[str] = []
    for number, line in enumerate(text.lines, start=1):
        effects = [(entry, _effect(entry, own, effective, known)) for entry in line.entries]
        proposal = _proposal(line, effects)
        corrected += proposal
        problems += [
            Problem(line=number, rule=rule, text=line.text[:200], proposal=proposal)
            for rule in (*line.flaws, *(rule for _, rule in effects))
            if rule
        ]
    return Lint(
        problems=tuple(problems),
        entry_count=sum(len(line.entries) for line in text.lines),
        corrected="".join(f"{line}\n" for line in corrected),
    )


def _whole(data: bytes, text: DisavowText) -> list[Rule]:
    """Rules that the file as a whole breaks."""
    checks = {
        rules.BYTE_ORDER_MARK: text.encoding == "utf-8-sig",
        rules.ENCODING: text.encoding not in {"utf-8", "utf-8-sig"},
        rules.LINE_ENDS: text.has_lone_carriage_returns,
        rules.TOO_LARGE: len(data) > MAX_BYTES,
        rules.TOO_MANY_LINES: len(text.lines) > MAX_LINES,
        rules.NO_ENTRY: not any(line.entries for line in text.lines),
    }
    return [rule for rule, is_broken in checks.items() if is_broken]


def _effect(entry: Entry, own: set[str], domains: set[str], known: set[Entry]) -> Rule | None:
    """What is wrong with what an entry would do; notes the entry as `known`."""
    is_known = entry in known
    known.add(entry)
    if entry.is_domain and (harm := _harm(entry.value, own)):
        return harm
    if not entry.is_domain and registrable_domain(entry.host) in own:
        return rules.OWN_DOMAIN
    if is_known:
        return rules.DUPLICATE
    if entry.is_covered_by(domains):
        return rules.COVERED
    if entry.is_domain and entry.value == f"www.{registrable_domain(entry.value)}":
        return rules.WWW_ONLY
    is_home_page = not entry.is_domain and entry.value.count("/") == 3 and entry.value.endswith("/")
    return rules.HOME_PAGE_ONLY if is_home_page else None


def _harm(domain: str, own: set[str]) -> Rule | None:
    """The rule against disavowing a domain."""
    if registrable_domain(domain) in own:
        return rules.OWN_DOMAIN
    return rules.PUBLIC_SUFFIX if is_public_suffix(domain) else None


def _proposal(line: Line, effects: list[tuple[Entry, Rule | None]]) -> tuple[str, ...]:
    """The lines that should stand in the place of a line."""
    if not line.flaws and not any(rule in CHANGING for _, rule in effects):
        return (line.text,)
    if not line.entries and (not line.comment or rules.NOT_AN_ENTRY in line.flaws):
        return (f"# {line.text.strip()}",)
    lines = [line.comment] if line.comment else []
    for entry, rule in effects:
        if rule in HARMFUL:
            lines.append(f"# {entry.text}")
        elif rule not in NEEDLESS:
            lines.append(entry.text)
    return tuple(lines)
