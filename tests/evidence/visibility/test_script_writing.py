"""Markup that scripts write around what the page itself holds, in many spellings."""

import pytest

from evidence.visibility.script_writing import opens_hidden_box, written

BOX = '<div style="display:none">'
CODES = ",".join(str(ord(char)) for char in BOX)


@pytest.mark.parametrize(
    "script",
    [
        f"document.write('{BOX}')",
        f"document.writeln('{BOX}');",
        f"window.document.write('{BOX}')",
        f"document['write']('{BOX}')",
        "document.write(\"<div style='display:none'>\")",
        'document.write("<div style=\\"display:none\\">")',
        "document.write('<div st' + 'yle=\"disp' + 'lay:none\">')",
        "document.write('<div ', 'style=\"display:none\">')",
        f"document.write(String.fromCharCode({CODES}))",
        "document.write(unescape('%3Cdiv%20style%3D%22display%3Anone%22%3E'))",
        "document.write('\\x3cdiv style=\\x22display:none\\x22\\x3e')",
        f"var d = '{BOX}'; document.write(d)",
        f"document.write('<div>'); document.write('{BOX}')",
        "document.write('<div style=\"position:absolute;top:-9999px;left:0;\">');",
        "document.write('<div hidden>')",
        "document.write('<marquee width=0>')",
        "document.write('<noscript>')",
        "document.write('<textarea>')",
        "document.write('<template>')",
        "document.write('<!-- ')",
        f"(function () {{ document.write('{BOX}') }})()",
    ],
)
def test_a_box_that_hides_is_left_open(script: str) -> None:
    assert opens_hidden_box(written(script))


@pytest.mark.parametrize(
    "script",
    [
        "document.write('<div class=\"big\">')",
        "document.write('<div style=\"display:none\"><img src=/c.gif></div>')",
        "document.write('<b style=\"display:none\">7</b>')",
        "document.write('<script src=\"/a.js\"><\\/script>')",
        "document.write('<script src=\"/a.js\">')",
        "document.write('<div style=\"display:none\">'); document.write('</div>')",
        "document.write('<style>p{display:none}')",
        "document.write('<details>')",
        "document.write(5 < 6)",
        f"if (old) document.write('{BOX}')",
        f"button.onclick = function () {{ document.write('{BOX}') }}",
        f"log('{BOX}')",
        f"file.write('{BOX}')",
        "document.write(unknown)",
        "",
    ],
)
def test_nothing_that_follows_is_hidden(script: str) -> None:
    assert not opens_hidden_box(written(script))
