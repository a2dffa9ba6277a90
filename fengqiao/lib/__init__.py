"""Small pure helpers; no Django, no domain."""
