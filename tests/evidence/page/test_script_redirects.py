"""Scripts that send every visitor elsewhere, and scripts that only might."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.page.script_redirects import script_redirect
from evidence.scripts.syntax import MOST_SCRIPT

PAGE = "https://club.example/news/today.html"


def leads_to(html: str) -> str:
    return script_redirect(html, encoding="utf-8", page_url=PAGE, base_url=PAGE)


@pytest.mark.parametrize(
    "script",
    [
        'location = "https://shop.example/x"',
        "window.location.href='https://shop.example/x';",
        'document.location = "https://shop.example/x"; // now',
        'top . location = "https:\\/\\/shop.example\\/x"',
        'location.replace("https://shop.example/x")',
        "window.location.assign(`https://shop.example/x`);",
        'self.location.href = "https://" + "shop.example" + "/x"',
        'var to = "https://shop.example/x"; location.href = to;',
        'const host = "https://shop.example"; location = host + "/x";',
        'location = "\\x68ttps://shop.ex\\u0061mple/x"',
        'setTimeout(function () { location.href = "https://shop.example/x"; }, 3000);',
        "setTimeout(() => location.replace('https://shop.example/x'));",
        "setTimeout(\"location.href='https://shop.example/x'\", 0)",
        '(function () { window.location = "https://shop.example/x"; })();',
        '!function(){location="https://shop.example/x"}()',
        '(() => { location = "https://shop.example/x" })()',
        'window.onload = function () { location = "https://shop.example/x"; };',
        'addEventListener("load", () => { location = "https://shop.example/x" });',
        'try { location = "https://shop.example/x" } catch (e) {}',
        'function go() { location = "https://shop.example/x"; } go()',
        '<!--\nlocation = "https://shop.example/x"\n//-->',
    ],
)
def test_a_redirect_is_read(script: str) -> None:
    assert leads_to(f"<p>wait<script>{script}</script>") == "https://shop.example/x"


@pytest.mark.parametrize(
    "script",
    [
        'if (navigator.userAgent.includes("Mobile")) location = "https://shop.example/x";',
        'button.onclick = function () { location = "https://shop.example/x"; };',
        'function go() { location = "https://shop.example/x"; }',
        'addEventListener("click", () => { location = "https://shop.example/x" });',
        '// location = "https://shop.example/x"',
        'log("location = \\"https://shop.example/x\\"");',
        'if (location == "https://shop.example/x") stay();',
        'map.location = "https://shop.example/x";',
        "location.href = url;",
        "location.href = `https://${host}/x`;",
        'location.hash = "https://shop.example/x";',
        'setTimeout(() => location.replace("https://shop.example/x"), 60000);',
        'location = "javascript:void(0)";',
        f'location.replace("{PAGE}#top")',
        'location = "today.html"',
        'return; location = "https://shop.example/x"',
        "",
        "location = ",
    ],
)
def test_a_look_alike_is_none(script: str) -> None:
    assert leads_to(f"<p>wait<script>{script}</script>") == ""


def test_where_scripts_stand() -> None:
    code = "location = '/x'"
    assert leads_to(f'<body onload="{code}">') == "https://club.example/x"
    assert leads_to(f"<script type=module>{code}</script>") == "https://club.example/x"
    assert leads_to(f"<script type='application/ld+json'>{code}</script>") == ""
    assert leads_to(f"<!-- <script>{code}</script> --><pre>{code}</pre>") == ""
    assert leads_to(f"<script>go()</script><script>{code}</script>") == "https://club.example/x"


@pytest.mark.parametrize(
    "script",
    ["(" * 20_000 + "location = 'x'", "'a' + " * 9_000 + "location = 'x'", "{" * 20_000 + "location='x'" + "}" * 20_000,
     "!" * 20_000 + "(location='x')", "(()=>" * 9_000 + "(location='x')" + ")()" * 9_000,
     'setTimeout("' * 5_000 + "location='x'",
     " " * MOST_SCRIPT + "location = 'x'", "location = " + "'a' + " * 9_000 + "'b'"],
)  # fmt: skip
def test_a_script_that_wants_to_hurt_ends(script: str) -> None:
    assert leads_to(f"<script>{script}</script>") in {"", "https://club.example/news/x"}


@given(st.text(alphabet="location='\"().href;{}+ \\u0041\nif", max_size=60))
def test_any_text_is_read(text: str) -> None:
    leads_to(f"<script>location = {text}</script>")
