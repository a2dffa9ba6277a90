"""Mechanisms without a subject of their own."""
