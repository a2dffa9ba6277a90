"""Before anything runs: are these the keys under which the values were written?"""

import hmac
import secrets

from django.db import DatabaseError, connection, transaction

from fengqiao.kernel.crypto import columns, keyfile
from fengqiao.kernel.crypto.digests import hmac_sm3
from fengqiao.kernel.crypto.keys import Keys, KeysRefused
from fengqiao.kernel.crypto.models import KeyCheck
from fengqiao.kernel.crypto.ring import ring

HOW_TO_MEND = "请恢复原来的密钥文件(或环境变量)后再启动,见 docs/keys.md"


def check() -> None:
    """Refuse to go on with keys that are missing or wrong for values that are there.

    One statement where all is well; columns are read only where a check value is not met.
    """
    known = known_checks()
    if known is not None:
        _agree(ring.given(), known)


def prepare() -> bool:
    """Check, then make a first key file where no key was given; True where one was made.

    For `migrate`, before it touches the database.
    """
    known = known_checks()
    given = ring.given()
    if given is None and (known is None or not columns.any_value()):
        return keyfile.make_first()
    if known is not None:
        _agree(given, known)
    return False


def known_checks() -> list[KeyCheck] | None:
    """None where the database was not made yet."""
    connection.ensure_connection()
    try:
        with transaction.atomic():
            return list(KeyCheck.objects.all())
    except DatabaseError:
        if KeyCheck._meta.db_table in connection.introspection.table_names():
            raise
        return None


def _agree(given: Keys | None, known: list[KeyCheck]) -> None:
    held = {name: secret for one in given or () for name, secret in one.secrets.items()}
    for row in known:
        secret = held.pop(row.key_id, None)
        if secret is None:
            _refuse_if_used(row.key_id, f"缺少密钥 {row.key_id}")
        elif not is_met(row, secret):
            _refuse_if_used(row.key_id, f"密钥 {row.key_id} 不是原来的那一个")
            row.delete()
            note(row.key_id, secret)
    for key_id, secret in held.items():
        note(key_id, secret)


def _refuse_if_used(key_id: str, fault: str) -> None:
    if columns.uses(key_id):
        raise KeysRefused(f"{fault},而数据库中有用它加密的内容。{HOW_TO_MEND}")


def note(key_id: str, secret: bytes) -> None:
    """Keep the check value of a key; of two processes that note different ones, one is refused."""
    salt = secrets.token_hex(16)
    row, _made = KeyCheck.objects.get_or_create(
        key_id=key_id, defaults={"salt": salt, "check_value": _check_value(salt, secret)}
    )
    if not is_met(row, secret):
        raise KeysRefused(f"另有一个进程用着不同的密钥 {key_id}。{HOW_TO_MEND}")


def is_met(row: KeyCheck, secret: bytes) -> bool:
    return hmac.compare_digest(row.check_value, _check_value(row.salt, secret))


def _check_value(salt: str, secret: bytes) -> str:
    return hmac_sm3(secret, b"key check", salt.encode("ascii")).hex()
