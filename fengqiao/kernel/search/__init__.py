"""One box over all that a user may see: what apps offer, found by codes, counted within rights."""
