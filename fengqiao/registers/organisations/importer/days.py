"""What is to be known of the day from which a roster holds, where it may be a slip of the pen."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from fengqiao.kernel.areas.dated import DatedModel
from fengqiao.kernel.areas.from_day import Step
from fengqiao.lib.faults import Fault


def of_day(
    day: date, today: date, steps: Mapping[type[DatedModel], Iterable[Step[Any]]]
) -> Iterator[Fault]:
    """A day to come, or one after which something else is recorded already: warnings, not faults."""
    if day > today:
        yield _note(
            day, _("还没有到,导入的内容到这一天才生效,现在的页面和今天的评定里看不到;请核对起算日")
        )
    ends = sorted(step.until for found in steps.values() for step in found if step.until)
    if ends:
        words = _(
            "之后已有登记:其中{count}处变化只到已有登记开始时为止(最晚{last}),不改变现在的情况"
        )
        yield _note(day, words.format(count=len(ends), last=ends[-1]))


def _note(day: date, sentence: str) -> Fault:
    return Fault(sheet=_("起算日"), row=0, column=day.isoformat(), found="", expected=sentence)
