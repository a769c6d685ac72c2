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
