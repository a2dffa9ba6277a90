"""Disputes, from the first word to their end (2.3.a, 2.3.f)."""
