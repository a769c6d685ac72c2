"""Where visitors write: their pictures are off topic by nature."""

VISITORS = "comment"
"""The place of a reference among comments (`evidence.model.Place`)."""
VISITORS_ADDRESS = (
    r"(?i)[/.](?:forums?|foro|threads?|viewtopic|showthread|topics?|boards?|discussions?|community|guestbook)"
    r"(?:[/.?-]|$)"
)
"""Addresses that forum software gives (phpBB, vBulletin, XenForo, Discourse, WoltLab)."""
