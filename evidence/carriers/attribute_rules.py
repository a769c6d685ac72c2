"""Names of attributes, relations and meta properties that carry addresses, as data.

Sources: the attribute index of the HTML standard; Open Graph and Twitter card documents; the lazy-loading
scripts named beside each line.
"""

from evidence.model import Kind

NATIVE: dict[str, dict[str, Kind]] = {
    "a": {"href": Kind.LINK, "xlink:href": Kind.LINK},  # SVG
    "area": {"href": Kind.LINK},
    "form": {"action": Kind.LINK},
    "button": {"formaction": Kind.LINK},
    "input": {"formaction": Kind.LINK, "src": Kind.EMBED},
    "iframe": {"src": Kind.LINK, "longdesc": Kind.LINK},
    "frame": {"src": Kind.LINK, "longdesc": Kind.LINK},
    "portal": {"src": Kind.LINK},  # what pages show of pages: Chromium's proposals
    "fencedframe": {"src": Kind.LINK},
    "blockquote": {"cite": Kind.LINK},
    "q": {"cite": Kind.LINK},
    "ins": {"cite": Kind.LINK},
    "del": {"cite": Kind.LINK},
    "img": {
        "longdesc": Kind.LINK,
        "src": Kind.EMBED,
        "lowsrc": Kind.EMBED,
        "dynsrc": Kind.EMBED,
    },  # Netscape, Internet Explorer
    "image": {"href": Kind.EMBED, "xlink:href": Kind.EMBED},  # SVG
    "source": {"src": Kind.EMBED},
    "video": {"src": Kind.EMBED, "poster": Kind.EMBED},
    "audio": {"src": Kind.EMBED},
    "track": {"src": Kind.EMBED},
    "embed": {"src": Kind.EMBED},
    "object": {"data": Kind.EMBED},
    "script": {"src": Kind.EMBED},
    "body": {"background": Kind.EMBED},
    "table": {"background": Kind.EMBED},
    "td": {"background": Kind.EMBED},
    "th": {"background": Kind.EMBED},
    "tr": {"background": Kind.EMBED},
    "tbody": {"background": Kind.EMBED},
    "thead": {"background": Kind.EMBED},
    "tfoot": {"background": Kind.EMBED},
    "amp-img": {"src": Kind.EMBED},  # AMP
    "amp-anim": {"src": Kind.EMBED},
    "amp-video": {"src": Kind.EMBED, "poster": Kind.EMBED},
    "amp-audio": {"src": Kind.EMBED},
    "amp-iframe": {"src": Kind.LINK},
}
"""By element, the attributes of the standards that hold one address."""

NEVER = frozenset({
    "align", "alt", "border", "class", "color", "colspan", "crossorigin", "decoding", "dir", "fetchpriority",
    "for", "height", "hidden", "id", "integrity", "itemprop", "itemscope", "itemtype", "lang", "loading",
    "media", "method", "name", "nonce", "placeholder", "property", "rel", "role", "rowspan", "sizes", "srcdoc",
    "tabindex", "target", "title", "type", "usemap", "valign", "viewbox", "width", "xmlns", "xmlns:xlink", "d",
    "datetime", "aria-label", "aria-hidden", "aria-labelledby", "aria-describedby", "data-id", "data-type",
})  # fmt: skip
"""Attributes that hold no address, however their value looks; `srcdoc` is read with the page."""

LAZY_EMBEDS = frozenset({
    "data-src", "data-original", "data-lazy", "data-lazy-src", "data-echo", "data-url-src",  # lazysizes, lazyload
    "data-bg", "data-background", "data-background-image", "data-bgimage", "data-bg-src", "data-image-src",
    "data-image", "data-img", "data-thumb", "data-thumbnail", "data-poster", "data-full", "data-large",
    "data-actualsrc",  # zhihu
    "data-orig-file", "data-large-file", "data-medium-file",  # Jetpack carousel
    "data-pin-media", "data-media",  # Pinterest
    "data-flickity-lazyload", "data-flickity-bg-lazyload",  # Flickity
    "data-hi-res-src", "data-low-res-src", "data-highres", "data-zoom-image", "data-zoom-src", "data-large_image",
    "data-lazyload", "data-ll-src", "data-cfsrc", "data-ezsrc", "data-opt-src", "data-breeze", "data-savepage-src",
    "load-src", "big-src", "lazy-src", "real-src", "_src", "file", "zoomfile",  # Discuz and other old scripts
})  # fmt: skip

LAZY_SRCSETS = frozenset({
    "data-srcset", "data-lazy-srcset", "data-ll-srcset", "data-ezsrcset", "data-cfsrcset", "data-bgset", "data-opt-srcset",
})  # fmt: skip

LAZY_LINKS = frozenset({
    "data-href", "data-link", "data-permalink", "data-url", "data-share-url", "data-target-url", "data-pin-url",
})  # fmt: skip

SVG_RESOURCES = frozenset({
    "use", "image", "feimage", "textpath", "mpath", "tref", "script", "pattern", "lineargradient", "radialgradient",
    "filter", "animate", "animatemotion", "animatetransform", "set", "cursor", "font-face-uri",
})  # fmt: skip
"""Elements of SVG, in lower case, whose `href` is drawn; elsewhere but on links it does nothing by itself."""

PAINTED = frozenset({
    "fill", "stroke", "filter", "mask", "clip-path", "cursor", "marker-start", "marker-mid", "marker-end",
})  # fmt: skip
"""Presentation attributes of SVG that hold CSS in which an address may stand."""

ADDRESS_PARAMETERS = frozenset({"movie", "src", "url", "filename", "data", "href"})
"""Names of `<param>` whose value is an address: Flash, Windows Media, QuickTime."""

NEVER_SHOWN = frozenset({
    "about", "resource", "vocab", "itemid",  # RDFa and microdata: what the words are about
    "manifest", "profile", "attributionsrc",  # of the page as a whole, or told to others
    "archive", "classid", "codebase", "code", "pluginspage",  # plug-ins, which no browser runs
})  # fmt: skip
"""Attributes whose address no reader ever sees or follows."""

RESOURCE_RELATIONS = frozenset({
    "stylesheet", "icon", "shortcut", "apple-touch-icon", "apple-touch-icon-precomposed", "mask-icon",
    "apple-touch-startup-image", "image_src", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch",
    "prerender", "manifest",
})  # fmt: skip
"""Relations of `<link>` that name a resource of the page; all others name another page."""

ADDRESS_META = frozenset({
    "og:image", "og:image:url", "og:image:secure_url", "og:url", "og:video", "og:video:url", "og:audio",
    "twitter:image", "twitter:image:src", "twitter:url", "twitter:player", "thumbnail", "image", "url",
    "thumbnailurl", "contenturl", "msapplication-tileimage", "msapplication-config",
})  # fmt: skip
"""`property`, `name` or `itemprop` of `<meta>` whose content is an address, relative ones too."""
