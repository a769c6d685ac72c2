"""A visit to a page: looked at, doubted, settled, judged, and when to come again."""
