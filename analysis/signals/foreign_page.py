"""A page that is not of the site that it stands on."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.seen.visitors import VISITORS_ADDRESS
from analysis.signal import Facts, Pass, Signal, quoted, told

OF_ONE_PERSON = r"/(?:[~@]|(?:u|users?|people|members?|profiles?|authors?|blogs)/)"
"""An address that says whose page it is."""


def find(frames: Frames, policy: Section) -> Facts:
    """Speak where page and home page differ in language, or in words where it leads to strangers."""
    home = frames.homes.filter(
        nw.col("home_words") >= policy["home-words"],
        ~nw.col("only_in_comments"),
        ~nw.col("is_translation"),
        ~nw.col("url").str.contains(OF_ONE_PERSON),
        ~nw.col("url").str.contains(VISITORS_ADDRESS),
    )
    known = (nw.col("language") != "") & (nw.col("home_language") != "")
    other_language = known & (nw.col("language") != nw.col("home_language"))
    declared = nw.col("traits").str.contains('"other-language"', literal=True)
    no_words = (nw.col("shared_with_home") <= policy["shared"]) & ~nw.col("same_template")
    leads_away = nw.col("strange_hosts") >= policy["hosts"]
    return home.filter((other_language & (declared | no_words)) | (no_words & leads_away)).pipe(
        told,
        "page_id",
        "visit_id",
        score=nw.when(leads_away & other_language)
        .then(policy["both"])
        .when(leads_away)
        .then(policy["words"])
        .otherwise(policy["language"]),
        sentence=nw.when(other_language)
        .then(
            nw.format(
                "The page is in another language ({}) than the host's home page ({}). It has ",
                nw.col("language"),
                nw.col("home_language"),
            )
        )
        .otherwise(nw.lit("Compared with the host's home page it has "))
        + nw.format(
            "{}% of that page's words and leads to {} more sites.",
            (nw.col("shared_with_home") * 100).round(0).cast(nw.Int64).cast(nw.String),
            nw.col("strange_hosts").cast(nw.String),
        ),
        quote=quoted(nw.format("{} — home page: {}", nw.col("title"), nw.col("home_title"))),
    )


SIGNAL = Signal(
    id="foreign-page",
    sees="Language, words and template of a page that has your image, against the home page of its host.",
    why="An intruder's page speaks his language, not the club's, and its links serve strangers.",
    source="Liao et al., Seeking Nonsense, Looking for Trouble (IEEE S&P 2016): injected text is far from "
    "what its site is about; the Japanese keyword hack as Google describes it to site owners",
    lookalike="A translated section (its address names the language), a person's page or a thread on a host "
    "of many (its address says so), comments (left out), a guest's article: unless it leads to more "
    "strangers than the home page does it asks for no look, and it never decides.",
    needs=Pass.VISIT,
    find=find,
)
