"""Open work goes from one person to another in one act, with its trail and a word to both."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts import open_work
from fengqiao.kernel.accounts.holders import holders
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.open_work import Piece
from fengqiao.kernel.accounts.signals import work_handed_over
from fengqiao.kernel.audit.recording import record
from fengqiao.lib.faults import InputRefused


@transaction.atomic
def hand_over(*, user: User, to: User, keys: Collection[str], by: User) -> int:
    """The things of these keys are the other one's from now on; how many they were. InputRefused
    where one is done meanwhile, or he lacks the right to one: then none of them moves."""
    if to.pk == user.pk:
        raise InputRefused(_("不能移交给本人。"))
    pieces = [piece for piece in open_work.work_of(user, by) if piece.key in set(keys)]
    if not pieces:
        raise InputRefused(_("请至少选一件。"))
    if len(pieces) < len(set(keys)):
        raise InputRefused(_("有的工作已经办结或移交,请刷新后再选。"))
    for piece in pieces:
        _refuse_unable(piece, to)
        piece.kind.hand_over(piece.row, to=to, by=by)
        record(
            "access.handed_over",
            by=by,
            subject=piece.row,
            area=piece.area,
            user=user.name,
            to=to.name,
        )
    work_handed_over.send(sender=User, user=user, to=to, count=len(pieces))
    return len(pieces)


def _refuse_unable(piece: Piece, to: User) -> None:
    able = holders(piece.kind.right, piece.area, timezone.localdate())
    if not able.filter(pk=to.pk).exists():
        words = _("%(name)s没有办理“%(what)s”的权限,请另选承办人。")
        raise InputRefused(words % {"name": to.name, "what": piece.words})
