"""The trail as a table, without what may name a person whom it is about."""

from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.trail.shown import lines
from fengqiao.lib.typography import typeset
from fengqiao.lib.workbook.listing import Listing

MOST = 20_000  # rows of one file


def trail_listing(entries: Sequence[Entry], words: str) -> Listing:
    """The entries in their order, under what they were chosen by."""
    notes = [
        _("筛选:%s。") % (words or _("无")),
        _("共 %d 条。不含详情。") % len(entries),
    ]
    columns = ((_("编号"), 12), (_("时间"), 20), (_("操作人"), 14), (_("类别"), 10))
    more = ((_("事项"), 20), (_("经过"), 48), (_("对象"), 28), (_("区域"), 24), (_("途径"), 10))
    rows = [
        [
            line.entry.pk,
            f"{timezone.localtime(line.entry.at):%Y-%m-%d %H:%M:%S}",
            line.by,
            line.kind,
            line.title,
            typeset(line.sentence),
            line.entry.label,
            line.place,
            str(line.entry.get_via_display()),
        ]
        for line in lines(entries)
    ]
    return Listing(
        title=_("操作记录"),
        notes=[typeset(note) for note in notes],
        columns=[*columns, *more],
        rows=rows,
    )
