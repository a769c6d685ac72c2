"""Where visitors write: their pictures are off topic by nature."""

VISITORS = "comment"
"""The place of a reference among comments (`evidence.model.Place`)."""
VISITORS_ADDRESS = (
    r"(?i)[/.](?:forums?|foro|threads?|viewtopic|showthread|topics?|boards?|discussions?|community|guestbook)"
    r"(?:[/.?-]|$)"
    r"|/t/[^/?#]*[^\d/?#][^/?#]*/\d+(?:[/?#]|$)|/d/\d+-|/r/\w+/comments/|[?&;](?:topic|showtopic|tid|thread_?id)=\d"
)
"""Addresses that forum software gives: phpBB, vBulletin, XenForo and WoltLab, then Discourse, Flarum, Reddit,
and in the query SMF, Invision and MyBB."""
