"""Files that bring many rows: uploaded, checked, previewed, and taken in whole or not at all."""
