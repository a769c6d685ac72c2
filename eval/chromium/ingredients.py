"""What invented pages are made of: elements, attributes, declarations, at-rules, shapes of text."""

BLOCKS = (
    "div",
    "p",
    "section",
    "ul",
    "ol",
    "dl",
    "blockquote",
    "article",
    "form",
    "fieldset",
    "pre",
    "h2",
    "center",
)
INLINES = (
    "span",
    "b",
    "em",
    "font",
    "label",
    "bdi",
    "q",
    "code",
    "small",
    "sub",
    "u",
    "abbr",
    "mark",
    "custom-tag",
)
PARENTS = {
    "ul": ("li",), "ol": ("li",), "dl": ("dt", "dd"), "table": ("tr", "caption"), "tr": ("td", "th"),
    "details": ("div", "p"), "ruby": ("rb", "rt"), "fieldset": ("p", "div"),
}  # fmt: skip
"""Elements with the children that belong into them."""
SPECIAL = (
    "table",
    "details",
    "dialog",
    "ruby",
    "button",
    "noscript",
    "template",
    "select",
    "textarea",
)
VOID = frozenset({"br", "wbr", "hr", "img", "input"})
ATTRIBUTES = (
    ("hidden", ""), ("hidden", "until-found"), ("inert", ""), ("open", ""), ("popover", ""), ("popover", "manual"),
    ("dir", "rtl"), ("dir", "auto"), ("aria-hidden", "true"), ("data-k", "v"), ("lang", "de"), ("contenteditable", ""),
)  # fmt: skip
HIDES = (
    "display:none", "visibility:hidden", "visibility:collapse", "opacity:0", "opacity:1%", "opacity:calc(1 - 1)",
    "position:absolute;left:-12623px", "position:fixed;top:-99999px", "position:absolute;left:-99em",
    "position:absolute;inset:-9999px auto auto 0", "position:absolute;left:calc(-1px * 9999)",
    "display:block;text-indent:-9000px", "display:block;text-indent:-999em;overflow:hidden", "display:block;margin-left:-9999px", "display:block;margin:0 0 0 -9999px",
    "height:0;overflow:hidden", "width:0;height:0;overflow:hidden;position:absolute", "max-height:0;overflow:clip",
    "height:0;overflow-y:hidden", "width:1px;height:1px;overflow:hidden", "height:calc(0px);overflow:hidden",
    "font-size:0", "font-size:1px", "font:0/0 a", "font-size:calc(0px)",
    "transform:scale(0)", "transform:translateX(-9999px)", "transform:translate(0,-200vh)", "scale:0",
    "translate:-9999px", "clip:rect(0,0,0,0);position:absolute", "clip:rect(0 0 0 0)", "clip-path:inset(100%)",
    "clip-path:inset(50%)", "clip-path:circle(0)", "filter:opacity(0)", "content-visibility:hidden",
    "display:var(--none)", "left:var(--far);position:absolute", "display:none!important", "DISPLAY:None",
)  # fmt: skip
"""What hides, and what only seems to: some of it needs more than it says."""
SHOWS = (
    "display:block", "display:inline", "display:inline-block", "display:flex", "display:inline-flex", "display:grid",
    "display:contents", "display:list-item", "display:table-cell", "display:table", "display:flow-root", "float:left",
    "position:absolute", "position:relative", "position:static", "visibility:visible", "visibility:inherit",
    "opacity:1", "opacity:inherit", "opacity:.5", "font-size:16px", "font-size:1em", "font-size:2rem",
    "font-size:initial", "font-size:inherit", "font:16px serif", "text-indent:0", "text-indent:inherit", "left:0",
    "left:auto", "inset:0", "margin:0", "height:auto", "width:auto", "overflow:visible", "transform:none",
    "transform:translate(-9px,0)", "clip:auto", "clip-path:none", "white-space:pre", "white-space:nowrap",
    "display:revert", "display:unset", "display:initial", "visibility:unset", "all:unset",
    "all:initial", "all:revert", "display:bogus", "visibility:hiden", "opacity:", "display:none;display:block",
    "color:red", "content-visibility:auto", "display:var(--missing,block)", "display:var(--missing)",
    "order:2", "column-count:2", "left:-9999px", "height:0", "overflow:hidden", "position:sticky;top:0",
)  # fmt: skip
WRAPPERS = (
    "", "", "", "", "@media screen", "@media print", "@media (min-width:600px)", "@media (width<600px)",
    "@media not print", "@media (min-width:40em) and (max-width:99em)", "@supports (display:grid)",
    "@supports not (display:grid)", "@supports (display:bogus)", "@layer a", "@layer b", "@container (width>1px)",
    "@media (prefers-color-scheme:dark)", "@media screen,print", "@layer", ".c0", "div",
)  # fmt: skip
TEXTS = (
    "{}",
    " {} ",
    "{} {} ",
    " {}",
    "{} ",
    "{}&shy;{}",
    "{}&#8203;{}",
    "{}&nbsp;{}",
    "{}&zwj;{}",
    "\n{}\t{}\n",
    "{}-{}",
)
