from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.deadlines.reading import read
from fengqiao.kernel.ui.fields import DayField
from fengqiao.kernel.ui.forms import PlainForm
from fengqiao.lib.faults import InputRefused
from fengqiao.rulebook.statutes import load

EARLIEST, LATEST = date(2004, 1, 1), date(2099, 12, 31)


class ReckonForm(PlainForm):
    """Which term, and from which day."""

    rule = forms.ChoiceField(
        label=_("事项"),
        error_messages={"required": _("请选事项。"), "invalid_choice": _("没有这个事项。")},
    )
    start = DayField(label=_("起算日"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rule"].choices = [  # type: ignore[attr-defined]
            (subject.title, [(rule.id, rule.title) for rule in subject.rules])
            for subject in load().subjects
        ]
        self.fields["start"].initial = timezone.localdate

    def clean_start(self) -> date:
        start: date = self.cleaned_data["start"]
        if not EARLIEST <= start <= LATEST:
            raise forms.ValidationError(_("日期应在2004年至2099年之间。"))
        return start


class ArrangementForm(PlainForm):
    """The notice of a year, in its own words."""

    year = forms.IntegerField(label=_("年份"), min_value=2004, max_value=2099)
    number = forms.CharField(
        label=_("文号"), max_length=60, help_text=_("例如:国办发明电〔2025〕7号。")
    )
    issued_on = DayField(label=_("发文日期"))
    text = forms.CharField(
        label=_("通知正文"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_(
            "把通知里各节日的安排粘贴进来,例如:1月1日至3日放假,1月4日上班。保存后逐日核对,再由另一人复核。"
        ),
    )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if "text" in given and "year" in given:
            try:
                read(given["text"], given["year"])
            except InputRefused as refused:
                self.add_error("text", refused.message)
        return given
