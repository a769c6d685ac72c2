"""Visible text: encodings, words, windows, languages, fingerprints."""
