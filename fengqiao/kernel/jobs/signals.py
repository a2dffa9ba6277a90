"""What jobs announce to those above, whom they may not know."""

from django.dispatch import Signal

job_ended = Signal()  # job: done, refused or failed; sent in the transaction that writes it
