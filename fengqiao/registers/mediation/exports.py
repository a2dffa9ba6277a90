"""The two lists as workbooks: all rows of the filter."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from fengqiao.kernel.ui.forms import FilterForm
from fengqiao.lib.typography import typeset
from fengqiao.lib.workbook.listing import Listing
from fengqiao.registers.mediation.enums import Post
from fengqiao.registers.mediation.selection import BodyRow, MediatorRow


def bodies_listing(rows: Iterable[BodyRow], form: FilterForm) -> Listing:
    cells: list[list[Any]] = [
        [
            row.body.name,
            str(row.body.get_kind_display()),
            str(row.body.office),
            row.body.parent.name if row.body.parent else "",
            "、".join(seat.mediator.name for seat in row.seats if seat.post == Post.HEAD),
            len(row.seats),
            row.tenure.begins_on if row.tenure else None,
            row.tenure.ends_on if row.tenure else None,
            row.open_cases,
            typeset(";".join(finding.words for finding in row.findings)),
        ]
        for row in rows
    ]
    columns = [
        (_("名称"), 32),
        (_("类别"), 20),
        (_("司法所"), 24),
        (_("所属调委会"), 28),
        (_("主任(负责人)"), 14),
        (_("调解员"), 8),
        (_("本届起始"), 12),
        (_("本届届满"), 12),
        (_("未办结纠纷"), 12),
        (_("不符合的条件"), 60),
    ]
    return _listing(_("调解组织名册"), columns, cells, form)


def mediators_listing(rows: Iterable[MediatorRow], form: FilterForm) -> Listing:
    cells: list[list[Any]] = [
        [
            row.mediator.name,
            str(row.mediator.office),
            "、".join(f"{seat.body.name}{seat.get_post_display()}" for seat in row.seats),
            _("专职") if row.mediator.full_time else _("兼职"),
            row.mediator.good_at,
            row.trained_on,
            row.open_cases,
        ]
        for row in rows
    ]
    columns = [
        (_("姓名"), 12),
        (_("司法所"), 24),
        (_("任职"), 44),
        (_("专兼职"), 8),
        (_("擅长"), 30),
        (_("最近培训"), 12),
        (_("未办结纠纷"), 12),
    ]
    return _listing(_("调解员名册"), columns, cells, form)


def _listing(
    title: str, columns: list[tuple[str, int]], cells: list[list[Any]], form: FilterForm
) -> Listing:
    notes = [
        _("筛选:%s。") % (";".join(form.words()) or _("无")),
        _("共 %d 条。") % len(cells),
    ]
    return Listing(
        title=title,
        notes=[typeset(note) for note in notes],
        columns=[(typeset(header), width) for header, width in columns],
        rows=cells,
    )
