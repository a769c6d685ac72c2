"""The candidates of `srcset` and `imagesrcset`, by the algorithm of the HTML standard, section 4.8.4.2.

turbohtml splits the attribute too, but neither keeps commas in parentheses together nor drops candidates
whose descriptors a browser refuses.
"""

import re

MAX_CANDIDATES = 200
"""Candidates kept of one attribute."""

_URL = re.compile(r"[\s,]*([^\s]+)")
_DESCRIPTORS = re.compile(r"(?:[^,(]|\([^)]*(?:\)|\Z))*")
_VALID = re.compile(
    r"[1-9]\d*w(?: [1-9]\d*h)?|[1-9]\d*h [1-9]\d*w|(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?x|", re.IGNORECASE
)


def candidates(srcset: str) -> list[str]:
    """List the URLs that a browser would choose from, as written, at most 200.

    A comma ends a URL only where white space or the end follows; candidates with descriptors that the
    standard refuses are dropped.
    """
    found: list[str] = []
    position = 0
    while len(found) < MAX_CANDIDATES and (match := _URL.match(srcset, position)):
        url, position = match[1].rstrip(","), match.end()
        if url != match[1]:
            found.append(url)
            continue
        descriptors = _DESCRIPTORS.match(srcset, position)
        if descriptors:
            position = descriptors.end()
            if not _VALID.fullmatch(" ".join(descriptors[0].split())):
                continue
        found.append(url)
    return [url for url in found if url]
