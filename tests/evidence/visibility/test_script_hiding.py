"""What scripts hide is told from what they leave alone, without running them."""

import pytest

from evidence.model import Visibility
from tests.evidence.pages import IMAGE, read

LINK = f'<a href="{IMAGE}">bottle</a>'
MADE_STYLE = """<script>var s=document.createElement('st'+'yle');
s.innerHTML='#q7{position:fixed;overflow:hidden;top:-152413851px}';</script>"""
CODES = ",".join(str(ord(char)) for char in '<div style="display:none">')


@pytest.mark.parametrize(
    ("page", "visibility"),
    [
        (
            f"""<script>document.write('<div style="display:none">')</script>{LINK}""",
            Visibility.SCRIPT_HIDDEN,
        ),
        (f"<script>document.write(String.fromCharCode({CODES}))</script>{LINK}", Visibility.SCRIPT_HIDDEN),
        (
            f"<p id=x>{LINK}</p><script>document.getElementById('x').style.display='none'</script>",
            Visibility.SCRIPT_HIDDEN,
        ),
        (
            f"<div id=q7>{LINK}</div>{MADE_STYLE}",
            Visibility.SCRIPT_HIDDEN,
        ),
        (
            f"""<div id=q7>{LINK}</div><script>document.createElement('style').innerHTML='#q7{{top:0}}'</script>""",
            Visibility.VISIBLE,
        ),
        # look-alikes: closed again, another id, a box that shows, a counter in a hidden box of its own
        (
            f"""<script>document.write('<p style="display:none">')</script><script>document.write('</p>')</script>{LINK}""",
            Visibility.VISIBLE,
        ),
        (
            f"<p id=x>{LINK}</p><script>document.getElementById('y').style.display='none'</script>",
            Visibility.VISIBLE,
        ),
        (
            f"""<p id=x>{LINK}</p><script>function tab(on) {{ var o = document; if (on)
            o.getElementById('x').style.display='block'; else o.getElementById('x').style.display='none' }}</script>""",
            Visibility.VISIBLE,
        ),
        (
            f"""<p id=x>{LINK}</p><script>cross.onclick = function() {{
            document.getElementById('x').style.display = 'none'; }}</script>""",
            Visibility.VISIBLE,
        ),
        (
            f"""<p id=x>{LINK}</p><script>window.onload = function() {{ a = {{}};
            document.getElementById('x').style.display = 'none'; }}</script>""",
            Visibility.SCRIPT_HIDDEN,
        ),
        (f"<script>document.write('<div class=\"big\">')</script>{LINK}", Visibility.VISIBLE),
        (f"""<script>document.write('<b style="display:none">7</b>')</script>{LINK}""", Visibility.VISIBLE),
        (
            f'<div style="visibility:hidden">a <b style="visibility:visible">{LINK}</b></div>',
            Visibility.VISIBLE,
        ),
        (f'<div style="display:none">a <b style="visibility:visible">{LINK}</b></div>', Visibility.HIDDEN),
    ],
)
def test_visibility(page: str, visibility: Visibility) -> None:
    carrier = read(f"<p>one two</p>{page}").references[0].carrier
    assert carrier.visibility is visibility
    assert bool(carrier.hidden_by) is (visibility is not Visibility.VISIBLE)


