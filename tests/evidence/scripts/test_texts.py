"""What scripts put together from literals is read; what depends on anything else is not guessed."""

import base64

import pytest

from evidence.scripts.running import running
from evidence.scripts.syntax import given
from evidence.scripts.texts import Scope

CODES = ", ".join(str(ord(letter)) for letter in "<div>")
PLAIN = base64.b64encode(b"<div>").decode()


def said(script: str) -> str | None:
    """Return the text that the last call of a script is given."""
    scope = Scope()
    calls = [node for node in running(script, scope) if node.type == "call_expression"]
    return scope.text(given(calls[-1])[0])


@pytest.mark.parametrize(
    "expression",
    [
        "'<div>'",
        '"<div>"',
        "`<div>`",
        "'<d' + 'iv' + '>'",
        "('<' + ('div')) + '>'",
        "'<d'.concat('iv', '>')",
        f"String.fromCharCode({CODES})",
        "unescape('%3Cdiv%3E')",
        "decodeURIComponent('%3Cdiv%3E')",
        "window.decodeURI('%3Cdiv%3E')",
        f"atob('{PLAIN}')",
        r"'\x3cdiv\x3e'",
        r"'\u003cdiv\u{3e}'",
        r"'\74div\76'",
        r"'\<div\>'",
        "'<di\\\nv>'",
    ],
)
def test_spellings_of_one_text(expression: str) -> None:
    assert said(f"f({expression})") == "<div>"
    assert said(f"var a = {expression}; const b = a; f(b)") == "<div>"
    assert said(f"function g() {{ return {expression} }} f(g())") == "<div>"


@pytest.mark.parametrize(
    "expression",
    [
        "a", "`<${a}>`", "'<' + a", "'a' - 'b'", "g()", "atob('?')", "atob(a)", "String.fromCharCode(a)", "/x/", "null",
        "String.fromCharCode(55357, 56832)", r"'\ud83d'.length", "a.concat('b')", "'a' + " * 2_000 + "'b'",
    ],
)  # fmt: skip
def test_what_is_not_plain(expression: str) -> None:
    assert said(f"f({expression})") is None


def test_a_text_that_grows_without_end_is_given_up() -> None:
    assert said(f"var a = '{'x' * 9_000}'; a = a + a; f(a)") is None
