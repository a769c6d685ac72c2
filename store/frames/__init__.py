"""Bulk reads: whole tables as frames, a shard of domains at a time."""
