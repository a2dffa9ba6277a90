"""Figures that are counted from rows, and open them."""
