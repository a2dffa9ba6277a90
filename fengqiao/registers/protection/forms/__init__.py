"""Input about the protection of personal data, by page."""
