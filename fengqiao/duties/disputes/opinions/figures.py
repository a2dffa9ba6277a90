"""The figures of what parties say. Answers come into them five and more at once (ADR 46), so no cell, no
sum and no difference of two shows fewer; they lie in no day, so only whole months are counted."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.enums import Kind
from fengqiao.duties.disputes.indicators import RATE
from fengqiao.duties.disputes.models import Opinion
from fengqiao.duties.disputes.models.opinion import OpinionQuerySet
from fengqiao.duties.disputes.questions import SATISFIED, Charged
from fengqiao.kernel.indicators.measures import Count, Ratio
from fengqiao.kernel.indicators.periods import Period
from fengqiao.kernel.indicators.registry import Dimension, Direction, Subject

OPINIONS = Subject(
    "opinions",
    rows=Opinion.objects.counted,
    office="office",
    dimensions=(Dimension("kind", _("调解类别"), "kind", Kind),),
)


def in_whole_months(rows: OpinionQuerySet, period: Period) -> OpinionQuerySet:
    """Of months that lie in the period from their first day to their last."""
    after = (period.last + timedelta(days=1)).replace(day=1)
    return rows.filter(month__gte=period.first, month__lt=after)


@OPINIONS.figure(
    "satisfaction_rate",
    _("当事人满意率"),
    _("期间内整月计入的当事人评价中,满意和很满意的占多少。"),
    unit=RATE,
    clause="2.3.g",
    direction=Direction.UP,
)
def satisfaction_rate(rows: OpinionQuerySet, period: Period) -> Ratio:
    among = in_whole_months(rows, period)
    return Ratio(of=among.filter(overall__in=SATISFIED), among=among)


@OPINIONS.figure(
    "charged",
    _("要过钱物的评价"),
    _("期间内整月计入的当事人评价中,说调解要过钱物的份数。"),
    unit=_("份"),
    clause="2.3.g",
    direction=Direction.DOWN,
)
def charged(rows: OpinionQuerySet, period: Period) -> Count:
    return Count(in_whole_months(rows, period).filter(charged=Charged.YES))
