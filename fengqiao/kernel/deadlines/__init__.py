"""Terms, and the calendar of working days that they are counted by."""
