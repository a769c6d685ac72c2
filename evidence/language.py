"""The language of a text, detected."""

from py3langid import classify

SHORTEST = 20
"""Letters below which a guess would be one."""
MOST = 4_000
"""Characters looked at."""


def detect(text: str) -> str:
    """Return the ISO 639-1 code of the text; empty when it is too short to say."""
    sample = text[:MOST]
    if sum(map(str.isalpha, sample[:200])) < SHORTEST:
        return ""
    language, _ = classify(sample)
    return str(language)
