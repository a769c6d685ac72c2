"""Column names of Search Console's exports, which follow the language of the interface."""

from typing import Final

LINKING_PAGE: Final = ("linking page", "דף מקשר")
"""English and Hebrew; in another language a list of linking pages reads as a plain list."""
