"""Procedures as tables, and the one engine that changes a state."""
