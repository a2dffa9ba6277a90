"""What is typed on the pages of organisations: cleaned here, handed over to `actions`."""
