"""The pages of figures and returns."""
