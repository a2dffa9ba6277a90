"""达标: judgements of offices against a construction standard, kept and opened (clauses 1.2, 3.1-3.3)."""
