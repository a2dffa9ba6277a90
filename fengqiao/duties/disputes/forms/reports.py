"""The forms of the acts of reporting."""

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes import alarms
from fengqiao.duties.disputes.dangers import Danger, Means, Recipient
from fengqiao.duties.disputes.forms.act import CHOOSE, ActForm, words
from fengqiao.duties.disputes.models import Dispute, Report
from fengqiao.kernel.ui.fields import DayField


class DangerForm(ActForm):
    guards: ClassVar[dict[str, str]] = {"has_danger": "danger", "says_what_was_found": "words"}
    danger = forms.ChoiceField(label=_("情形"), required=False, choices=[*CHOOSE, *Danger.choices])
    on = DayField(label=_("发现日期"))
    words = words(_("发现的情况"), help_text=_("疑似的也要登记、报告;紧急的先打110,再补登记。"))


class ReportChoice(forms.ModelChoiceField):
    """One of the reports of the case that wait for this act."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Report.objects.none(), required=False, empty_label=None, **kwargs)


class OfReportForm(ActForm):
    """About one report; where only one waits it is chosen already."""

    asked: ClassVar[Callable[[Dispute], list[Report]]]

    def __init__(self, *args: Any, case: Dispute, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        pks = [one.pk for one in type(self).asked(case)]
        self.fields["report"].queryset = case.reports.filter(pk__in=pks)  # type: ignore[attr-defined]


class ReportForm(OfReportForm):
    asked = alarms.due
    guards: ClassVar[dict[str, str]] = {
        "report_is_due": "report",
        "says_to_whom": "unit",
        "goes_to_police": "to",
        "goes_where_minors_are_protected": "to",
        "reported_after_found": "on",
    }
    report = ReportChoice(label=_("报告哪一项"))
    to = forms.ChoiceField(label=_("报告给"), choices=Recipient.choices)
    unit = forms.CharField(
        label=_("接报单位和接报人"),
        required=False,
        max_length=100,
        help_text=_("如:城东派出所,接警员姓名或者警号。"),
    )
    on = DayField(label=_("报告日期"))
    at = forms.TimeField(
        label=_("报告时间"),
        required=False,
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages={"invalid": _("应为时间,如 14:30。")},
    )
    means = forms.ChoiceField(label=_("报告方式"), choices=Means.choices)
    paper = forms.CharField(
        label=_("报告文号或者接报编号"),
        required=False,
        max_length=60,
        help_text=_("没有的可以不填。"),
    )


class AnswerForm(OfReportForm):
    asked = alarms.waiting
    guards: ClassVar[dict[str, str]] = {
        "report_is_waiting": "report",
        "has_answer": "answer",
        "answered_after_reported": "on",
    }
    report = ReportChoice(label=_("哪一项报告的答复"))
    on = DayField(label=_("答复日期"))
    answer = words(_("答复内容"), help_text=_("如:已受案、已处置、不予立案及其理由。"))


class MistakenForm(OfReportForm):
    asked = alarms.due
    guards: ClassVar[dict[str, str]] = {**ActForm.guards, "report_is_due": "report"}
    report = ReportChoice(label=_("撤下哪一项"))
    reason = words(
        _("理由"), help_text=_("只有登错案件、登错情形的才能撤下;疑似的也应当报告,不能撤下。")
    )


REPORT_FORMS: dict[str, type[ActForm]] = {
    "danger": DangerForm,
    "report": ReportForm,
    "answer": AnswerForm,
    "mistaken": MistakenForm,
}
