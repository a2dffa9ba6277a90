"""The permission matrix: who may open which address, and where.

Each app has two files here. `<app>.txt` is the table that a director can read: a line for each
address, method and place, a column for each role. `<app>.py` says for each address of a record
which record is asked for.

To add an address: write its lines in the app's table (a header line as in the other tables), and,
where the address names a record, a line in the `RECORDS` of the app's module. The test shows the
answers of every line that differs; read them with the eyes of the director before you take them
over.

Where a record lies: 本区域 is the asker's own area; 他区域 another office of another district (for a
role of the city: of another city); 上级 the level above his own. A record of a person is 本人 (the
asker's), 同事 (a colleague's of the same area), 他区域 or 上级. 列表 is an address without a record.
"""
