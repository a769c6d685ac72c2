"""What a script does whenever its page is loaded is told from what waits for a reader or a test."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.scripts.running import running
from evidence.scripts.syntax import source
from evidence.scripts.texts import MOST_STEPS, Scope

RUN = [
    "go(1)", "x = go(1)", "var x = go(1)", "let x = go(1), y", "!go(1)", "void go(1)", "(go(1))", "{ go(1) }", "0, go(1)",
    "try { go(1) } catch (e) {}", "(function () { go(1) })()", "!function () { go(1) }()", "(() => go(1))()", "(() => { go(1) })()",
    "function f() { go(1) } f()", "f(); function f() { go(1) }", "var f = function () { go(1) }; f()", "const f = () => go(1); f()",
    "setTimeout(function () { go(1) }, 10)", "setTimeout('go(1)')", "window.setTimeout(() => go(1), 999)",
    "window.onload = function () { go(1) }", "onload = () => go(1)", "window.addEventListener('load', () => go(1))",
    "document.addEventListener('DOMContentLoaded', function () { go(1) })", "$(function () { go(1) })",
    "jQuery(document).ready(function ($) { go(1) })", "eval('go(1)')", "eval(String.fromCharCode(103,111,40,49,41))",
    "list.forEach(function (one) { go(1) })", "(function (a) { go(a) })(1)",
]  # fmt: skip
NOT_RUN = [
    "// go(1)", "'go(1)'", "function f() { go(1) }", "if (a) go(1)", "if (a) {} else { go(1) }", "a && go(1)", "a ? go(1) : 0",
    "for (;;) go(1)", "while (a) { go(1) }", "b.onclick = function () { go(1) }", "b.addEventListener('click', () => go(1))",
    "b.addEventListener('load', () => go(1))", "setTimeout(() => go(1), 60000)", "setTimeout(() => go(1), later)",
    "return; go(1)", "(function () { return; go(1) })()", "$('#b').click(function () { go(1) })", "x.ready(function () { go(1) })",
    "class A { b() { go(1) } }", "f(() => go(1))", "eval(a + 'go(1)')",
]  # fmt: skip


def calls(script: str, scope: Scope | None = None) -> list[str]:
    return [source(node) for node in running(script, scope or Scope()) if node.type == "call_expression"]


@pytest.mark.parametrize("script", RUN)
def test_what_runs(script: str) -> None:
    found = calls(script)
    assert "go(1)" in found or "go(a)" in found


@pytest.mark.parametrize("script", NOT_RUN)
def test_what_waits(script: str) -> None:
    assert "go(1)" not in calls(script)


def test_later_scripts_know_what_earlier_ones_made() -> None:
    scope = Scope()
    assert calls("function f() { go(1) }", scope) == []
    assert calls("f()", scope) == ["f()", "go(1)"]


def test_a_condition_that_surely_holds_is_followed() -> None:
    script = "if (here) go(1); if (away) go(2)"
    found = running(script, Scope(), lambda condition: source(condition) == "here")
    assert [source(node) for node in found] == ["go(1)"]


def test_functions_that_call_each_other_end() -> None:
    script = "function f() { " + "g();" * 50 + "} function g() { " + "f();" * 50 + "} f()"
    assert len(calls(script)) <= MOST_STEPS


@given(st.lists(st.sampled_from(["go(1)", ";", "{", "}", "(", ")", "function f()", "=>", "x = ", "'", '"', "`", "\\", "f()", "$(", "if (a) ", "return", ",", "eval('f()')", "+", "\n"]), max_size=20))  # fmt: skip
def test_no_script_breaks_the_reading(pieces: list[str]) -> None:
    assert len(calls("".join(pieces))) <= MOST_STEPS
