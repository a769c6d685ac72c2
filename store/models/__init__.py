"""The tables, in three files: what is claimed, what was seen, what is concluded."""

from store.models.base import Base
from store.models.claims import Backlink, Property, Report, Statement, Target
from store.models.judgements import Campaign, CampaignPage, Finding, Review, Verdict
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
    "Reference",
    "Report",
    "Review",
    "Statement",
    "Target",
    "TargetProfile",
    "Verdict",
    "Visit",
]
