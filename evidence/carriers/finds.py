"""From carriers to references: which places of a page have to do with the property."""

from collections.abc import Sequence

from evidence.addresses.matching import Match, Matcher
from evidence.addresses.urls import normal_form, resolve
from evidence.carriers import css_urls, escaped, structured
from evidence.model import Carrier, Kind, Level, Reference, Visibility
from evidence.text.windows import Words

READERS = {"ld+json": structured.urls, "style": css_urls.urls}
"""How addresses are written where; elsewhere they are looked for as in any text."""
MOST = 500
"""References kept of one page."""
CLEAREST = (
    Visibility.VISIBLE,
    Visibility.LAZY,
    Visibility.COLLAPSED,
    Visibility.SCREEN_READER,
    Visibility.UNOBSERVED,
    Visibility.SCRIPT_HIDDEN,
    Visibility.HIDDEN,
    Visibility.METADATA,
    Visibility.INERT,
)
"""Of several carriers of one embed, the one that a reader is most likely to see stands for the find."""
LEVELS = tuple(Level)


def references(
    carriers: Sequence[Carrier],
    matcher: Matcher,
    words: Words,
    inert: Sequence[tuple[str, str]],
    base_url: str,
) -> tuple[Reference, ...]:
    """Return every find, nearest level first, then in the order of the page."""
    is_named = matcher.may_name("\n".join([carrier.url for carrier in carriers]))
    finds = [
        _reference(carrier, match)
        for carrier in (carriers if is_named else ())
        if carrier.url and (match := matcher.match(carrier.url))
    ]
    finds += _in_scripts(inert, matcher, base_url)
    finds += _mentions(matcher, words)
    merged = _one_find_several_carriers(finds)
    return tuple(sorted(merged, key=lambda find: LEVELS.index(find.level))[:MOST])


def _in_scripts(inert: Sequence[tuple[str, str]], matcher: Matcher, base_url: str) -> list[Reference]:
    """Return the finds in text that no reader sees: comments, scripts, templates, structured data."""
    found = []
    for where, text in inert:
        if not matcher.may_name(escaped.with_letters(text)):
            continue
        for raw in READERS.get(where, escaped.urls)(text):
            url = resolve(raw, base_url)
            match = matcher.match(url) if url else None
            if url and match:
                found.append(_reference(_unseen(where, url, raw), match))
    return found


def _unseen(where: str, url: str, raw: str) -> Carrier:
    data = where in {"ld+json", "style"}
    return Carrier(
        kind=Kind.EMBED if data else Kind.MENTION,
        url=url,
        raw=raw[:2000],
        element="script" if where == "ld+json" else where,
        attribute=where if data else "",
        visibility=Visibility.METADATA if data else Visibility.INERT,
        hidden_by=f"in <{where}>" if where[0] != "#" else "in a comment",
    )


def _mentions(matcher: Matcher, words: Words) -> list[Reference]:
    return [
        Reference(
            carrier=Carrier(
                kind=Kind.MENTION,
                url="",
                raw=mention.text,
                element="#text",
                attribute="",
                anchor=mention.text,
                left=words.left_of(mention.start),
                right=words.right_of(mention.end),
            ),
            level=mention.level,
            target=mention.target,
            resolved=mention.text,
        )
        for mention in matcher.mentions(words.text)
    ]


def _reference(carrier: Carrier, match: Match) -> Reference:
    return Reference(
        carrier=carrier, level=match.level, target=match.target, resolved=match.resolved, via=match.via
    )


def _one_find_several_carriers(finds: Sequence[Reference]) -> list[Reference]:
    """Merge the embeds of one resource: a lazy image, its noscript twin, `srcset`, Open Graph."""
    groups: dict[tuple[object, ...], list[Reference]] = {}
    for number, find in enumerate(finds):
        same = find.target or normal_form(find.resolved)
        embed = find.carrier.kind is Kind.EMBED
        groups.setdefault(("embed", same) if embed else ("own", number), []).append(find)
    return [_merged(group) for group in groups.values()]


def _merged(group: list[Reference]) -> Reference:
    best = min(group, key=lambda find: (CLEAREST.index(find.carrier.visibility), LEVELS.index(find.level)))
    others = (f"{one.carrier.element}[{one.carrier.attribute}]" for one in group if one is not best)
    return Reference(
        carrier=best.carrier,
        level=min((one.level for one in group), key=LEVELS.index),
        target=best.target,
        resolved=best.resolved,
        via=best.via,
        also=tuple(dict.fromkeys(others)),
        readings=best.readings,
    )
