"""The pages 达标, from the city down to the rows behind a fact."""
