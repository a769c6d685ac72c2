"""Which level to act on, and what to advise: by the Public Suffix List, and slow to act."""

from dataclasses import dataclass
from enum import StrEnum

from evidence.addresses.hosts import is_public_suffix, public_suffix, registrable_domain


class ActLevel(StrEnum):
    """What a line of a disavow file would cover."""

    URL = "url"
    HOST = "host"
    DOMAIN = "domain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """The widest honest thing to act on."""

    level: ActLevel
    subject: str
    """A URL, a host or a registrable domain."""


def act_on(url: str, host: str, *, domain_is_spam: bool, level: str = "") -> Act:
    """Return what to act on for a spam page of a host.

    The registrable domain where the domain as a whole is spam, else the URL alone; a person may have said
    `level` instead. A host that is an address, or that belongs to everybody (a public suffix), is never
    named whole.
    """
    wanted = ActLevel(level) if level else ActLevel.DOMAIN if domain_is_spam else ActLevel.URL
    domain = registrable_domain(host)
    whole = {ActLevel.DOMAIN: domain, ActLevel.HOST: host}.get(wanted)
    if whole is None or not public_suffix(host) or is_public_suffix(whole):
        return Act(level=ActLevel.URL, subject=url)
    return Act(level=wanted, subject=whole)


NO_ACTION = "No action: search engines say they ignore such links."


def advice(state: str, *, flagged: bool, closed: bool, act: Act | None) -> str:
    """Return what a person may do; doing nothing stands first."""
    if closed:
        return "No action: the page is gone."
    if state == "spam" and act is not None:
        return (
            f"{NO_ACTION} With a manual action against you, or for your peace of mind, a disavow line for "
            f"this {act.level} is in the draft: {act.subject}"
        )
    if flagged:
        return "Look at the quotes and decide; until then no action."
    return "No action."
