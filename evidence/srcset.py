"""The candidates of a `srcset` attribute, by the algorithm of the HTML standard (4.8.4.2.2).

Its point is the comma: part of a URL inside, a separator only at the end of one or after its descriptor.
"""

import re

CANDIDATE = re.compile(r"[\s,]*(?P<url>[^\s]+)(?P<descriptors>(?:[^,(]|\([^)]*\)?)*),?")


def candidates(value: str) -> list[str]:
    """Return the URLs in order; descriptors are passed over."""
    found = []
    at = 0
    while match := CANDIDATE.match(value, at):
        url = match["url"]
        if url.endswith(","):
            at = match.end("url")
            url = url.rstrip(",")
        else:
            at = match.end()
        if url:
            found.append(url)
    return found
