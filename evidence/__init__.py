"""Evidence: bytes, headers and a URL go in, a frozen `PageEvidence` comes out.

Pure: no network, no clock, no database, no settings.
"""
