"""Reads rule packs and judges plain tables; no Django."""
