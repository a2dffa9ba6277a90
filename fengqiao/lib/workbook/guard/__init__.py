"""What is looked at before a file is handed to the reader below us.

That reader (calamine) holds a sheet as one dense block from the first cell to the last and ends
the process when memory does not suffice, and it shows the error values of Excel as blanks. So the
parts are walked through once before: sizes, the span of each sheet, and where its error values
stand.
"""
