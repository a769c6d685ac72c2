"""Throw damaged pages at the extractor and see that it neither falls over nor hangs nor lies.

    python -m eval.fuzz [--inputs 1000000] [--seed 1]

The seeds are the demonstration web's own pages; a seeded mutator cuts, repeats, crosses and poisons them, so
every failure can be made again from its number.
"""

import argparse
import os
import random
import signal
import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from types import FrameType

from evidence import codec
from evidence.extract import extract
from evidence.model import PageEvidence
from evidence.property import Target
from tests.web import shop
from tests.web.cases import HOSTS
from tests.web.model import Response

DEADLINE_S = 5
"""Seconds of processor time after which one input counts as a hang; honest ones take milliseconds."""
URL = "http://page.test/a/b.html"
TARGET = Target(url="https://www.orchestre-parfum.test/media/l-orchestre-parfum.jpg")
TOKENS = (
    *(
        b"<a href=|<img src=|</div>|<div style='display:none'>|<style>|</style>|<script>|<!--|-->|<math>"
        b"|<noscript>|<svg><a xlink:href=x>|<table><tr><a>|<template>|<iframe srcdoc='<p>"
        b"|<template shadowrootmode=open>"
        b"|<base href=//x>|<meta charset=utf-16>|srcset='a 1x,b 2x,|{{{{|}}}}|@media(|url(|&#x110000;|&#0;"
        b"|&NotEqualTilde;|document.write('<|String.fromCharCode(60,|application/ld+json|%%%%%%%%|////////"
        b"|<iframe src='data:text/html,<a href=|<iframe src=data:text/html;base64,PGEg|<a href=\"javascript:open('"
        b"|<![CDATA[|]]>|<?xml version='1.0' encoding='utf-16'?>|<svg><foreignObject><p>|<svg><style>|<math><mtext>"
        b"|<svg><desc><a href=|<annotation-xml encoding=text/html>|<frameset><frame src=|<select><option><a href="
        b"|<plaintext>|<textarea>|<noembed>|<base href=javascript:|<meta http-equiv=refresh content='0;"
        b'|<script type=application/ld+json>{"image":[|\\u0068ttps:\\/\\/|\\x2f\\x2f|\\u{110000}|\\ud800|&amp;quot;https:'
        b"|<p style=\"background:url(\\68 ttps:|<style>@import '|<style>.a{&{&{&{|<style>@layer a{@media all{@supports (|:not(:is("
        b"|--a:var(--b);--b:var(--a)|calc(1px*|image-set('|cross-fade(|/*|*/|imagesrcset='data:,x 1x, ,,( 2w"
        b'|<img srcset="x, (, 1x|<object data=|<param name=movie value=|<video poster=|<template shadowrootmode=closed>'
    ).split(b"|"),
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x1b$B", b"<" * 50),
    *(word.encode() for word in ("הקישור", "ฉันรัก", "e\u0301\u200d", "\U0001f469\u200d\U0001f680", "۱۲۳")),
)
"""What parsers of HTML, CSS, encodings and words stumble over."""

ENCODINGS = (
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "iso-2022-jp",
    "gb18030",
    "shift_jis",
    "euc-kr",
    "big5",
    "koi8-r",
)
"""What a page may be written in, whatever its headers say."""

HEADERS: tuple[Mapping[str, str], ...] = (
    {},
    {"content-type": "text/html; charset=utf-8"},
    {"content-type": "application/xhtml+xml"},
    {"content-type": "text/xml", "refresh": "0;url='"},
    *({"content-type": f"text/html; charset={name}"} for name in ("utf-16le", *ENCODINGS[3:])),
)


def seeds() -> list[bytes]:
    """Return the pages of the demonstration web."""
    pages = (page for host in HOSTS for page in host.pages.values())
    return [page.body for page in pages if isinstance(page, Response) and page.body]


def mutated(pages: Sequence[bytes], number: int) -> bytes:
    """Return damaged page `number`; the same number makes the same page."""
    chance = random.Random(number)
    page = bytearray(chance.choice(pages)[:20_000])
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(page) + 1)
        until = min(len(page), at + chance.randint(0, 80))
        match chance.randrange(7):
            case 0:
                page[at:until] = b""
            case 1:
                page[at:at] = chance.choice(TOKENS)
            case 2:
                page[at:at] = page[at:until] * chance.randint(1, 30)
            case 3:
                page[at:until] = chance.randbytes(until - at)
            case 4:
                other = chance.choice(pages)
                start = chance.randrange(len(other) + 1)
                page[at:until] = other[start : start + chance.randint(0, 2_000)]
            case 5:
                page[at:] = page[at:].decode(errors="replace").encode(chance.choice(ENCODINGS), "replace")
            case _:
                del page[at:]
    return bytes(page)


def check(page: PageEvidence) -> None:
    """See that evidence holds together: it comes back from storage, and windows lie in the text."""
    assert codec.unpack(codec.pack(page)) == page
    for carrier in page.carriers:
        left, right = carrier.left, carrier.right
        assert 0 <= left.start <= left.end <= right.start <= right.end <= len(page.text)


def run(first: int, last: int) -> list[str]:
    """Try the inputs from `first` up to `last`; return one line for each that failed."""
    signal.signal(signal.SIGPROF, _hangs)
    pages, failures = seeds(), []
    for number in range(first, last):
        signal.setitimer(signal.ITIMER_PROF, DEADLINE_S)
        try:
            body = mutated(pages, number)
            headers = HEADERS[number % len(HEADERS)]
            check(extract(body, url=URL, headers=headers, property=shop.PROPERTY, targets=[TARGET]))
        except Exception as error:  # noqa: BLE001  # whatever it is, it is what we look for
            failures.append(f"input {number}: {type(error).__name__}: {error}")
        signal.setitimer(signal.ITIMER_PROF, 0)
    return failures


def _hangs(_number: int, _frame: FrameType | None) -> None:
    raise TimeoutError(f"not read within {DEADLINE_S} s")


def main() -> int:
    """Run all inputs on all processors; the exit code says whether any failed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1, help="number of the first input, times a billion")
    options = parser.parse_args()
    began, start, step = time.monotonic(), options.seed * 10**9, 1_000
    firsts = range(start, start + options.inputs, step)
    lasts = [min(first + step, start + options.inputs) for first in firsts]
    failed = done = 0
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for first, last, failures in zip(firsts, lasts, pool.map(run, firsts, lasts), strict=True):
            print(*failures, sep="\n", end="\n" if failures else "")
            failed, done = failed + len(failures), done + last - first
            if sys.stderr.isatty():
                print(f"\r{done} inputs, {failed} failed", end="", file=sys.stderr)
    print(f"{done} inputs, {failed} failed, {time.monotonic() - began:.0f} s")
    return int(failed > 0)


if __name__ == "__main__":
    raise SystemExit(main())
