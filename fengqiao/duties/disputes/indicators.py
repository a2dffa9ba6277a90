"""The figures of disputes, as querysets. Their words are the ledger's: who was accepted is 调解中."""

from fractions import Fraction

from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.enums import (
    AgreementForm,
    Confirmation,
    Matter,
    Performance,
    Source,
    State,
)
from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.models.dispute import DisputeQuerySet
from fengqiao.kernel.indicators.measures import Count, Ratio, Total
from fengqiao.kernel.indicators.periods import Period
from fengqiao.kernel.indicators.registry import Dimension, Direction, Goal, Subject

CASES, RATE, PERSONS = _("件"), _("比率"), _("人")
MEDIATED = (State.ACCEPTED, State.MEDIATING, State.AGREED, State.FAILED)
# The law forbids or ends mediation there: they count against nobody (人民调解法 3, 17, 26).
OUTSIDE = (State.REFUSED, State.DECLINED, State.WITHDRAWN)

DISPUTES = Subject(
    "disputes",
    rows=Dispute.objects.all,
    office="office",
    dimensions=(
        Dimension("type", _("纠纷类型"), "matter", Matter),
        Dimension("source", _("来源"), "source", Source),
    ),
    page="disputes:disputes",
    begun="registered_on",
)


def closed(rows: DisputeQuerySet, period: Period, *states: State) -> DisputeQuerySet:
    """With its last day in the period; without states whatever the result."""
    found = rows.filter(ended_on__range=period.days)
    return found.filter(state__in=states) if states else found


@DISPUTES.figure("registered", _("登记"), _("登记日期在期间内的纠纷。"), unit=CASES, clause="2.3.f")
def registered(rows: DisputeQuerySet, period: Period) -> Count:
    return Count(rows.filter(registered_on__range=period.days))


@DISPUTES.figure(
    "accepted", _("受理"), _("受理日期在期间内的纠纷。"), unit=CASES, clause="2.3.f", headline=True
)
def accepted(rows: DisputeQuerySet, period: Period) -> Count:
    return Count(rows.filter(accepted_on__range=period.days))


@DISPUTES.figure(
    "mediation_rate",
    _("纠纷调解率"),
    _("期间内登记的纠纷(当事人拒绝、不予受理、撤回的除外)中,已调解或者正在调解的占多少。"),
    unit=RATE,
    clause="2.3.g",
    headline=True,
    goal=Goal(Fraction(1)),
    direction=Direction.UP,
)
def mediation_rate(rows: DisputeQuerySet, period: Period) -> Ratio:
    among = rows.filter(registered_on__range=period.days).exclude(state__in=OUTSIDE)
    return Ratio(of=among.filter(state__in=MEDIATED), among=among)


@DISPUTES.figure(
    "mediation_rate_by_law",
    _("纠纷调解率(依法口径)"),
    _("期间内受理的纠纷(当事人拒绝、撤回的除外)中,已经开始调解或者调解终结的占多少。"),
    unit=RATE,
    clause="2.3.g",
    goal=Goal(Fraction(1)),
    direction=Direction.UP,
    beside="mediation_rate",
)
def mediation_rate_by_law(rows: DisputeQuerySet, period: Period) -> Ratio:
    """MET-01: only what all parties agreed to mediate can be mediated."""
    among = rows.filter(accepted_on__range=period.days).exclude(state__in=OUTSIDE)
    return Ratio(of=among.exclude(state=State.ACCEPTED), among=among)


@DISPUTES.figure(
    "success_rate",
    _("调解成功率"),
    _("期间内调解终结的纠纷(调解成功、调解不成)中,调解成功的占多少。"),
    unit=RATE,
    clause="2.3.g",
    headline=True,
    goal=Goal(Fraction(98, 100)),
    direction=Direction.UP,
)
def success_rate(rows: DisputeQuerySet, period: Period) -> Ratio:
    return Ratio(
        of=closed(rows, period, State.AGREED),
        among=closed(rows, period, State.AGREED, State.FAILED),
    )


