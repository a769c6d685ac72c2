"""Where a refresh leads: the value of `<meta http-equiv=refresh>` and of the Refresh header.

Source: the HTML standard, section 4.2.5.3, “shared declarative refresh steps”.
"""

_SPACE = "\t\n\f\r "
_DIGITS = "0123456789"


def refresh_target(value: str) -> str:
    """Return the address in a refresh, as written; empty when it reloads the page itself, or is none."""
    value = value.lstrip(_SPACE)
    rest = value.lstrip(_DIGITS)
    if rest == value and not rest.startswith("."):
        return ""
    rest = rest.lstrip(_DIGITS + ".")
    if not rest.startswith((";", ",", *_SPACE)):
        return ""
    rest = rest.lstrip(_SPACE)
    rest = (rest[1:] if rest.startswith((";", ",")) else rest).lstrip(_SPACE)
    label, mark, named = rest.partition("=")
    if mark and label.rstrip(_SPACE).lower() == "url":
        rest = named.lstrip(_SPACE)
    quote = rest[:1]
    return (rest[1:].partition(quote)[0] if quote in {"'", '"'} else rest).strip(_SPACE)
