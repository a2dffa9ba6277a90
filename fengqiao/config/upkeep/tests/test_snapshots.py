"""What a job reads at one moment, in a system that others write to meanwhile."""

# A reader in this thread, a writer in another, with connections of their own.
READ_TWICE = """
import json, threading
from django.db import connection
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.snapshots import snapshot
from fengqiao.kernel.areas.tree import grow

def write():
    grow([(None, AreaKind.CITY)])
    connection.close()

def meanwhile():
    thread = threading.Thread(target=write)
    thread.start()
    thread.join(10)
    return not thread.is_alive()

counts = []
with snapshot():
    counts.append(Area.objects.count())
    written = meanwhile()
    counts.append(Area.objects.count())
counts.append(Area.objects.count())
grow([(None, AreaKind.CITY)])
counts.append(Area.objects.count())
print(json.dumps([written, counts]))
"""


def test_a_reader_sees_one_moment_and_keeps_no_writer_waiting(filled):
    written, (first, then, after, own) = filled.script(READ_TWICE)
    assert written
    assert (then, after, own) == (first, first + 1, first + 2)
