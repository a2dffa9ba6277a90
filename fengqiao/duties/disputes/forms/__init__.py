"""What is typed: cleaned, and handed over."""
