"""The pages of the trail."""
