"""What signals look at: the store's rows as frames, newest state only, with the facts that need words.

Narwhals frames, so that a signal says what it means once and runs wherever its frames live.
"""

from dataclasses import dataclass

import narwhals as nw
import polars as pl


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """The facts about one shard of one property. Times are seconds since 1970, UTC."""

    backlinks: nw.LazyFrame[pl.LazyFrame]
    """One row per backlink:

    `backlink_id`, `page_id`, `domain_id`, `page_url`, `host`, `domain` (registrable): what refers.
    `target_id` (0: the report names only the property), `target_url`, `target_is_image` (of what a visit
    found where the report names nothing: `analysis.seen.unnamed`), `target_page_url`, `target_says`: what the
    property itself says of it: alt text and caption of an image, else the title.
    `state`, `reason`, `detail`, `level`, `visibility`, `seen_loads`, `loads`, `visit_id`: the presence.
    `title`, `left`, `anchor`, `right`, `type`, `language`, `first_seen`, `last_seen`, `lost`,
    `lost_reason`, `tools` (how many): the newest statement with words in it.
    The columns of `analysis.at_large.facts.SCHEMA` and `RARE`, null where there is nothing to say.
    `mark`, `mark_domains`: the odd shape of the page's address and how many domains share it; null for none.
    `shared_address`, `address_domains`: the words of an address that other domains have too, and how many
    domains that are; null for none.
    `about_image`: the target is an image, or a report says that the anchor is one.
    `slug`: the page's last path segment as words; `title_before`, `title_after`: words of the reported title
    on both sides of the slug's phrase, null when the title does not have it; `title_joined`: whether a mark,
    a number, a preposition or a shared word ties them to the phrase or to the link.
    `anchor_words`: how many words the anchor has; `anchor_is_slug`: whether they are the slug; `anchor_fits`:
    whether it shares a word with the target's address, null where it is not the slug.
    `image_words`: how many words the image has (file name, page that shows it; what that says of it, where
    these are too few); `named_in_report`: share of
    them, 0..1, that the reported title, windows, slug and text anchor have; `named_in_slug`,
    `named_in_title`: that the slug and the reported title alone have; `brand_in_report`;
    `title_about_owner`: whether the reported title names the property and says more than a keyword;
    `title_beyond`: how many words that title has before a mark beyond those of address, image and
    property (of absent images); `title_names_host`: whether a name of the host stands behind the mark;
    `image_text`: those words, for people.
    """
    visits: nw.LazyFrame[pl.LazyFrame]
    """The latest visit of each page, one row: `page_id`, `visit_id`, `url`, `status` (0: no response),
    `error`, `cut_short`, `title`, `h1`, `noindex`, `words`, `prose_words`, `foreign_link_hosts`,
    `foreign_embeds`,
    `foreign_embed_hosts`, `picture_hosts_named`, `picture_hosts_fitting`, `links`, `foreign_links`,
    `compression`, `link_density`, `title_words`, `mean_word_length`, `visible_share`, `common_word_share`,
    `language`,
    `template_hash`, `simhash`, `vocabulary`, `traits` (JSON list).

    `readable`: a whole page came with status 200 and has words, or a keyword for its title over pictures
    of many strangers. `like_home`, `like_sibling`: whether the text is nearly theirs.
    `keyword`: the phrase that is at once address, title and heading; null when they differ. Addresses in
    Latin letters are compared with titles in others by their consonants (`analysis.seen.transliteration`).
    `diverse`: whether its foreign pictures come from many places, not from the few networks of one site;
    `leads_away`: whether nearly all its links do, mostly once to each domain; `strangers_named`: whether the
    titles of most strangers' pictures are known (`analysis.seen.harvests.harvesting`).
    `titled_by_address`: whether it has one, or the title has the address's phrase of three and more words.
    """
    pages: nw.LazyFrame[pl.LazyFrame]
    """One row per backlink whose image has words and whose page was readable: `backlink_id`, `page_id`,
    `named_on_page`: share of the image's words, 0..1, that the page says outside the image's own alt text
    and a caption that repeats it; `brand_on_page`; `comparable`: whether both are written in the same
    kind of letters; `page_text`: title and heading, for people; `page_words`: how many words it has."""
    links: nw.LazyFrame[pl.LazyFrame]
    """One row per backlink that is a link to a page and that a visit found: `backlink_id`, `page_id`,
    `visit_id`, `anchor`, `left`, `right` as seen, and `shared`: stems that the link's own words
    (anchor, target's slug, brand) share with its windows and the page's title and heading."""
    disagreements: nw.LazyFrame[pl.LazyFrame]
    """Backlinks that a visit found on a page in the language of the property's own page: `backlink_id`,
    `page_id`, `visit_id`, `page_url`, `title`, `place`, `beside` (anchor and windows), and the divergences
    `beside_page` (of these words from the page around them), `beside_own` (from the property's own page) and
    `page_own` (of the page from that), each with its `…_cut`, null where the values are of one kind."""
    homes: nw.LazyFrame[pl.LazyFrame]
    """Pages with the property that seem not to be of their host (`evidence.page.belonging`) and are not its
    home page, where that was seen: `page_id`, `visit_id`, `url`, `title`, `home_title`, `language`,
    `home_language`, `home_words`, `traits`, `strange_hosts` (foreign ones, more than there),
    `shared_with_home` (share of the home page's stems that the page says, 0..1), `same_template`,
    `is_translation` (its address names its language), `only_in_comments`."""
    reported: nw.LazyFrame[pl.LazyFrame]
    """Backlinks that a readable, living page lacks and of which a report quotes words in its language:
    `backlink_id`, `page_id`, `visit_id`, `page_url`, `page_title`, `reported` (title and windows),
    `reported_words` (stems, without those of the image and the property), `still` (share of them that the
    page says, 0..1)."""
    kin: nw.LazyFrame[pl.LazyFrame]
    """Filled when all pages were judged once. The campaign with the most spam that a page belongs to, one of
    each `kind` (`kit`, `owner`, `words`): `page_id`, `fingerprint`, `value`, `domains`, `judged` and `spam`
    (domains), `share` (spam among the judged, 0..1), `readable`."""
    references: nw.LazyFrame[pl.LazyFrame]
    """Finds of the latest visit and its further loads: `page_id`, `backlink_id` (0 where the find belongs to
    no reported target), `visit_id`, `kind`, `level`, `visibility`, `hidden_by`, `place`, `url`, `anchor`,
    `left`, `right`, `readings` (JSON list)."""
