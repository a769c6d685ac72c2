"""The door of the evidence room: bytes, headers and a URL in, a frozen `PageEvidence` out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import turbohtml

from evidence.addresses.hosts import host_of
from evidence.addresses.matching import Matcher
from evidence.carriers.backgrounds import backgrounds
from evidence.carriers.finds import references
from evidence.carriers.from_spots import KEPT_ELEMENTS, carriers
from evidence.carriers.link_density import LinkDensity
from evidence.carriers.own_frames import own_frames
from evidence.carriers.second_reading import second_reading
from evidence.carriers.source import PAGE_INSIDE, Source
from evidence.model import EVIDENCE_VERSION, Carrier, PageEvidence, Reference, Visibility
from evidence.page.belonging import not_belonging
from evidence.page.link_runs import run_traits
from evidence.page.media import media_type
from evidence.page.page_facts import PageFacts, page_facts
from evidence.page.summing import Sizes, host_counts, measures
from evidence.page.trackers import tracker_ids
from evidence.page.traits import traits
from evidence.page.xml import as_html
from evidence.property import Property, Target
from evidence.seen import Seen
from evidence.text.counting import frequent_words
from evidence.text.encoding import declared_encoding, decode
from evidence.text.fingerprints import simhash, template_hash
from evidence.text.language import detect
from evidence.text.windows import Words
from evidence.visibility.declared_hiding import telling
from evidence.visibility.fading import Fading
from evidence.visibility.looks import Looks
from evidence.visibility.script_hiding import ScriptHiding
from evidence.visibility.styles import Styles
from evidence.walk import Walk

READ_AGAIN = frozenset({Visibility.INERT, Visibility.METADATA})


def extract(
    body: bytes,
    *,
    url: str,
    headers: Mapping[str, str],
    property: Property,
    targets: Sequence[Target] = (),
    truncated: bool = False,
) -> PageEvidence:
    """Read one response body.

    Args:
        body: the decoded bytes, as far as they were kept.
        url: where they came from, after redirects.
        headers: of the response, names in lower case.
        property: whose references to look for.
        targets: the URLs that reports say this page links to.
        truncated: whether the body was cut.
    """
    matcher = Matcher(property, targets)
    reading = _read(body, url, headers, matcher)
    if truncated:
        reading.seen.limits.append("truncated")
    return _evidence(reading, body, url, matcher)


@dataclass(slots=True, kw_only=True)
class _Reading:
    """What one parser made of a body."""

    media_type: str
    encoding: str
    facts: PageFacts
    seen: Seen
    words: Words
    carriers: list[Carrier]
    frames: tuple[Carrier, ...] = ()
    source: Source


def _read(body: bytes, url: str, headers: Mapping[str, str], matcher: Matcher) -> _Reading:
    kind = media_type(body, headers)
    encoding = declared_encoding(body, headers.get("content-type", ""))
    rewritten = as_html(body) if kind == "xml" else None
    if kind == "html" or rewritten is not None:
        document = _parsed(rewritten if rewritten is not None else body, encoding)
        facts = page_facts(document, url, headers)
        styles = Styles(document, telling)
        looks = Looks(styles, Fading(document, styles))
        seen = Walk(looks, backgrounds(document, styles, matcher)).over(document)
        encoding = encoding or (document.encoding or "utf-8").lower()
        words = Words.of(seen.text)
        hiding = ScriptHiding(document, styles)
        found = list(
            carriers(seen, words, base_url=facts.base_url, matcher=matcher, styles=styles, scripts=hiding)
        )
        frames = own_frames(seen.spots, url=url, base_url=facts.base_url, styles=styles)
        if styles.is_cut:
            seen.limits.append("style-budget")
        return _Reading(
            media_type=kind,
            encoding=encoding,
            facts=facts,
            seen=seen,
            words=words,
            carriers=found,
            frames=frames,
            source=Source.of(decode(body, encoding)),
        )
    facts = page_facts(turbohtml.parse(""), url, headers)
    seen = Seen()
    if kind == "text":
        seen.text = " ".join(decode(body, encoding or "utf-8").split())
        seen.inert.append(("#text", seen.text))
    return _Reading(
        media_type=kind,
        encoding=encoding or "utf-8",
        facts=facts,
        seen=seen,
        words=Words.of(seen.text),
        carriers=[],
        source=Source.of(""),
    )


def _parsed(page: str | bytes, encoding: str) -> turbohtml.Document:
    if isinstance(page, str):
        return turbohtml.parse(page, positions=False)
    return turbohtml.parse(page, encoding=encoding or None, positions=False)


def _evidence(reading: _Reading, body: bytes, url: str, matcher: Matcher) -> PageEvidence:
    facts, seen, words = reading.facts, reading.seen, reading.words
    linked = LinkDensity(words.starts, words.ends, seen.link_words)
    found = _references(reading, body, matcher, linked)
    language = detect(seen.text)
    heading = seen.headings[0] if seen.headings else ""
    counts = Counter(words.all)
    sizes = Sizes(
        words=words, counts=counts, linked=linked.words, title=facts.title, heading=heading,
        url=url, language=language, source=len(reading.source.text),
    )  # fmt: skip
    hosts = host_counts(reading.carriers, host_of(url))
    return PageEvidence(
        version=EVIDENCE_VERSION,
        url=url,
        base_url=facts.base_url,
        media_type=reading.media_type,
        encoding=reading.encoding,
        title=facts.title,
        h1=heading[:1000],
        language_declared=facts.language_declared,
        language_detected=language,
        canonical=facts.canonical,
        robots=facts.robots,
        refresh=facts.refresh,
        text=seen.text,
        carriers=tuple(one for one in reading.carriers if one.element in KEPT_ELEMENTS),
        frames=reading.frames,
        references=found,
        hosts=hosts,
        frequent_words=frequent_words(counts, language),
        simhash=simhash(words.all),
        template_hash=template_hash(seen.paths),
        trackers=tracker_ids(reading.source),
        traits=_traits(reading, found, url, heading, language),
        measures=measures(sizes, reading.carriers, hosts),
        has_scripts=any(element == "script" for element, _ in seen.inert),
        limits=tuple(seen.limits),
    )


def _references(
    reading: _Reading, body: bytes, matcher: Matcher, linked: LinkDensity
) -> tuple[Reference, ...]:
    """Find the property on the page; read it again where no reader of the page would have found it.

    What some bytes of a file happen to spell, no reader sees.
    """
    if reading.media_type == "other":
        return ()
    is_named = reading.media_type != "html" or matcher.may_be_in(reading.source)
    inert = reading.seen.inert if is_named or PAGE_INSIDE in reading.source.hits else ()
    finds = references(reading.carriers, matcher, reading.words, inert, reading.facts.base_url)
    found = _placed(finds, linked)
    if is_named and all(one.carrier.visibility in READ_AGAIN for one in found):
        return _with_second_reading(found, reading, body, matcher)
    return found


def _traits(
    reading: _Reading, found: tuple[Reference, ...], url: str, heading: str, language: str
) -> tuple[str, ...]:
    """Say what kits leave on pages, in what the page seems not to be of its host, and our links' company."""
    facts, text = reading.facts, reading.seen.text
    kit = traits(
        source=reading.source,
        text=text,
        title=facts.title,
        h1=heading,
        url=url,
        carriers=reading.carriers,
        fields=facts.fields,
        language=language,
    )
    foreign = not_belonging(
        text=f"{facts.title} {text}",
        words=len(reading.words.all),
        declared=facts.language_declared,
        detected=language,
        url=url,
    )
    company = run_traits(references=found, carriers=reading.carriers, text=text, url=url)
    return tuple(sorted({*kit, *foreign, *company}))


def _placed(found: Iterable[Reference], linked: LinkDensity) -> tuple[Reference, ...]:
    """Say of every find that stands in the text how much of the text around it is links."""
    return tuple(
        replace(one, link_density=linked.around(one.carrier.left.end, one.carrier.right.start))
        if one.carrier.left.words or one.carrier.right.words
        else one
        for one in found
    )


def _with_second_reading(
    found: tuple[Reference, ...], reading: _Reading, body: bytes, matcher: Matcher
) -> tuple[Reference, ...]:
    known = {one.resolved for one in found}
    again = second_reading(body, encoding=reading.encoding, base_url=reading.facts.base_url, matcher=matcher)
    return found + tuple(one for one in again if one.resolved not in known)
