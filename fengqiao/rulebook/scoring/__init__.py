"""Points, grades, ranks and money of a pack that has them: exact, in integers of the pack's own grain.

What a pack says of them is in `rulebook.marks`. `points` is what an item earns, `whole` what an office
earns, `ranking` what only the whole cohort shows; `rulebook.scored` runs them.
"""
