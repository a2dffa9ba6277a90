"""The form at the counter and on the telephone: three fields are enough, the rest may wait."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.actions import MOST_PARTIES, OLDEST
from fengqiao.duties.disputes.enums import (
    PEOPLES_LAW,
    Difficulty,
    Kind,
    Matter,
    Referrer,
    Side,
    Source,
)
from fengqiao.duties.disputes.forms.fields import name_field
from fengqiao.duties.disputes.handlers import handlers_of
from fengqiao.duties.disputes.handling import bodies_of
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.ui.fields import DayField, PhoneField
from fengqiao.kernel.ui.forms import PlainForm
from fengqiao.registers.mediation.models import Body

LONGEST = 5000
FIRST = ("office", "matter", "name", "phone", "other_name", "other_phone", "summary")
CHOOSE = [("", _("请选择"))]


class OfficeField(forms.ModelChoiceField):
    """Offices by the name that their query gives them."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)


class RegisterForm(PlainForm):
    """A dispute as somebody tells it. What is in `FIRST` is seen at once, the rest unfolds."""

    office = OfficeField(Area.objects.none(), label=_("司法所"), empty_label=None)
    matter = forms.ChoiceField(
        label=_("纠纷类型"),
        choices=[*CHOOSE, *Matter.choices],
        error_messages={"required": _("请选择纠纷类型。")},
    )
    name = name_field(_("申请方"), required=True)
    phone = PhoneField(label=_("申请方电话"))
    other_name = name_field(_("对方"))
    other_phone = PhoneField(label=_("对方电话"))
    summary = forms.CharField(
        label=_("简要情况"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("一两句话即可,以后可以再补。"),
    )
    more_names = forms.CharField(
        label=_("其他当事人"),
        required=False,
        max_length=LONGEST,
        help_text=_("多人的,用顿号或者分号分开。"),
    )
    owner = forms.ModelChoiceField(
        User.objects.none(), label=_("承办人"), required=False, empty_label=_("本人承办")
    )
    source = forms.ChoiceField(label=_("来源"), choices=Source.choices, initial=Source.APPLICATION)
    referrer = forms.ChoiceField(
        label=_("移送单位"),
        required=False,
        choices=[*CHOOSE, *Referrer.choices],
        help_text=_("来源为委托移送的填写。"),
    )
    kind = forms.ChoiceField(label=_("调解类别"), choices=Kind.choices, initial=Kind.PEOPLE)
    body = forms.ModelChoiceField(
        Body.objects.none(),
        label=_("调解组织"),
        required=False,
        empty_label=_("按常规:承办人所在的或者乡镇(街道)的调委会"),
        help_text=_("人民调解、行业性专业性调解填写;行政调解没有。"),
    )
    difficulty = forms.ChoiceField(
        label=_("难易程度"), choices=Difficulty.choices, initial=Difficulty.ORDINARY
    )
    request = forms.CharField(
        label=_("申请事项"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    asked_on = DayField(
        label=_("申请日期"),
        required=False,
        help_text=_("不填即登记当天。权利人提出请求之日,诉讼时效中断。"),
    )
    registered_on = DayField(label=_("登记日期"), required=False, help_text=_("不填即今天。"))

    def __init__(
        self,
        *args: Any,
        offices: QuerySet[Area],
        user: User,
        may_assign: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offices, self.user = list(offices), user
        if len(self.offices) == 1:
            del self.fields["office"]
        else:
            self.fields["office"].queryset = offices  # type: ignore[attr-defined]
        bodies = [body for office in self.offices for body in bodies_of(office)]
        if bodies:
            rows = Body.objects.filter(pk__in=[body.pk for body in bodies])
            self.fields["body"].queryset = rows  # type: ignore[attr-defined]
        else:
            del self.fields["body"]
        if may_assign:
            people = User.objects.none()
            for office in self.offices[:1]:
                people = handlers_of(office)
            self.fields["owner"].queryset = people  # type: ignore[attr-defined]
        else:
            del self.fields["owner"]

    @property
    def first(self) -> list[Any]:
        return [self[name] for name in FIRST if name in self.fields]

    @property
    def rest(self) -> list[Any]:
        return [self[name] for name in self.fields if name not in FIRST]

    @property
    def rest_is_wrong(self) -> bool:
        """Unfolded where a fault lies in it."""
        return any(field.errors for field in self.rest)

    def clean_more_names(self) -> list[str]:
        names = [part.strip() for part in re.split(r"[、;;\n]", self.cleaned_data["more_names"])]
        names = [name for name in names if name]
        if len(names) > MOST_PARTIES - 2:
            raise ValidationError(_("当事人不能超过%(most)s个。") % {"most": MOST_PARTIES})
        if any(len(name) > 100 for name in names):
            raise ValidationError(_("每个姓名或者名称不超过100个字,请用顿号分开。"))
        return names

    def clean_asked_on(self) -> date | None:
        return self._past("asked_on")

    def clean_registered_on(self) -> date | None:
        return self._past("registered_on")

    def _past(self, name: str) -> date | None:
        day: date | None = self.cleaned_data[name]
        if day and not OLDEST <= day <= timezone.localdate():
            raise ValidationError(_("日期应在2011年至今天之间。"))
        return day

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        is_referral = typed.get("source") == Source.REFERRAL
        if is_referral and not typed.get("referrer"):
            self.add_error("referrer", _("来源为委托移送的,请选择移送单位。"))
        if not is_referral:
            typed["referrer"] = ""
        registered = typed.get("registered_on") or timezone.localdate()
        if typed.get("asked_on") and typed["asked_on"] > registered:
            self.add_error("asked_on", _("申请日期不能晚于登记日期。"))
        self._check_owner(typed)
        self._check_body(typed)
        return typed

    def _check_body(self, typed: dict[str, Any]) -> None:
        body = typed.get("body")
        if body and typed.get("kind") not in PEOPLES_LAW:
            self.add_error("body", _("行政调解不由调解组织办理,请不要选。"))
        elif body and body.office != (typed.get("office") or self.offices[0]):
            self.add_error("body", _("请选择这个司法所的调解组织。"))

    def _check_owner(self, typed: dict[str, Any]) -> None:
        office = typed.get("office") or self.offices[0]
        owner = typed.get("owner") or self.user
        if not handlers_of(office).filter(pk=owner.pk).exists():
            field = "owner" if "owner" in self.fields else None
            self.add_error(field, _("请指定该司法所能承办纠纷的同事。"))

    def values(self) -> dict[str, Any]:
        """As `actions.register` takes them."""
        typed = self.cleaned_data
        applied = typed["source"] == Source.APPLICATION
        copied = ("matter", "kind", "source", "referrer", "difficulty", "summary", "request")
        return {
            **{name: typed[name] for name in copied},
            "office": typed.get("office") or self.offices[0],
            "owner": typed.get("owner") or self.user,
            "registered_on": typed["registered_on"],
            "asked_on": self._asked_on() if applied else None,
            "parties": list(self._parties(applied)),
            "body": typed.get("body"),
        }

    def _asked_on(self) -> date:
        typed = self.cleaned_data
        day: date = typed["asked_on"] or typed["registered_on"] or timezone.localdate()
        return day

    def _parties(self, applied: bool) -> Any:
        typed = self.cleaned_data
        sides = (Side.APPLICANT, Side.OTHER) if applied else ("", "")
        yield {"name": typed["name"], "phone": typed["phone"], "side": sides[0]}
        if typed["other_name"]:
            phone = typed["other_phone"]
            yield {"name": typed["other_name"], "phone": phone, "side": sides[1]}
        for name in typed["more_names"]:
            yield {"name": name}
