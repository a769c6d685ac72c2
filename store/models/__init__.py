"""The tables, in five files: what is claimed, seen, concluded, and made ahead for looking and judging."""

from store.models.base import Base
from store.models.basis import Basis, BasisPart
from store.models.claims import Backlink, Property, Report, Statement, Target
from store.models.judgements import Campaign, Finding, Review, Verdict
from store.models.looking import QueueFacet, QueueRow, Tally
from store.models.sights import Domain, Frontier, Page, Presence, Reference, TargetProfile, Visit

__all__ = [
    "Backlink",
    "Base",
    "Basis",
    "BasisPart",
    "Campaign",
    "Domain",
    "Finding",
    "Frontier",
    "Page",
    "Presence",
    "Property",
    "QueueFacet",
    "QueueRow",
    "Reference",
    "Report",
    "Review",
    "Statement",
    "Tally",
    "Target",
    "TargetProfile",
    "Verdict",
    "Visit",
]
