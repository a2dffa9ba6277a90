"""What the trail announces to those above, whom it may not know."""

from django.dispatch import Signal

trail_bent = Signal()  # findings: how many rows a verification found not as they were
