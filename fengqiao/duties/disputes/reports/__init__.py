"""What the law bids to report: found, reported, answered; before that no dispute ends."""
