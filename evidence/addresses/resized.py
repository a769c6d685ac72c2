"""Resized siblings of an image: the form that the URLs of all its derived copies share (level L3)."""

from evidence.addresses.resize_rules import MARKS


def shared_form(path: str) -> str:
    """Undo every mark of a derived copy in the path of a URL; equal for all copies of one image.

    Takes and gives a path without a query, or a whole URL without one.
    """
    for _ in range(4):
        before = path
        for mark in MARKS:
            path = mark.pattern.sub(mark.original, path)
        if path == before:
            break
    return path
