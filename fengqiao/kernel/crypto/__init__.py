"""SM4 fields, keyed look-ups and the keys they need; knows no subject."""
