"""Workbooks in and out, for tables that people keep in Excel: no Django, no domain.

`layout` describes a sheet as a table of columns, `sources` opens a file whatever its format,
`reading` turns a sheet into typed columns and a list of faults, `write` makes workbooks. Whatever
a file holds, only `InputRefused` comes out.
"""
