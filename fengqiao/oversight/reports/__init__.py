"""报表: the returns that are drawn from the figures, and what was reported beside them."""
