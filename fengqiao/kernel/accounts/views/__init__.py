"""The pages of signing in and of one's own security, a module for each matter."""
