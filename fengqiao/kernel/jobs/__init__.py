"""Work in the background: with progress, retries, a periodic table, and failures that are seen."""
