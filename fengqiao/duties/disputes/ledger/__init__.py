"""The dispute ledger (台账) that offices keep in Excel: taken in as cases in their end state.

`sheet` says what a ledger looks like, `rules` what must agree within a row, `reading` takes one in,
`plan` compares it with the cases that are there, `writing` makes it so; `importer` is the door.
"""
