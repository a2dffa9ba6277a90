"""The lines of the monthly return as they are printed, the same on page, in Excel and in Word."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.lib.rounding import half_away
from fengqiao.oversight.reports.monthly.datafile import NONE
from fengqiao.oversight.reports.monthly.model import Comparison, Prevented, Return
from fengqiao.oversight.reports.months import Month

HEADS = ("行次", "项目", "分类", "数量", "单位", "比率(%)", "说明")
Number = tuple[Fraction, int]  # and its decimals


@dataclass(frozen=True, slots=True)
class Line:
    """`number` and `rate` None: 无; a rate that the line does not have is a blank. `figure` and `by`
    name the indicator whose rows the number opens."""

    line: int
    what: str
    part: str
    number: Number | None
    unit: str
    rate: Fraction | None = None
    has_rate: bool = False
    note: str = ""
    figure: str = ""
    by: tuple[str, str] | None = None
    month: Month | None = None  # None: that of the return

    @property
    def number_said(self) -> str:
        return NONE if self.number is None else half_away(*self.number)

    @property
    def rate_said(self) -> str:
        if not self.has_rate:
            return ""
        return NONE if self.rate is None else half_away(self.rate, 1)

    @property
    def cells(self) -> tuple[str | float, ...]:
        """Numbers as numbers, 无 as a text."""
        number, rate = (_cell(text) for text in (self.number_said, self.rate_said))
        return self.line, self.what, self.part, number, self.unit, rate, self.note


def _cell(text: str) -> str | float:
    if text in ("", NONE):
        return text
    return float(text) if "." in text else int(text)


def title(made: Return) -> str:
    return _("%(place)s调解工作月报表") % {"place": made.place.name}


def lines(made: Return) -> Iterator[Line]:
    """All of them in the order of the form."""
    figure = "disputes.accepted"
    yield Line(1, _("受理"), _("合计"), _whole(made.accepted), _("件"), figure=figure)
    yield from _parts(made, 2, _("按来源"), "source")
    yield from _parts(made, 3, _("按纠纷类型"), "type")
    yield from _success(made)
    wan = (made.wan, 2)
    yield Line(5, _("协议涉及金额"), _("合计"), wan, _("万元"), figure="disputes.amount")
    yield _compared(6, _("同比"), _("比上年同月"), made.year_on_year)
    yield _compared(7, _("环比"), _("比上月"), made.month_on_month)
    yield from _prevented(_("防止民转刑"), made.prevented_crime, "disputes.prevented_crime")
    yield from _prevented(_("防止群体性事件"), made.prevented_group, "disputes.prevented_group")


def _whole(value: int) -> Number:
    return Fraction(value), 0


def _parts(made: Return, line: int, what: str, dimension: str) -> Iterator[Line]:
    parts = made.by_source if dimension == "source" else made.by_type
    for name, of in parts.items():
        yield Line(
            line,
            what,
            name,
            _whole(of),
            _("件"),
            made.share(of),
            has_rate=True,
            note=_("占受理"),
            figure="disputes.accepted",
            by=(dimension, name),
        )


def _success(made: Return) -> Iterator[Line]:
    rates = (
        (_("成功率"), made.success_rate, _("成功÷(成功+不成)")),
        (_("成功率(旧口径)"), made.success_of_accepted, _("成功÷受理")),
    )
    for part, rate, note in rates:
        number = _whole(made.succeeded)
        figure = "disputes.success_rate"
        yield Line(4, _("调解成功"), part, number, _("件"), rate, True, note, figure)


def _compared(line: int, what: str, part: str, one: Comparison) -> Line:
    number = None if one.diff is None else _whole(one.diff)
    figure = "disputes.accepted" if one.source == "computed" else ""
    note, month = compared_note(one), one.month
    return Line(line, what, part, number, _("件"), one.percent, True, note, figure, None, month)


def compared_note(one: Comparison) -> str:
    """With what it is compared, and where that number comes from."""
    said = {"month": one.month.said, "base": one.base}
    if one.source == "computed":
        return _("%(month)s受理%(base)d件(系统统计)") % said
    if one.source == "reported":
        return _("%(month)s受理%(base)d件(上报数)") % said
    return _("系统没有%(month)s的数,也没有上报数") % said


def _prevented(what: str, one: Prevented, figure: str) -> Iterator[Line]:
    yield Line(8, what, _("件数"), _whole(one.cases), _("件"), figure=figure)
    yield Line(8, what, _("涉及人数"), _whole(one.persons), _("人"), figure=figure)


def notes(made: Return) -> list[str]:
    """How it was counted, and what the reader must know of this one."""
    today = timezone.localdate().isoformat()
    return [
        _("第1至3、6、7行按受理日期统计,其余各行按结案日期统计。"),
        _("比率保留一位小数,四舍五入,各项之和可能不是100;没有分母的写“无”。"),
        *([] if made.is_over else [_("本月尚未结束,统计到%s。") % today]),
        *([] if made.is_known else [_("到本月底为止,系统里没有登记过本区域的纠纷。")]),
        *_reported_notes(made),
    ]


def _reported_notes(made: Return) -> Iterator[str]:
    """Who entered what is compared with; where it differs from what is counted, both."""
    for one in (made.year_on_year, made.month_on_month):
        if one.reported is None:
            continue
        said = {
            "month": one.month.said,
            "value": one.reported.value,
            "by": one.reported.by.name if one.reported.by else _("命令行"),
            "day": timezone.localdate(one.reported.at).isoformat(),
            "base": one.base,
        }
        if one.source == "reported":
            yield _("%(month)s受理数为上报数,由%(by)s于%(day)s填报。") % said
        elif one.base != one.reported.value:
            yield (
                _(
                    "%(month)s系统统计%(base)d件,%(by)s于%(day)s填报的上报数为%(value)d件,以系统统计为准。"
                )
                % said
            )
