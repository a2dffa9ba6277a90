"""What imports announce to those above, whom they may not know."""

from django.dispatch import Signal

# staged: ready, refused, done, or discarded for a mark of a state secret; sent in the transaction that
# writes it
import_moved = Signal()
