"""What the watch announces, in the transaction in which it notes that it did."""

from django.dispatch import Signal

level_reached = Signal()  # term, level
term_moved = Signal()  # term, before: its end by the calendar that was expected
