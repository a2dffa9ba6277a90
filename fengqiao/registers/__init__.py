"""Nouns that everybody needs."""
