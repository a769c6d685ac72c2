"""The table of marks that content systems put into the URL of a derived copy of an image (level L3).

One line a rule: how the mark looks, what stands there in the original, and an example of the copy with
the form that both share. Observed in real pages unless the line names a source.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """One way of marking a derived copy in the path of its URL."""

    id: str
    pattern: re.Pattern[str]
    original: str
    """Replacement that leads back to the shared form."""
    example: str
    shared: str


def _mark(id: str, pattern: str, original: str, example: str, shared: str) -> Mark:
    return Mark(id, re.compile(pattern, re.IGNORECASE), original, example, shared)


_EXT = r"(?=\.[a-z]{3,4}\Z)"

MARKS = (
    _mark("double-extension", r"(\.(?:jpe?g|png|gif))\.(?:webp|avif|jpe?g|png)\Z", r"\1", "/a/p.jpg.webp", "/a/p.jpg"),
    _mark("size", rf"[-_]\d{{2,4}}x\d{{2,4}}(?:_?(?:c|q\d+|crop))?{_EXT}", "", "/a/p-300x200.jpg", "/a/p.jpg"),
    _mark("shopify-width", rf"_(?:\d{{2,4}}x|x\d{{2,4}})(?:@\dx)?{_EXT}", "", "/a/p_400x.jpg", "/a/p.jpg"),
    _mark("shopify-crop", rf"_crop_(?:center|top|bottom|left|right){_EXT}", "", "/a/p_200x200_crop_center.jpg", "/a/p.jpg"),
    _mark("shopify-name", rf"_(?:pico|icon|small|compact|grande|master){_EXT}", "", "/a/p_grande.jpg", "/a/p.jpg"),
    _mark("wordpress-scaled", rf"-(?:scaled|rotated){_EXT}", "", "/a/p-scaled.jpg", "/a/p.jpg"),
    _mark("wordpress-edited", rf"-e\d{{10,13}}{_EXT}", "", "/a/p-e1690000000000.jpg", "/a/p.jpg"),
    _mark("density", rf"@\d(?:\.\d)?x{_EXT}", "", "/a/p@2x.png", "/a/p.png"),
    _mark("thumb", rf"[-_.](?:thumb|thumbnail|tn|medium|large|min|lowres|preview){_EXT}", "", "/a/p_thumb.jpg", "/a/p.jpg"),
    _mark("drupal-style", r"/styles/[^/]+/(?:public|private)/", "/", "/files/styles/wide/public/p.jpg", "/files/p.jpg"),
    _mark("pinterest", r"^/(?:\d{2,4}x(?:\d{2,4})?(?:_rs)?|originals)/(?=[0-9a-f]{2}/)", "/", "/236x/ab/cd/ef/x.jpg", "/ab/cd/ef/x.jpg"),
    _mark("mediawiki-thumb", r"/thumb(/[0-9a-f]/[0-9a-f]{2}/[^/]+)/[^/]*\d+px-[^/]+\Z", r"\1", "/wiki/thumb/a/ab/P.jpg/220px-P.jpg", "/wiki/a/ab/P.jpg"),
    _mark("blogger-size", r"/(?:s\d{2,4}|w\d{2,4}-h\d{2,4})(?:-[a-z0-9-]+)?/(?=[^/]+\Z)", "/", "/a/s1600/p.jpg", "/a/p.jpg"),
    _mark("google-size", r"=(?:s|w|h)\d+(?:-[a-z0-9-]+)*\Z", "", "/p/AF1Qip=w400-h300-no", "/p/AF1Qip"),
    _mark("magento-cache", r"/cache/(?:\d/[a-z_]+/(?:\d+x\d*/)?)?[0-9a-f]{32}/", "/", "/media/catalog/product/cache/0123456789abcdef0123456789abcdef/p.jpg", "/media/catalog/product/p.jpg"),
    _mark("alibaba-size", r"(\.(?:jpe?g|png))_(?:\d+x\d+)?(?:q\d+)?\.(?:jpe?g|webp|avif|png)(?:_\.webp)?\Z", r"\1", "/kf/p.jpg_640x640.jpg", "/kf/p.jpg"),
    _mark("amazon-size", r"\._[A-Z0-9_,]+_(?=\.[a-z]{3,4}\Z)", "", "/images/I/71abc._AC_SX466_.jpg", "/images/I/71abc.jpg"),
)  # fmt: skip
