"""Lines of work: one folder each; they do not know each other."""
