"""Pages of the protection of personal data, by file."""
