"""Looks at offices from above."""
