"""Input about persons, by page."""
