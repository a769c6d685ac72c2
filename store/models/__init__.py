"""The tables, in four files: what is claimed, seen, concluded, and made ahead for looking."""

from store.models.base import Base
from store.models.claims import Backlink, Property, Report, Statement, Target
from store.models.judgements import Campaign, CampaignPage, Finding, Review, Verdict
from store.models.looking import QueueFacet, QueueRow, Tally
from store.models.sights import Domain, Frontier, Page, Presence, Reference, TargetProfile, Visit

__all__ = [
    "Backlink",
    "Base",
    "Campaign",
    "CampaignPage",
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
