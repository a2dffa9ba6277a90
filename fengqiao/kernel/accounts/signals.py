"""What accounts announce to those above, whom they may not know."""

from django.dispatch import Signal

new_device = Signal()  # user, device, address: somebody signed in from where he never did before
code_given = (
    Signal()
)  # user, by: a one-time code, inside the transaction; by is None on the console
password_set = Signal()  # user, request: by a one-time code, inside the transaction
work_handed_over = Signal()  # user, to, count: inside the transaction
sessions_ended = Signal()  # user, count, reason: inside the transaction
