"""Ahrefs, rows of its API saved as a table: the names of API v2, v3 and Webmaster Tools' own requests."""

from crawler.reports.ahrefs_words import link_type
from crawler.reports.cells.flags import flag
from crawler.reports.cells.numbers import decimal, http_status, whole
from crawler.reports.columns import address, cell, cells, date, first_told, has_any, mapped
from crawler.reports.reader import Reader

COLUMNS = {
    "source_url": cell("url_from", "src_url", parse=address),
    "target_url": cell("url_to", "target_url", parse=address),
    "title": cell("title", "src_title"),
    "left": cell("text_pre", "snippet_left", "left_snippet"),
    "anchor": cells("anchor", "alt", parse=first_told),
    "right": cell("text_post", "snippet_right", "right_snippet"),
    "type": cell("link_type", parse=link_type),
    "language": cell("language", "languages"),
    "http_status": cell("http_code", parse=http_status),
    "first_seen": date("first_seen", "first_seen_link"),
    "last_seen": date("last_seen", "last_visited"),
    "lost_reason": cell("lost_reason"),
    "nofollow": cell("nofollow", "is_nofollow", parse=flag),
    "ugc": cell("ugc", "is_ugc", parse=flag),
    "sponsored": cell("sponsored", "is_sponsored", parse=flag),
    "external_links": cell("links_external", parse=whole),
    "domain_rating": cell("domain_rating", "domain_rating_source", "src_domain_dr", parse=decimal),
}

READER = Reader(
    id="ahrefs-api",
    title="Ahrefs: rows of the API",
    tool="ahrefs",
    example_header="url_from,url_to,ahrefs_rank,domain_rating,…,link_type,…,anchor,text_pre,text_post",
    recognise=has_any(
        ("url_from", "url_to", "ahrefs_rank"),
        ("url_from", "url_to", "domain_rating_source"),
        ("src_url", "target_url", "src_domain_dr"),
    ),
    statements=mapped(COLUMNS),
)
