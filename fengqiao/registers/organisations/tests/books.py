"""Rosters as workbooks on the disk."""

from pathlib import Path
from typing import Any

import openpyxl

from fengqiao.rulebook.roster.sheets import LAYOUTS


def book_of(folder: Path, **sheets: list[dict[str, Any]]) -> Path:
    """`book_of(tmp_path, offices=[{...}])`: the columns of a sheet are those of its first row."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for layout in LAYOUTS:
        if rows := sheets.get(layout.name):
            headers = {column.name: column.header for column in layout.columns}
            sheet = book.create_sheet(layout.title)
            sheet.append([headers[name] for name in rows[0]])
            for row in rows:
                sheet.append(list(row.values()))
    path = folder / "名册.xlsx"
    book.save(path)
    return path
