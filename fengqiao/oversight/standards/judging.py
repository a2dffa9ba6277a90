"""Judges what the registers hold on a day, and keeps the judgement."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import AreaName
from fengqiao.kernel.areas.snapshots import snapshot
from fengqiao.lib.faults import InputRefused
from fengqiao.oversight.standards.belonging import offices_by_code
from fengqiao.oversight.standards.keeping import keep
from fengqiao.oversight.standards.models import Judgement
from fengqiao.oversight.standards.permissions import JUDGE
from fengqiao.rulebook.columns import CODE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fengqiao.kernel.accounts.models import User
    from fengqiao.kernel.areas.models import Area
    from fengqiao.kernel.jobs.models import Job
    from fengqiao.rulebook.tables import Tables


def refuse_future(on: date) -> None:
    """InputRefused for a day after today: the registers cannot say yet what will hold on it."""
    today = timezone.localdate()
    if on > today:
        said = _("评定日不能晚于今天(%(today)s):这一天还没有到,登记的情况还会变动。")
        raise InputRefused(said % {"today": today.isoformat()})


def judge_and_keep(
    *, standard: str, on: date, by: "User | None", job: "Job | None" = None
) -> Judgement:
    """The offices of the registers that the user may judge, by the edition in force on the day;
    InputRefused where none is, and for a day to come. The command line judges all.

    What the registers hold is read at one moment; judging and packing keep no writer waiting.
    """
    from fengqiao.registers.organisations.tables import tables_on

    refuse_future(on)
    with snapshot():
        tables = tables_on(on)
        if by:
            tables = _within(tables, by)
        areas = offices_by_code(on)
    return keep_judged(standard, tables, by=by, areas=areas, job=job)


def _within(tables: "Tables", user: "User") -> "Tables":
    names = AreaName.objects.visible_to(user, JUDGE).of_kinds([AreaKind.OFFICE]).on(tables.on)
    codes = list(names.values_list("code", flat=True))
    offices = tables.offices.filter(tables.offices[CODE].is_in(codes))
    if offices.is_empty():
        raise InputRefused(_("您的工作区域在这一天没有登记司法所,不能评定"))
    return replace(tables, offices=offices)


def keep_judged(
    standard: str,
    tables: "Tables",
    *,
    by: "User | None",
    areas: "Mapping[str, Area] | None" = None,
    job: "Job | None" = None,
) -> Judgement:
    """The offices of these tables, judged and kept."""
    from fengqiao.rulebook.judge import judge
    from fengqiao.rulebook.packs import load
    from fengqiao.rulebook.rows import Evidence
    from fengqiao.rulebook.subjects import judges_subjects

    edition = load(standard).edition_on(tables.on)
    if judges_subjects(edition.unit):
        said = _("《%(title)s》评定的不是司法所,请用名册在命令行评定:script/fengqiao judge。")
        raise InputRefused(said % {"title": edition.title})
    judged = judge(edition, tables)
    return keep(judged, Evidence(edition, tables), by=by, city=_city(tables), areas=areas, job=job)


def _city(tables: "Tables") -> str:
    """The division code of the one city that all offices are in; empty for several or none."""
    cities = {code[:4] for code in tables.offices["division"]}
    return f"{cities.pop()}00" if len(cities) == 1 else ""
