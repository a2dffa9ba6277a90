"""Papers that are issued: so far the numbers that they bear."""
