"""Files that bring many rows: uploaded, checked, shown as a preview, and taken in as a whole or not at all."""
