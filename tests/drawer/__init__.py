"""An app of the tests alone: what holds encrypted values before a register does."""
