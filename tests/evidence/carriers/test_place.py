"""Where on a page a link stands, in the markup of content systems, themes and pages written by hand."""

import pytest

from evidence.model import Place
from tests.evidence.pages import IMAGE, read

MAIN, NAVIGATION, SIDEBAR = Place.MAIN, Place.NAVIGATION, Place.SIDEBAR
FOOTER, SPONSOR, COMMENT = Place.FOOTER, Place.SPONSOR, Place.COMMENT
PAGES = [
    ('<main id="main" class="site-main"><article class="post hentry category-partner tag-menu">', MAIN),
    ('<div class="post-body entry-content">', MAIN),
    ("<header>", MAIN),
    ("<table><tr><td>", MAIN),
    ('<body class="home has-sidebar"><div id="content">', MAIN),
    ('<body class="navbar-fixed sticky-footer">', MAIN),
    ('<div class="page-with-sidebar"><div class="text">', MAIN),
    ('<div class="content-sidebar-wrap">', MAIN),
    ('<div class="no-comments">', MAIN),
    ('<div class="football navy menus-of-the-week partnership">', MAIN),
    ("<aside><main>", MAIN),
    ('<nav id="site-navigation">', NAVIGATION),
    ('<div role="navigation">', NAVIGATION),
    ('<ul id="menu-main" class="menu"><li class="menu-item">', NAVIGATION),
    ('<div class="moduletable_menu">', NAVIGATION),
    ('<div id="main_menu">', NAVIGATION),
    ('<div id="mainMenu">', NAVIGATION),
    ('<ul class="topnav">', NAVIGATION),
    ('<div class="NavBar">', NAVIGATION),
    ('<ol class="breadcrumb">', NAVIGATION),
    ('<div class="widget-area"><section class="widget">', SIDEBAR),
    ('<aside><article class="teaser">', SIDEBAR),
    ('<div class="region region-sidebar-second">', SIDEBAR),
    ('<table><td class="left_sidebar">', SIDEBAR),
    ('<div id="sideBar">', SIDEBAR),
    ('<div role="complementary">', SIDEBAR),
    ('<footer id="colophon"><div class="site-info">', FOOTER),
    ('<div id="footer1">', FOOTER),
    ('<div id="site_footer">', FOOTER),
    ('<div id="pageFooter">', FOOTER),
    ('<div id="fusszeile">', FOOTER),
    ('<div class="sponsoren-leiste">', SPONSOR),
    ('<main><div class="sponsorenliste">', SPONSOR),
    ('<div id="unsere-partner">', SPONSOR),
    ('<div class="partners_logos">', SPONSOR),
    ('<div class="patrocinadores">', SPONSOR),
    ('<footer><div class="sponsors">', SPONSOR),
    ('<div class="advertisement">', SPONSOR),
    ('<ol class="comment-list"><li class="comment">', COMMENT),
    ('<main><div id="comments"><article class="comment-body">', COMMENT),
    ('<section class="comment-wrapper">', COMMENT),
    ('<dl id="comments-block">', COMMENT),
    ('<div id="disqus_thread">', COMMENT),
    ('<div id="kommentare">', COMMENT),
]  # fmt: skip


@pytest.mark.parametrize(("html", "place"), PAGES)
def test_place(html: str, place: Place) -> None:
    (find,) = read(f'{html}<a href="{IMAGE}">words</a>').references
    assert find.carrier.place is place
