"""Committees, studios and mediators."""
