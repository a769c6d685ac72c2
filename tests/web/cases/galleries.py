"""Scraper galleries: one kit on many hosts and in many languages (A01 to A03)."""

from dataclasses import replace
from datetime import date

from evidence.model import Level, Visibility
from tests.web.kit import captioned_tile, gallery, proxied_tile, tiles_with
from tests.web.kit_site import kit_report, kit_site, linked_gallery, ours
from tests.web.kit_words import (
    ENGLISH,
    ENGLISH_SENTENCES,
    GERMAN,
    GERMAN_SENTENCES,
    ITALIAN,
    ITALIAN_SENTENCES,
    POLISH,
    POLISH_SENTENCES,
)
from tests.web.model import SPAM, Case, Host, present
from tests.web.shop import FIGUE, IRIS, SAFRAN, VETIVER

_NETLIFY_TILES = tiles_with(ours(VETIVER), first=1, count=8)
_BLOGSPOT_TILES = tiles_with(ours(FIGUE), first=6, count=11, place=7)

HOSTS: tuple[Host, ...] = (
    kit_site(
        "bottle-decor-com.test",
        ENGLISH,
        {
            "/cheap-perfume-bottle-decor.html": linked_gallery(
                ENGLISH, "cheap perfume bottle decor", FIGUE, 2, ENGLISH_SENTENCES
            )
        },
    ),
    kit_site(
        "flakon-galerie-de.test",
        GERMAN,
        {
            "/schoene-parfumflakons-sammlung.html": linked_gallery(
                GERMAN, "schöne parfumflakons sammlung", IRIS, 0, GERMAN_SENTENCES
            )
        },
    ),
    kit_site(
        "casa-arredo-idee-it.test",
        ITALIAN,
        {
            "/migliori-profumi-di-nicchia.html": linked_gallery(
                ITALIAN, "migliori profumi di nicchia", SAFRAN, 4, ITALIAN_SENTENCES
            )
        },
    ),
    kit_site(
        "inspiracje-na-prezent-pl.test",
        POLISH,
        {
            "/post/najladniejsze-flakony-perfum.html": linked_gallery(
                POLISH, "najładniejsze flakony perfum", IRIS, 8, POLISH_SENTENCES
            )
        },
    ),
    kit_site(
        "kuechenbilder-sammlung.blogspot.com",
        GERMAN,
        {
            "/2026/09/feigen-dekorieren-kueche.html": gallery(
                GERMAN,
                "feigen dekorieren küche",
                [captioned_tile(tile) for tile in _BLOGSPOT_TILES],
                GERMAN_SENTENCES[::-1],
            ),
        },
    ),
    kit_site(
        "duftwallpapers-sammlung.netlify.app",
        ITALIAN,
        {
            "/vetiver-pianta-sfondi.html": gallery(
                ITALIAN,
                "vetiver pianta sfondi",
                [proxied_tile(tile) for tile in _NETLIFY_TILES],
                ITALIAN_SENTENCES[::-1],
            ),
        },
    ),
)

CASES: tuple[Case, ...] = (
    Case(
        id="A01",
        host="bottle-decor-com.test",
        source_url="http://bottle-decor-com.test/cheap-perfume-bottle-decor.html",
        target_url=FIGUE.image,
        expect=present("link", SPAM),
        note="The English edition.",
        reported=kit_report("Cheap Perfume Bottle Decor", FIGUE, "en"),
    ),
    Case(
        id="A01",
        host="flakon-galerie-de.test",
        source_url="http://flakon-galerie-de.test/schoene-parfumflakons-sammlung.html",
        target_url=IRIS.image,
        expect=present("link", SPAM),
        note="Linked hotlink tiles from eight hosts, the German edition of the kit.",
        reported=kit_report("Schöne Parfumflakons Sammlung", IRIS, "de"),
    ),
    Case(
        id="A01",
        host="casa-arredo-idee-it.test",
        source_url="http://casa-arredo-idee-it.test/migliori-profumi-di-nicchia.html",
        target_url=SAFRAN.image,
        expect=present("link", SPAM),
        note="The Italian edition: its keyword is our topic, which does not make it honest.",
        reported=kit_report("Migliori Profumi Di Nicchia", SAFRAN, "it"),
    ),
    Case(
        id="A01",
        host="inspiracje-na-prezent-pl.test",
        source_url="http://inspiracje-na-prezent-pl.test/post/najladniejsze-flakony-perfum.html",
        target_url=IRIS.image,
        expect=present("link", SPAM),
        note="The Polish edition, below /post/.",
        reported=kit_report("Najładniejsze Flakony Perfum", IRIS, "pl"),
    ),
    Case(
        id="A02",
        host="kuechenbilder-sammlung.blogspot.com",
        source_url="http://kuechenbilder-sammlung.blogspot.com/2026/09/feigen-dekorieren-kueche.html",
        target_url=FIGUE.image,
        expect=present("embed", SPAM),
        note="Captions name the hosts, nothing is linked: an embed, and on a public suffix.",
        reported=replace(kit_report("Feigen Dekorieren Küche", FIGUE, "de"), first_seen=date(2026, 9, 2)),
    ),
    Case(
        id="A03",
        host="duftwallpapers-sammlung.netlify.app",
        source_url="http://duftwallpapers-sammlung.netlify.app/vetiver-pianta-sfondi.html",
        target_url=VETIVER.image,
        expect=present("embed", SPAM, Level.PROXIED, visibility=Visibility.LAZY),
        note="Lazy embeds through a picture proxy; the page is spam, the proxy is not.",
        reported=kit_report("Vetiver Pianta Sfondi", VETIVER, "it"),
    ),
)
