"""By what the trail is narrowed: days, person, act, kind of act, record."""

from itertools import groupby
from typing import Any

from django import forms
from django.apps import apps
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.audit.registry import Act, Kind, all_acts
from fengqiao.kernel.trail.records import kinds, record_named
from fengqiao.kernel.ui.fields import DayField
from fengqiao.kernel.ui.forms import PlainForm

MOST = 20  # accounts of one name


class TrailForm(PlainForm):
    """All of it optional; the cleaned `who` are numbers of accounts, `record` is the record."""

    since = DayField(label=_("从"), required=False)
    until = DayField(label=_("到"), required=False)
    who = forms.CharField(
        label=_("操作人"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"placeholder": _("姓名或用户名")}),
    )
    kind = forms.ChoiceField(
        label=_("类别"), required=False, choices=[("", _("全部")), *Kind.choices]
    )
    act = forms.ChoiceField(label=_("事项"), required=False)
    subject = forms.ChoiceField(label=_("对象"), required=False)
    number = forms.IntegerField(
        label=_("对象编号"), required=False, min_value=1, max_value=2**63 - 1
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["act"].choices = [("", _("全部")), *acts()]  # type: ignore[attr-defined]
        self.fields["subject"].choices = [("", _("全部")), *kinds()]  # type: ignore[attr-defined]

    def clean_who(self) -> list[int]:
        """The accounts of this user name or name; nobody of it is a mistake."""
        typed = self.cleaned_data["who"].strip()
        if not typed:
            return []
        found = User.objects.filter(username=typed) or User.objects.filter(name=typed)
        accounts = list(found.order_by("pk").values_list("pk", flat=True)[:MOST])
        if not accounts:
            raise forms.ValidationError(_("没有这个人的账号,请填完整的姓名或用户名。"))
        return accounts

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or self.cleaned_data
        since, until = asked.get("since"), asked.get("until")
        if since and until and until < since:
            self.add_error("until", _("结束日期不能早于开始日期。"))
        subject, number = asked.get("subject"), asked.get("number")
        if "number" in asked and bool(subject) != (number is not None):
            wanting = "number" if subject else "subject"
            self.add_error(wanting, _("对象和对象编号要一起填。"))
        elif subject and number:
            asked["record"] = record_named(subject, number)
        return asked

    def words(self) -> str:
        """What was asked for, as the form says it."""
        typed = {name: self.data.get(name, "") for name in self.fields}
        return ";".join(
            f"{self.fields[name].label}:{self._said(name, text)}"
            for name, text in typed.items()
            if text
        )

    def _said(self, name: str, text: str) -> str:
        if name == "act":
            return next(str(act.title) for act in all_acts() if act.name == text)
        choices: Any = getattr(self.fields[name], "choices", ())
        return str(dict(choices).get(text, text))


class ExportForm(PlainForm):
    """As which file, and for what."""

    form = forms.ChoiceField(
        label=_("格式"), choices=[("xlsx", _("Excel 工作簿")), ("csv", _("CSV 文本"))]
    )
    reason = forms.CharField(
        label=_("用途"),
        max_length=200,
        help_text=_("给谁、作什么用,会写在导出的表上。"),
        error_messages={"required": _("请写明用途。")},
    )


class NumberForm(PlainForm):
    """The number that stands in a file."""

    number = forms.CharField(
        label=_("导出编号"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "DC20260630-1034"}),
    )


def acts() -> list[tuple[str, list[tuple[str, str]]]]:
    """All acts, app by app."""
    ordered = sorted(all_acts(), key=_app)
    return [
        (title, [(act.name, str(act.title)) for act in group])
        for title, group in groupby(ordered, key=_app)
    ]


def _app(act: Act) -> str:
    return str(apps.get_app_config(act.name.partition(".")[0]).verbose_name)
