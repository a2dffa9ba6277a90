"""Natural persons: one record for each, seen by the offices that know him."""
