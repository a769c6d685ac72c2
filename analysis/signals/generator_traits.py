"""Marks that known page generators leave in the source."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, told

MARKS = (
    "tbn-fallback",
    "placeholder-logo",
    "address-reset",
    "ad-click-images",
    "spintax-intro",
    "spintax-netizens",
    "fake-downloads",
    "niche-path",
    "image-in-address",
    "upload-path",
    "rights-page",
)
"""Traits that only generators leave; others, such as pictures that link to themselves, add to them."""
BLOGGERS = ("rights-page",)
"""A mark that honest blogs can have: it counts, but proves nothing together with one other."""

OF_HOST = (
    r'"(?:other-language|names-no-host|not-for-free|credited-makers|off-keyword-pictures|link-run|trade-run|shop|'
    r"answers-query|brief-names|choices|inward-pictures|one-name-pictures|plain-captions)"
    r'",?\s*'
)
"""Traits that say nothing of a generator, in a JSON list: `belonging`, `makers`, `link_runs`, pay walls."""


def find(frames: Frames, policy: Section) -> Facts:
    """Speak where a page has a generator's mark; its absence proves nothing, and two together prove it."""
    kit = nw.col("traits").str.replace_all(OF_HOST, "")
    several = kit.str.contains(r'",\s*"')
    proofs = [
        nw.col("traits").str.contains(f'"{mark}"', literal=True) for mark in MARKS if mark not in BLOGGERS
    ]
    proven = nw.sum_horizontal(*(proof.cast(nw.Int64) for proof in proofs)) >= policy["proven"]
    return frames.visits.filter(nw.col("readable"), nw.col("traits").str.contains("|".join(MARKS))).pipe(
        told,
        "page_id",
        "visit_id",
        score=nw.when(several).then(nw.lit(1.0)).otherwise(nw.lit(policy["one"])),
        decisive=proven,
        sentence=nw.lit("The page's source has marks of a known page generator."),
        quote=kit.str.replace_all(r'[\[\]"]', "").str.replace_all(r"^[,\s]+|[,\s]+$", ""),
    )


SIGNAL = Signal(
    id="generator-traits",
    sees="Fallbacks to a search engine's thumbnails, captions crediting eight hosts, fake download buttons, "
    "an address bar rewritten to the home page.",
    why="Two public generators write most of the known image-link spam, and leave these marks.",
    source="Field observation (the sources of two generators, Shuriken and EKAMI)",
    lookalike="A round-up credits many hosts in its captions, a portfolio links its pictures to themselves: "
    "without a mark of a generator such traits are silent.",
    needs=Pass.VISIT,
    find=find,
)
