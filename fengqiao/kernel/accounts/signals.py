"""What accounts announce to those above, whom they may not know."""

from django.dispatch import Signal

new_device = Signal()  # user, device, address: somebody signed in from where he never did before
