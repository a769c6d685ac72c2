"""Addresses: what they are, when two are one, and how near one comes to another (the match ladder)."""