@DISPUTES.figure(
    "written_agreement_rate",
    _("书面协议率"),
    _("期间内调解成功的纠纷中,有书面协议的占多少。"),
    unit=RATE,
    clause="2.3.g",
    headline=True,
)
def written_agreement_rate(rows: DisputeQuerySet, period: Period) -> Ratio:
    among = closed(rows, period, State.AGREED)
    return Ratio(of=among.filter(agreement_form=AgreementForm.WRITTEN), among=among)


@DISPUTES.figure(
    "performance_rate",
    _("协议履行率"),
    _("期间内调解成功、需要履行且履行情况清楚的纠纷中,已经履行的占多少。"),
    unit=RATE,
    clause="2.3.g",
    headline=True,
    direction=Direction.UP,
)
def performance_rate(rows: DisputeQuerySet, period: Period) -> Ratio:
    due = closed(rows, period, State.AGREED).exclude(performance__in=("", Performance.NOTHING_DUE))
    return Ratio(of=due.filter(performance=Performance.KEPT), among=due)


@DISPUTES.figure(
    "confirmed",
    _("司法确认"),
    _("期间内结案、经法院确认的纠纷。"),
    unit=CASES,
    clause="2.3.g",
)
def confirmed(rows: DisputeQuerySet, period: Period) -> Count:
    return Count(closed(rows, period).filter(confirmation=Confirmation.CONFIRMED))


@DISPUTES.figure(
    "amount",
    _("协议涉及金额"),
    _("期间内调解成功的纠纷涉及金额之和。"),
    unit=_("元"),
    clause="2.3.g",
    headline=True,
)
def amount(rows: DisputeQuerySet, period: Period) -> Total:
    return Total(closed(rows, period, State.AGREED), "amount")


@DISPUTES.figure(
    "refused", _("当事人拒绝"), _("期间内因当事人拒绝而终结的纠纷。"), unit=CASES, clause="2.3.g"
)
def refused(rows: DisputeQuerySet, period: Period) -> Count:
    return Count(closed(rows, period, State.REFUSED))


@DISPUTES.figure(
    "not_accepted", _("不予受理"), _("期间内决定不予受理的纠纷。"), unit=CASES, clause="2.3.g"
)
def not_accepted(rows: DisputeQuerySet, period: Period) -> Count:
    return Count(closed(rows, period, State.DECLINED))


@DISPUTES.figure(
    "prevented_crime",
    _("防止民转刑"),
    _("期间内结案、防止了民事纠纷转化为刑事案件的纠纷。"),
    unit=CASES,
    clause="2.3.g",
    headline=True,
)
def prevented_crime(rows: DisputeQuerySet, period: Period) -> Count:
    return Count(closed(rows, period).filter(prevented_crime=True))


@DISPUTES.figure(
    "prevented_group",
    _("防止群体性事件"),
    _("期间内结案、防止了群体性事件的纠纷。"),
    unit=CASES,
    clause="2.3.g",
    headline=True,
)
def prevented_group(rows: DisputeQuerySet, period: Period) -> Count:
    return Count(closed(rows, period).filter(prevented_group=True))


@DISPUTES.figure(
    "prevented_crime_persons",
    _("防止民转刑涉及人数"),
    _("期间内结案、防止了民事纠纷转化为刑事案件的纠纷的涉及人数之和。"),
    unit=PERSONS,
    clause="2.3.g",
    beside="prevented_crime",
)
def prevented_crime_persons(rows: DisputeQuerySet, period: Period) -> Total:
    return Total(closed(rows, period).filter(prevented_crime=True), "people_count")


@DISPUTES.figure(
    "prevented_group_persons",
    _("防止群体性事件涉及人数"),
    _("期间内结案、防止了群体性事件的纠纷的涉及人数之和。"),
    unit=PERSONS,
    clause="2.3.g",
    beside="prevented_group",
)
def prevented_group_persons(rows: DisputeQuerySet, period: Period) -> Total:
    return Total(closed(rows, period).filter(prevented_group=True), "people_count")
