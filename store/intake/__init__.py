"""Reported backlinks on their way in."""
