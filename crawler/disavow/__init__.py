"""Disavow files that people already have: what is wrong in them, what changed, and how to join them.

Pure functions over the bytes of a file; nothing here ever writes one. The rules are those of Google Search
Console Help, "Disavow links to your site": a text file in UTF-8 or ASCII of at most 100,000 lines and 2 MB;
on each line one address or `domain:` with one host name; comments on lines of their own after `#`.
"""
