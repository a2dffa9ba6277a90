"""The dated tree of cities, districts, towns, villages and offices: identity, place, names;
nothing more."""
