"""What imports announce to those above, whom they may not know."""

from django.dispatch import Signal

import_moved = Signal()  # staged: ready, refused or done; sent in the transaction that writes it
