"""What tracking, caches, cameras and content systems add to URLs, as named data."""

TRACKING_PREFIXES = (
    "utm_",  # Google Analytics campaign tagging
    "mc_",  # Mailchimp
    "pk_",  # Matomo, older spelling
    "mtm_",  # Matomo
    "hsa_",  # HubSpot ads
    "_hs",  # HubSpot mail
    "wt_",  # Webtrekk
    "_x_tr_",  # translate.goog
)

TRACKING_PARAMETERS = frozenset({
    "gclid", "gclsrc", "dclid", "wbraid", "gbraid", "srsltid",  # Google Ads and Shopping
    "fbclid",  # Facebook
    "msclkid",  # Microsoft Advertising
    "yclid", "ysclid",  # Yandex
    "twclid",  # X
    "ttclid",  # TikTok
    "li_fat_id",  # LinkedIn
    "igsh", "igshid",  # Instagram
    "epik",  # Pinterest
    "_ga", "_gl",  # Google Analytics cross-domain
    "mkt_tok",  # Marketo
    "vero_id",  # Vero
    "s_cid",  # Adobe Analytics
    "oly_anon_id", "oly_enc_id",  # Omeda
    "ref", "ref_src", "referrer",  # who sent the visitor
    "share", "nb",  # Jetpack's share buttons
    "amp",  # `?amp=1`, another form of the same page
    "amp_js_v", "amp_gsa", "usqp",  # AMP caches
})  # fmt: skip

CACHE_PARAMETERS = frozenset({
    "v", "ver", "version", "rev", "t", "ts", "time", "timestamp", "cb", "cache", "mtime", "m",  # cache busters
    "itok", "h_itok",  # Drupal image styles
    "w", "h", "width", "height", "size", "sz", "s", "resize", "fit", "crop", "zoom", "scale", "maxwidth",
    "max-w", "max-h", "dpr", "ar", "rect", "smart", "gravity", "mode", "rotate", "trim", "lb", "letterbox",
    "q", "quality", "qlt", "strip", "auto", "fm", "format", "fmt", "output", "compress", "cs", "sharp",
    "ssl", "webp", "is-pending-load", "blur", "imwidth", "imheight", "sw", "sh", "sm", "wid", "hei", "iw",
    "x-oss-process", "imageview2", "imagemogr2", "x-image-process",  # Alibaba, Qiniu and Huawei object stores
    "_nc_cat", "oh", "oe",  # Facebook's image hosts
})  # fmt: skip

FILE_NAME_NOISE = frozenset({
    "img", "image", "images", "pic", "pics", "picture", "photo", "foto", "imag", "bild", "file",  # says only that
    "dsc", "dscn", "dscf", "dcim", "pxl", "mvimg", "vid", "gopr", "wp", "p",  # cameras and telephones
    "scaled", "rotated", "resized", "cropped", "crop", "edited", "copy", "final", "min", "optimized", "thumb",
    "thumbnail", "small", "medium", "large", "full", "original", "orig", "hd", "px", "dpi",  # sizes and copies
    "jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "html", "htm", "php", "asp", "aspx",  # doubled extensions
    "index", "default", "untitled", "unnamed", "screenshot", "whatsapp", "download", "attachment", "www",  # defaults
})  # fmt: skip
