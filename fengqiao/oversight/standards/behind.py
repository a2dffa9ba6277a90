"""The rows behind a figure, by degree: the office that the figure is about sees them full, who looks
at it from above what kind of rows they are, and whom or what they name not (docs/adr/0023)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.models import User
from fengqiao.lib import masks
from fengqiao.oversight.standards.models import JudgedOffice
from fengqiao.oversight.standards.permissions import ROWS

if TYPE_CHECKING:
    from fengqiao.oversight.standards.seen import Reader

NAMED = "name"
TEXTS = ("subject", "rater", "source")  # may name persons: kept by the office


def sees_full(reader: "Reader", office: JudgedOffice) -> bool:
    """Whether the reader works in the office itself."""
    return isinstance(reader, User) and reader.administers(cast("Any", office.office), ROWS)


def left_out(rows: Sequence[dict[str, Any]]) -> str:
    """What of these rows is not shown to who does not see them full; nothing where it is all there."""
    masked = any(row.get(NAMED) for row in rows)
    texts = any(row.get(name) for row in rows for name in TEXTS)
    said = [_("姓名已遮盖")] * masked + [_("对象、评分人和来源不显示")] * texts
    return ",".join([*said, _("完整明细由本所查看。")]) if said else ""


def rows_behind(rows: Sequence[dict[str, Any]], *, full: bool) -> Sequence[dict[str, Any]]:
    """As many rows for everybody; names masked and texts left out where they are not seen full."""
    return rows if full else [_masked(row) for row in rows]


def _masked(row: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in row.items() if name not in TEXTS}
    return kept | {NAMED: masks.name(str(row[NAMED]))} if row.get(NAMED) else kept
