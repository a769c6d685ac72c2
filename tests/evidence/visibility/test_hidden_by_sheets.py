"""What a page's style elements hide, and what other rules of theirs show again."""

import pytest

from evidence.model import Visibility
from tests.evidence.pages import IMAGE, read

LINK = f'<a href="{IMAGE}">anchor</a>'
BY_SHEET = [
    ("<style>.x{display:none}</style><div class=x>{}</div>", "display: none, rule .x of"),
    ("<style type='TEXT/CSS'>.x{display:none}</style><div class=x>{}</div>", "rule .x of"),
    ("<style type=''>.x{display:none}</style><div class=x>{}</div>", "rule .x of"),
    ("<style>.x a, .y{visibility:hidden}</style><div class=x>{}</div>", "visibility: hidden, rule .x a of"),
    ("<style>.x{display:none!important}</style><div class=x style='display:block'>{}</div>", "display: none"),
    ("<style>div{display:block}#x{display:none}</style><div id=x>{}</div>", "rule #x"),
    ("<style>#x{position:absolute;left:-9999px}</style><div id=x>{}</div>", "left: -9999px"),
    ("<style><!--\n.x{display:none}\n--></style><div class=x>{}</div>", "rule .x"),
    ("<style>:root{--a:var(--b);--b:none}.x{display:var(--a)}</style><div class=x>{}</div>", "display: none"),
    ("<style>:root{--a:none}.dark{--a:block}.x{display:var(--a)}</style><div class=x>{}</div>", "rule .x of"),
    (
        "<style>:root{--a:block}html{--a:none!important}.x{display:var(--a)}</style><div class=x>{}",
        "rule .x of",
    ),
    (
        "<style>:root{--a:block}body[style]{--a:none}.x{display:var(--b,var(--a))}</style><body style=margin:0><div class=x>{}",
        "rule .x",
    ),
    (
        "<style>.y{content:\"a\n;b:c}.x{display:none}.y{content:'\"'}</style><div class=x>{}</div>",
        "rule .x of",
    ),
    ("<style>.p/**/.x{display:none}</style><div class='x p'>{}</div>", "display: none"),
    (r"<style>b\/*{c:d}.x{display:none}/* */</style><div class=x>{}</div>", "rule .x of"),
    ("<style>@media not (monochrome){.x{display:none}}</style><div class=x>{}</div>", "rule .x of"),
    ("<style>.x{background:url(a(b);display:none}</style><div class=x>{}</div>", "rule .x of"),
    ("<style>.x{background:url(a/*b);display:none;content:'*/'}</style><div class=x>{}</div>", "rule .x of"),
    ("<style>@media screen/*{*/{.x{display:none}}</style><div class=x>{}</div>", "rule .x of"),
    ("<style>@m\\65 dia screen{.x{display:none}}</style><div class=x>{}</div>", "rule .x of"),
    ("<style>.y{color:red;.x{display:none}}</style><div class=y><div class=x>{}</div>", "rule :is(.y) .x of"),
    ("<style>@media screen{.y{--a:{b:c}}.x{display:none}}</style><div class=x>{}</div>", "rule .x of"),
    ("<style>.y::after{content:'}'}.x{display:none}</style><div class=x>{}</div>", "rule .x of"),
    ("<style>.x{.y{display:none}}</style><div class=x><p class=y>{}</div>", "rule :is(.x) .y"),
    ("<style>.x{color:red;&.y{display:none}}</style><div class='x y'>{}</div>", "rule :is(.x).y"),
    ("<style>@charset 'a';b{c:d}.x{@media screen{display:none}}</style><div class=x>{}</div>", "rule .x"),
    ("<style>@layer{.x.x{display:block}}.x{display:none}</style><div class=x>{}</div>", "display: none"),
    (
        "<style>@layer a,b;@layer b{.x{display:none}}@layer a{#x{display:block}}</style><div id=x class=x>{}",
        "display: none",
    ),
    (
        "<style>@layer a{.x{display:none!important}}.x{display:block!important}</style><div class=x>{}</div>",
        "display: none",
    ),
    (
        "<style>*{--x:0}.x{--x:-100%;position:fixed;translate:var(--x) 0}.y{--x:0;translate:var(--x) 0}</style><div class=x>{}",
        "translate: -100% 0",
    ),
    (
        "<style>.x{--d:flex;display:var(--d)}.x.y{--d:none}</style><div class='x y'>{}</div>",
        "rule .x:is(.x.y) of",
    ),
    ("<style>.y{--d:flex}.x{--d:none;display:var(--d)}</style><div class='x y'>{}</div>", "rule .x of"),
    (
        "<style>@property --b{inherits:false;initial-value:0}.y{--b:1px;translate:var(--a) var(--b)}.x{position:fixed;left:0;--a:-100%;translate:var(--a)var(--b)}</style><div class=x>{}",
        "translate: -100% 0",
    ),
    (
        "<style>@property --d{initial-value:none;inherits:true}.x{display:var(--d)}</style><p class=x>{}",
        "rule .x of",
    ),
    (
        "<style>@property --d{initial-value:none/**/;syntax:'*'}.x{display:var(--d)}</style><p class=x>{}",
        "rule .x of",
    ),
    (
        "<style>:root{--d:none}.x{display:var(--d)}</style><p style='--d:block'></p><div class=x>{}</div>",
        "rule .x of",
    ),
    ("<style>*{--d:block}.t{display:var(--d)}.x{--d:none}</style><div class='t x'>{}", "rule .t:is(.x) of"),
    ("<style>*{--d:none}.x{display:var(--d)}.y{--d:block}</style><div class=x>{}", "rule .x of"),
    ("<style>.x{position:absolute;inset-inline-start:-9999px}</style><div class=x>{}</div>", "left: -9999px"),
    (
        "<style>.x{block-size:0;overflow-block:clip}</style><div class=x>{}</div>",
        "height: 0; overflow: hidden",
    ),
    ("<style>.x{margin-inline:-9999px 0}</style><div class=x>{}</div>", "margin-left: -9999px"),
    (
        "<style>.x{position:fixed;left:-280px;width:280px}</style><div class=x>{}</div>",
        "position: fixed; left: -280px",
    ),
    (
        "<style>.x{position:fixed;top:0;height:90px;transform:translateY(-95px)}</style><div class=x>{}",
        "fixed; top: 0",
    ),
    (
        "<style>.x{transform:translateX(-9999px);display:flex}</style><div class=x>{}</div>",
        "transform: translatex",
    ),
    (
        "<style>.x{position:absolute;left:0;width:240px;transform:translateX(-250px)}</style><div class=x>{}</div>",
        "position: absolute; left: 0",
    ),
    (
        "<style>.g{display:grid;grid-template-rows:0fr}.g>*{overflow:hidden}</style><div class=g><div>{}</div></div>",
        "height: 0; overflow: hidden, grid-template-rows: 0fr around it",
    ),
    ("<style>.x{position:fixed;left:0;translate:-100%}</style><div class=x>{}</div>", "translate: -100%"),
    ("<style>@supports (display:grid){.x{display:none}}</style><div class=x>{}</div>", "display: none"),
    ("<style>@supports selector(:has(a)){.x{display:none}}</style><div class=x>{}</div>", "display: none"),
    ("<style>.x,.y::after,.z:before{display:none}</style><div class=x>{}</div>", "display: none, rule .x of"),
    ("<style>fieldset{padding:0;height:0;overflow:hidden}</style><fieldset>{}</fieldset>", "height: 0"),
    ("<style>.x{height:0;overflow:hidden;padding:1px 50px}</style><div class=x>{}</div>", "height: 0"),
    (
        "<style>td{display:block;height:0;overflow:hidden}</style><table><tr><td class=x>{}</table>",
        "height: 0",
    ),
    ("<style>.x{display:table-caption;height:0;overflow:hidden}</style><div class=x>{}</div>", "height: 0"),
    ("<style>.x{width:0;overflow:hidden;padding:9px}</style><div class=x>{}</div>", "width: 0"),
    ("<style>@media (400px<=width){.x{display:none}}</style><div class=x>{}</div>", "display: none"),
    ("<style>@media (min-width:600px){.x{display:none}}</style><div class=x>{}</div>", "display: none"),
    ("<style>.a:not(.b){display:none}</style><div class=a>{}</div>", "rule .a:not(.b)"),
    ("<style>.a{left:-9999px}div{position:absolute}</style><div class=a>{}</div>", "left: -9999px"),
    ("<style>.a{height:0}.a{overflow:hidden}</style><div class=a>{}</div>", "height: 0; overflow: hidden"),
    ("<style>.b{overflow:hidden}</style><div class=b style='height:0'>{}</div>", "overflow: hidden"),
    ("<style>[data-x=a]>b:first-child{display:none}</style><p data-x=a><b>{}</b>", "rule [data-x=a]>b"),
]
SHOWN_BY_SHEET = [
    "<noscript><style>.x{display:none}</style></noscript><div class=x>{}</div>",
    "<noscript><style>.x{opacity:1!important}</style></noscript><div class=x style='opacity:0'>{}</div>",
    "<style>*{--d:none}.x{display:var(--d)}.y{--d:block}</style><div class='x y'>{}</div>",
    "<style>*{--d:none}.x{display:var(--d)}</style><div class=x style='--d:block'>{}</div>",
    "<style>@property --d{initial-value:none;inherits:true}:root{--d:block}.x{display:var(--d)}</style><p class=x>{}",
    "<style>@property --d{syntax:'*'}.x{display:var(--d)}</style><div class=x>{}</div>",
    "<style>@property d{initial-value:none}.x{display:var(d)}</style><div class=x>{}</div>",
    "<style type=text/x-template>.x{display:none}</style><div class=x>{}</div>",
    "<style>@layer a,b{.x{display:none}}</style><div class=x>{}</div>",
    "<style>.x{block-size:0;overflow:hidden;min-block-size:2em}</style><div class=x>{}</div>",
    "<style>.x{display:none}.x.y{display:block}</style><div class='x y'>{}</div>",
    "<style>.x{display:none}.x{display:flex}</style><div class=x>{}</div>",
    "<style>.x{display:none}</style><div class=x style='display:block'>{}</div>",
    "<style>@media print{.x{display:none}}</style><div class=x>{}</div>",
    "<style>:root{--a:none}.dark{--a:block}.x{display:var(--a)}</style><div class=dark><div class=x>{}</div>",
    "<style>:root{--a:none}body{--a:block}.x{display:var(--a)}</style><div class=x>{}</div>",
    "<style>*{--a:block}:root{--a:none}.x{display:var(--a)}</style><div class=x>{}</div>",
    "<style>@media print{:root{--a:none}}.x{display:var(--a,block)}</style><div class=x>{}</div>",
    "<style>:root{--a:none}:root{--A:block}.x{display:var(--A)}</style><div class=x>{}</div>",
    "<style>@keyframes y{from{display:none}}.x{display:block}</style><div class=x>{}</div>",
    "<style>@media screen/*{*/{.y{display:none}}</style><div class=x>{}</div>",
    "<style>@layer a]{.x{display:none}}</style><div class=x>{}</div>",
    "<style>@media screen and (color]{.x{display:none}}</style><div class=x>{}</div>",
    "<style>.x{display:none}/* @b */.x{display:block}</style><div class=x>{}</div>",
    "<style>.x{display:none}y{content:'@import'}.x{display:block}</style><div class=x>{}</div>",
    "<style>@media screen{a:b;.x{display:none}}</style><div class=x>{}</div>",
    "<style>@;.x{display:none}</style><div class=x>{}</div>",
    "<style>.x{display:table;height:0;overflow:hidden}</style><div class=x>{}</div>",
    "<style>.x{height:0;width:0;overflow:hidden}</style><table><tr><td class=x>{}</table>",
    "<style>.x{display:var(--nowhere)}</style><div class=x>{}</div>",
    "<style>.x{display:none;&.y{display:block}}</style><div class='x y'>{}</div>",
    "<style>@layer{#x{display:none}}.x{display:block}</style><div id=x class=x>{}</div>",
    "<style>@supports not (display:grid){.x{display:none}}</style><div class=x>{}</div>",
    "<style>@supports selector(:unheard-of){.x{display:none}}</style><div class=x>{}</div>",
    "<style>.x::after,.y{display:none}</style><div class=x>{}</div>",
    "<style>.x,[data-y=1]{display:none}</style><div class=x>{}</div>",
    "<style>.x,::-moz-selection{display:none}</style><div class=x>{}</div>",
    "<style>@supports (display:unheard-of) or (-moz-appearance:none){.x{display:none}}</style><div class=x>{}</div>",
    "<style>@media (width<600px){.x{display:none}}</style><div class=x>{}</div>",
    "<style>@media (no-such-thing){.x{display:none}}</style><div class=x>{}</div>",
    "<style>@media (max-width:600px){.x{display:none}}</style><div class=x>{}</div>",
    "<style media=print>.x{display:none}</style><div class=x>{}</div>",
    "<style>.x::before{display:none}</style><div class=x>{}</div>",
    "<style>.x:unknown-thing{display:none}</style><div class=x>{}</div>",
    "<style>/* .x{display:none} */</style><div class=x>{}</div>",
    "<style>fieldset{height:0;overflow:hidden}</style><fieldset>{}</fieldset>",
    "<style>ul{font-size:0}ul li{font-size:14px}</style><ul><li>{}</ul>",
    "<style>.x{visibility:hidden}.x .y{visibility:visible}</style><div class=x><b class=y>{}</b></div>",
    "<style>.x{transform:translate(-50%,0)}</style><div class=x>{}</div>",
    "<style>ul{font:0/0 a}ul li{font:italic 14px/1 serif}</style><ul><li>{}</ul>",
    "<style>.x{position:absolute;left:-9999px}.x.y{display:contents}</style><div class='x y'>{}</div>",
    "<style>.x{height:0;overflow:hidden}.y{padding-bottom:56.25%}</style><div class='x y'>{}</div>",
    "<style>.x{height:0;overflow:hidden;padding:0 0 75%}</style><div class=x>{}</div>",
    "<style>.x{--o:0;opacity:var(--o)}.y{--o:1}</style><div class='x y'>{}</div>",
    "<style>.y{--o:1}.x{--o:0;opacity:var(--o)}#y.y{--o:1}</style><div class='x y' id=y>{}</div>",
    "<style>.x{--d:none;display:var(--d)}.x.y{--d:flex}.y .z{--d:none}</style><div class='x y'>{}</div>",
    "<style>.x{position:fixed;left:-280px;width:300px}</style><div class=x>{}</div>",
    "<style>.x{position:absolute;left:-280px;width:280px}</style><div class=x>{}</div>",
    "<style>.x{position:relative;left:-1170px;width:9999px}</style><div class=x>{}</div>",
    "<style>.x{transform:translate3d(-3780px,0,0);width:25000px}</style><div class=x>{}</div>",
    "<style>.x{transform:translate3d(-1280px,0,0);display:flex}</style><div class=x>{}</div>",
    "<style>.x{position:absolute;left:300px;width:240px;transform:translateX(-250px)}</style><div class=x>{}</div>",
    "<style>.g{display:grid;grid-template-rows:0fr}</style><div class=g><div>{}</div></div>",
    "<style>.g{display:grid;grid-template-rows:0fr}.g.o{grid-template-rows:1fr}.g>*{overflow:hidden}</style><div class='g o'><p>{}",
    "<style>.g{display:block;grid-template-rows:0fr}.g>*{overflow:hidden}</style><div class=g><div>{}</div></div>",
    "<style>.g{display:grid;grid-template-rows:0fr}.g>*{overflow:hidden;height:50px}</style><div class=g><div>{}</div></div>",
    "<style>.x{clip-path:inset(50% 0 0)}</style><div class=x>{}</div>",
    "<style>.x{position:absolute;clip:rect(0,auto,auto,0)}</style><div class=x>{}</div>",
    "<style>.x{position:static;left:-9999px}</style><div class=x>{}</div>",
    "<style>.x{margin-left:-9999px}.x.y{margin:0}</style><div class='x y'>{}</div>",
    "<style>.x{visibility:hidden}.x.y{all:initial}</style><div class='x y'>{}</div>",
    "<style>.x{display:none}.x.y{display:revert}</style><div class='x y'>{}</div>",
    "<style>tr{height:0;overflow:hidden}.x{all:revert-layer;height:0;overflow:hidden}</style><table><tr class=x><td>{}</table>",
    "<style>div{display:none}.x{display:unset}</style><div class=x>{}</div>",
]


@pytest.mark.parametrize(("html", "rule"), BY_SHEET)
def test_hidden_by_the_cascade(html: str, rule: str) -> None:
    carrier = read(html.replace("{}", LINK)).references[0].carrier
    assert carrier.visibility is Visibility.HIDDEN
    assert rule in carrier.hidden_by


@pytest.mark.parametrize("html", SHOWN_BY_SHEET)
def test_shown_by_the_cascade(html: str) -> None:
    assert read(html.replace("{}", LINK)).references[0].carrier.visibility is Visibility.VISIBLE
