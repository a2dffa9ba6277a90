"""A file that waits to be confirmed is work of who uploaded it."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.open_work import Kind
from fengqiao.kernel.imports.models import Import, State
from fengqiao.kernel.imports.permissions import UPLOAD
from fengqiao.kernel.imports.registry import importers
from fengqiao.kernel.imports.staging import check_again

WAITING = (State.CHECKING, State.READY)


def _rows() -> QuerySet[Import]:
    found: QuerySet[Import] = Import.objects.filter(state__in=WAITING)
    return found


def _told(staged: Import) -> str:
    """Without the name of the file, which may name somebody."""
    return _("%(day)s上传的%(title)s,%(state)s") % {
        "day": f"{staged.created_at:%Y-%m-%d}",
        "title": importers[staged.kind].title,
        "state": staged.get_state_display(),
    }


def _hand_over(row: Import, *, to: User, by: User) -> None:
    """What it may change is looked at anew, by the rights of who takes it over."""
    Import.objects.filter(pk=row.pk).update(by=to)
    row.by = to
    if row.state == State.READY:
        check_again(row, skip_bad_rows=row.skip_bad_rows, by=by)


IMPORT = Kind(
    name="imports.import",
    title=gettext_lazy("待确认的导入"),
    rows=_rows,
    owner="by",
    right=UPLOAD,
    told=_told,
    hand_over=_hand_over,
)
