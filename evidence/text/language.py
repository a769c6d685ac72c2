"""The language of a text, by py3langid (Lui and Baldwin, "langid.py", 2012)."""

import re

import py3langid

MAX_CHARACTERS = 600
"""Characters that are looked at, from the middle of the text, where menus have ended."""
MIN_LETTERS = 24
"""Letters below which nothing is said; letters of scripts without spaces count four times."""

_DENSE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def detect(text: str) -> str:
    """Say the ISO 639-1 code of the text's language; empty when it is too short to say."""
    start = max(0, (len(text) - MAX_CHARACTERS) // 2)
    sample = text[start : start + MAX_CHARACTERS]
    letters = sum(map(str.isalpha, sample))
    if letters < MIN_LETTERS and letters + 3 * len(_DENSE.findall(sample)) < MIN_LETTERS:
        return ""
    language, _ = py3langid.classify(sample)
    return str(language)
