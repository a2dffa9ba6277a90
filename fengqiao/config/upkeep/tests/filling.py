"""What is put into a system before it is saved, and what goes on in it meanwhile; run inside it."""

FILL = """
import json
from fengqiao.kernel.accounts.demo import make_demo_accounts
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.tree import grow
from fengqiao.kernel.audit.sealing import seal
from fengqiao.oversight.standards.models import Judgement
from fengqiao.oversight.standards.keeping import folder
from datetime import date
make_demo_accounts()
[city] = grow([(None, AreaKind.CITY)])
grow([(city, AreaKind.DISTRICT)] * 3)
(folder() / "a.parquet").write_bytes(b"kept" * 1000)
Judgement.objects.create(
    standard="taizhou-2021", title="标准", edition="2021-08-19", digest="d", on=date(2026, 1, 1),
    file="a.parquet", file_digest="d", about={},
)
"""

# Each turn is one transaction: a place and the entry that says so; and an upload, file before row,
# of which the one before the last is given up, row before file.
WRITE = """
import itertools
from datetime import date
from django.db import transaction
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.tree import grow
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.audit.sealing import seal
from fengqiao.kernel.imports.models import Import, State
from fengqiao.kernel.imports.storage import folder
user, city, old = User.objects.first(), Area.objects.first(), []
for turn in itertools.count():
    with transaction.atomic():
        [place] = grow([(city, AreaKind.TOWN)])
        record("audit.forgotten", by=user, subject=place, reason="写入", count=turn)
    (folder() / f"{turn}.xlsx").write_bytes(b"upload" * 500)
    old.append(Import.objects.create(
        kind="roster", state=State.READY, file=f"{turn}.xlsx", name="名册", size=3000, digest="d",
        on=date(2026, 1, 1), by=user,
    ))
    if turn > 2:
        gone = old.pop(0)
        Import.objects.filter(pk=gone.pk).update(file="", state=State.DISCARDED)
        (folder() / gone.file).unlink()
    if turn % 10 == 0:
        seal()
        print(turn, flush=True)
"""

# Every link of the chain, after all is sealed.
CHAIN = """
import json
from fengqiao.kernel.audit.models import Link
from fengqiao.kernel.audit.sealing import seal
seal()
print(json.dumps(dict(Link.objects.values_list("position", "hash"))))
"""

# Rows by table, without those that the machine itself writes.
COUNTS = """
import json
from django.db import connection
from fengqiao.config.upkeep.seen import PASSING
with connection.cursor() as cursor:
    counts = {}
    for table in connection.introspection.table_names(cursor):
        if table not in PASSING:
            cursor.execute(f'SELECT count(*) FROM "{table}"')
            counts[table] = cursor.fetchone()[0]
print(json.dumps(counts))
"""

# Towns, the entries that speak of them, uploads whose file is not there, and the places after one more.
WITNESS = """
import json
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.tree import grow
from fengqiao.kernel.audit.models import Entry, Payload
from fengqiao.kernel.imports.models import Import
from fengqiao.kernel.imports.storage import folder
entries = Entry.objects.filter(act="audit.forgotten")
lost = [one.file for one in Import.objects.exclude(file="") if not (folder() / one.file).exists()]
made = [
    Area.objects.filter(kind=AreaKind.TOWN).count(), entries.count(),
    Payload.objects.filter(entry__in=entries).count(),
]
grow([(Area.objects.first(), AreaKind.TOWN)])
print(json.dumps([made, lost]))
"""
