"""The keys as an administrator may see them: never a key itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from fengqiao.kernel.crypto import columns
from fengqiao.kernel.crypto.keys import Kind
from fengqiao.kernel.crypto.models import KeyCheck
from fengqiao.kernel.crypto.ring import ring
from fengqiao.kernel.crypto.starting import is_met, known_checks


@dataclass(frozen=True, slots=True)
class Listed:
    key_id: str
    kind: Kind
    state: str
    made_at: datetime | None
    uses: int


def listed() -> Iterator[Listed]:
    """Every key that is given or that the database knows, by kind and number."""
    known = {row.key_id: row for row in known_checks() or []}
    given = {name: one for one in ring.given() or () for name in one.secrets}
    for key_id in sorted({*known, *given}, key=lambda name: (name[0], int(name[1:]))):
        row = known.get(key_id)
        uses = columns.uses(key_id) if known else 0
        state = _state(key_id, row)
        yield Listed(key_id, Kind(key_id[0]), state, row.made_at if row else None, uses)


def _state(key_id: str, row: KeyCheck | None) -> str:
    keys = next((one for one in ring.given() or () if key_id in one.secrets), None)
    if keys is None:
        return _("缺少")
    if row is not None and not is_met(row, keys.secrets[key_id]):
        return _("不符")
    return _("当前") if key_id == keys.current else _("旧")
