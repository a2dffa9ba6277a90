"""Taking a key out of the running system once nothing stands under it."""

from pathlib import Path

from django.db import connection, transaction

from fengqiao.kernel.crypto import columns, keyfile
from fengqiao.kernel.crypto.keys import Kind
from fengqiao.kernel.crypto.models import KeyCheck
from fengqiao.kernel.crypto.ring import ring
from fengqiao.lib.faults import InputRefused


def retire(key_id: str) -> Path | None:
    """Where the key was put: old backups still want it. None where the environment holds it."""
    with keyfile.changing(), transaction.atomic():
        keys = ring.now()
        found = next((one for one in keys if key_id in one.secrets), None)
        if found is None:
            raise InputRefused(f"没有密钥 {key_id}")
        if key_id == found.current:
            raise InputRefused(f"密钥 {key_id} 正在使用,请先运行 keys rotate")
        _hold_writers(found.kind)
        if count := columns.uses(key_id):
            raise InputRefused(f"还有{count}个值用密钥 {key_id},请先运行 keys rotate --resume")
        aside = None
        if not keyfile.from_environment():
            aside = keyfile.put_aside(key_id, found.secrets[key_id])
            keyfile.write(keys.with_set(found.without(key_id)))
        KeyCheck.objects.filter(key_id=key_id).delete()
    return aside


def _hold_writers(kind: Kind) -> None:
    """Wait for those who write and let nobody else begin; SQLite has one writer anyhow."""
    if connection.vendor == "postgresql":
        names = [connection.ops.quote_name(one.table) for one in columns.present(kind)]
        with connection.cursor() as cursor:
            for name in sorted(set(names)):
                cursor.execute(f"LOCK TABLE {name} IN SHARE MODE")
