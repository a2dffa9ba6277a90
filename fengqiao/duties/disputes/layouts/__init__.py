"""How the papers of a dispute look. A layout that was in use is never changed: another one follows it in
the table, and what was issued keeps its own."""

OPEN_DAY = "\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日"  # for the pen
DAY = f"日期:{OPEN_DAY}"
