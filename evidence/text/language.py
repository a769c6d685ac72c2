"""The language of a text, by py3langid (Lui and Baldwin, "langid.py", 2012)."""

import re

import py3langid

OF_LARGER = {
    "arz": "ar", "ary": "ar", "yue": "zh", "wuu": "zh", "hbo": "he", "grc": "el", "gug": "gn", "uzs": "uz",
    "sdh": "ku", "fuv": "ff", "kik": "ki", "zxx": "",
}  # fmt: skip
"""What the classifier tells apart and pages do not declare, by the language of ISO 639-1 that it is of."""
ALIKE = {
    "nb": "no", "nn": "no", "bs": "sr", "hr": "sr", "sh": "sr", "iw": "he", "in": "id", "ji": "yi",
    "mo": "ro", "cmn": "zh", "fil": "tl",
}  # fmt: skip
"""Further names of one language, older ones too, and written languages that are too near to be told apart."""
MAX_CHARACTERS = 600
"""Characters that are looked at, from the middle of the text, where menus have ended."""
MIN_LETTERS = 24
"""Letters below which nothing is said; letters of scripts without spaces count four times."""

_DENSE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def detect(text: str) -> str:
    """Say the code of the text's language, ISO 639-1 where it has one; empty when it is too short to say."""
    start = max(0, (len(text) - MAX_CHARACTERS) // 2)
    sample = text[start : start + MAX_CHARACTERS]
    letters = sum(map(str.isalpha, sample))
    if letters < MIN_LETTERS and letters + 3 * len(_DENSE.findall(sample)) < MIN_LETTERS:
        return ""
    language, _ = py3langid.classify(sample)
    return OF_LARGER.get(str(language), str(language))


def is_other(declared: str, detected: str) -> bool:
    """Say whether two primary subtags name different languages; an empty one names none."""
    one, other = (ALIKE.get(name, OF_LARGER.get(name, name)) for name in (declared, detected))
    return bool(one and other) and one != other