STYLED = "<style>.gone{display:none}.far .in{position:absolute;left:-9999px}</style>"
HIDING = [
    "document.getElementById('x').style.display='none'", 'document.getElementById("x").style.visibility = "hidden";',
    "document.getElementById(`x`)['style']['display'] = `none`", "document.getElementById('x').style.opacity = 0",
    "var e = document.getElementById('x'); e.style.display = 'no' + 'ne'", "const s = document.querySelector('#x').style; s.display = 'none'",
    "var e=document.getElementById('x').style;e.position='absolute';e.left='-9999px'",
    "var e=document.getElementById('x');e.style.overflow='hidden';e.style.maxHeight='0px'",
    "document.querySelectorAll('.k').forEach(function (e) { e.style.display = 'none' })", "document.querySelectorAll('.k')[0].style.display='none'",
    "document.getElementsByClassName('k')[0].style.display='none'", "document.getElementById('x').firstElementChild; document.getElementById('i').parentNode.style.display='none'",
    "document.getElementById('x').setAttribute('style','display:none')", "document.getElementById('x').setAttribute('hidden','')",
    "document.getElementById('x').hidden = true", "document.getElementById('x').style.cssText = 'position:absolute;left:-9999px'",
    "document.getElementById('x').style.cssText += ';display:none'", "document.getElementById('x').style.setProperty('display','none','important')",
    "Object.assign(document.getElementById('x').style, {display: 'none'})", "document.getElementById('x').remove()",
    "var e=document.getElementById('x');e.parentNode.removeChild(e)", "document.getElementById('x').innerHTML=''",
    "document.getElementById('x').classList.add('gone')", "document.getElementById('x').className = 'gone'", "document.getElementById('x').className += ' far'",
    "document.getElementById('x').setAttribute('class', 'gone')",
    "var s=document.createElement('st'+'yl'+'e');s.textContent='#x{display:none}';document.head.appendChild(s)",
    "var s=document.createElement('style');s.appendChild(document.createTextNode('.k{display:none}'));document.head.appendChild(s)",
    "sheet.insertRule('#x{display:none}',0)", "document.write('<style>#x{display:none}</style>')", "document.write('<sty'+'le>@media screen{.k{opacity:0}}</sty'+'le>')",
    "document.body.insertAdjacentHTML('beforeend','<style>#x{display:none}</style>')", "document.head.innerHTML+='<style>#x{display:none}</style>'",
    "$('#x').hide()", "jQuery('.k').hide();", "$('#x').css('display','none')", "$('#x').css({'position':'absolute', left:'-9999px'})",
    "$(function () { $('#x').hide() })", "jQuery(document).ready(function ($) { $('#x').css('visibility','hidden') })", "$('#x').attr('style','display:none')",
    "$('#x').addClass('gone')", "$('#x').remove()",
    "function end_(){document.getElementById('x').style.display=get_style()} function get_style(){return 'none'} end_()",
    "if (document.getElementById('x')) document.getElementById('x').style.display='none'",
    "var e = document.getElementById('x'); if (e != null) { e.style.display = 'none' }",
]  # fmt: skip
SHOWING = [
    "document.getElementById('x').style.display='none';document.getElementById('x').style.display=''",
    "document.getElementById('x').style.display='none';document.getElementById('x').style.display='block'",
    "$('#x').hide(); window.more = function () { $('#x').show() }", "$('#x').hide(); $('#b').click(function () { $('#x').slideToggle() })",
    "var e=document.getElementById('x'); e.style.opacity=0; b.onclick=function () { e.style.opacity=1 }",
    "document.getElementById('x').classList.add('gone'); b.onclick=()=>document.getElementById('x').classList.remove('gone')",
    "document.getElementById('b').addEventListener('click', () => document.getElementById('x').style.display='none')",
    "function hideIt(){document.getElementById('x').style.display='none'}", "// document.getElementById('x').style.display='none'\n",
    "if (navigator.appName == 'Netscape4') { document.getElementById('x').style.display='none' }",
    "document.getElementById('x').style.color='none'", "document.getElementById('x').style.display=how", "document.getElementById(name).style.display='none'",
    "document.getElementById('x').classList.add('other')", "document.getElementById('x').classList.remove('gone')", "document.getElementById('x').hidden = false",
    "document.getElementById('x').style.position='absolute'", "document.write('<style media=print>#x{display:none}</style>')",
    "document.write('<style>#x{color:red}</style>')", "sheet.insertRule('#y{display:none}',0)", "$('#y').hide()", "$('[').hide()", "$('#x')", "$('#x').text('')",
    "document.body.style.display='none'", "document.documentElement.className += ' gone'", "document.getElementById('x').style.cssText = other",
    "if (self != top) document.getElementById('x').remove()",
]  # fmt: skip


@pytest.mark.parametrize("script", HIDING)
def test_spellings_that_hide(script: str) -> None:
    page = f"{STYLED}<div id=x class=k><p class=in id=i>{LINK}</p></div><script>{script}</script>"
    carrier = read(page).references[0].carrier
    assert carrier.visibility is Visibility.SCRIPT_HIDDEN
    assert carrier.hidden_by.endswith("(static reading)")


@pytest.mark.parametrize("script", SHOWING)
def test_scripts_that_leave_it_in_sight(script: str) -> None:
    page = f"{STYLED}<div id=x class=k><p class=in>{LINK}</p></div><div id=y>a</div><b id=b>b</b><script>{script}</script>"
    assert read(page).references[0].carrier.visibility is Visibility.VISIBLE


@pytest.mark.parametrize(
    "control",
    ["<a href='#x'>more</a>", "<button aria-controls=x>more</button>", "<b onclick=\"flip('x')\">more</b>", "<label for=x>more</label>"],
)  # fmt: skip
def test_what_a_control_opens_is_not_hidden(control: str) -> None:
    page = f"<div id=x>{LINK}</div>{control}<script>$('#x').hide()</script>"
    assert read(page).references[0].carrier.visibility is Visibility.VISIBLE


def test_the_rule_says_what_the_script_does() -> None:
    page = f"<div id=x>{LINK}</div><script>$('#x').css({{position:'fixed',top:'-9999px'}})</script>"
    rule = 'position: fixed; top: -9999px, set by a script for <div id="x"> (static reading)'
    assert read(page).references[0].carrier.hidden_by == rule


def test_scripts_may_ask_for_much_and_get_little() -> None:
    asking = "".join(f"$('.a{number} b').hide();" for number in range(20_000))
    page = "<p>" + "<b>a</b>" * 20_000 + f"{LINK}<script>{asking}</script>"
    assert read(page).references[0].carrier.visibility is Visibility.VISIBLE
