"""Where visible text names the property: its addresses, its host names, its brands (level L9)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import ada_url

MAX_NAMES = 100
"""Names found in one text."""

_BEFORE = re.compile(r"(?:https?://)?(?:[\w-]{1,63}\.){0,8}\Z", re.IGNORECASE)
_AFTER = re.compile(r"(?::\d{1,5})?(?:/[^\s<>\"'`|\\^{}]{0,2000})?")
_TRAILING = ".,;:!?)]}»”\u2019"
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Name:
    """One name in a text; offsets in code points."""

    start: int
    end: int
    is_address: bool
    """Whether it is a host or URL; else it is a brand."""


class Names:
    """Finds host names (with the URL around them), asset prefixes and brands in text."""

    def __init__(self, *, hosts: Iterable[str], prefixes: Iterable[str], brands: Iterable[str]) -> None:
        own = sorted({name for host in hosts if host for name in (host, readable_host(host))})
        brands = [brand for brand in brands if brand.strip()]
        prefixes = list(prefixes)
        self._needles = tuple(
            text.lower() for text in (*own, *prefixes, *(brand.split()[0] for brand in brands))
        )
        addresses = [rf"{re.escape(prefix)}(?![\w-])" for prefix in prefixes]
        addresses += [rf"{re.escape(name)}(?!\.?[\w-])" for name in own]
        parts = [rf"(?P<address>(?<![\w-])(?:{'|'.join(addresses)}))", *map(_brand, brands)]
        self._pattern = re.compile("|".join(parts), re.IGNORECASE)

    def find(self, text: str) -> Iterator[Name]:
        """Find names that do not overlap, in text order, at most 100."""
        lowered = text.lower()
        if not any(needle in lowered for needle in self._needles):
            return
        end = count = 0
        for match in self._pattern.finditer(text):
            if match.start() < end:
                continue
            name = (
                _whole_address(text, match, end)
                if match["address"]
                else Name(*match.span(), is_address=False)
            )
            end = name.end
            yield name
            count += 1
            if count == MAX_NAMES:
                return


def readable_host(host: str) -> str:
    """Write an A-label host in the letters that people use."""
    return str(ada_url.idna_to_unicode(host))


def _whole_address(text: str, match: re.Match[str], floor: int) -> Name:
    """Take in the scheme and subdomains before a host, and the path behind it."""
    start, end = match.span()
    before = _BEFORE.search(text, max(floor, start - 300), start)
    after = _AFTER.match(text, end)
    start = before.start() if before else start
    whole = text[start : after.end() if after else end]
    return Name(start, start + max(len(whole.rstrip(_TRAILING)), end - start), is_address=True)


def _brand(name: str) -> str:
    """Match a brand at word boundaries, which scripts without spaces do not have."""
    words = r"\s+".join(re.escape(word) for word in name.split())
    return words if _UNSPACED.search(name) else rf"(?<!\w){words}(?!\w)"
