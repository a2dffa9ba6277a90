"""An agreement in rows. Works without scripts: one more row is a button that keeps what was typed."""

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.enums import Subject
from fengqiao.duties.disputes.forms.act import words
from fengqiao.duties.disputes.models import Dispute, Obligation
from fengqiao.kernel.ui.fields import DAY_FORMATS, DayField
from fengqiao.lib import masks

MOST_ROWS, MOST_PARTS = 50, 120
OTHER = "other"
MONEY: dict[str, Any] = {"max_digits": 14, "decimal_places": 2}
OWN = ("subject", "what", "amount", "due_on", "at_once", "condition", "way")


def parties_of(case: Dispute) -> list[tuple[str, str]]:
    """By number and masked name, for two may bear the same one."""
    shown = (
        (str(party.pk), f"{place}. {masks.name(party.name)} {party.get_side_display()}".strip())
        for place, party in enumerate(case.parties.all(), 1)
    )
    return [("", str(_("请选择"))), *shown, (OTHER, str(_("不是本件当事人")))]


class PartsField(forms.CharField):
    """Instalments as one writes them: on each line a day and an amount."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": 2})
        super().__init__(required=False, max_length=5000, widget=widget, **kwargs)

    def clean(self, value: Any) -> list[tuple[date, Decimal]]:
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        if len(lines) > MOST_PARTS:
            raise ValidationError(_("分期不能超过%(most)d期。") % {"most": MOST_PARTS})
        return [_part(number, line) for number, line in enumerate(lines, 1)]


def _part(number: int, line: str) -> tuple[date, Decimal]:
    day, _space, amount = line.replace("\u3000", " ").partition(" ")
    try:
        found = Decimal(re.sub(r"[,,元\s]", "", amount))
        if not found.is_finite() or found != found.quantize(Decimal("0.01")):
            raise InvalidOperation
        forms.DecimalField(**MONEY).clean(str(found))
        return _day(day), found
    except (ValueError, InvalidOperation, ValidationError):
        text = _("第%(number)d行应为日期和金额,中间空一格,如:2026-12-31 2000。")
        raise ValidationError(text % {"number": number}) from None


def _day(text: str) -> date:
    for style in DAY_FORMATS:
        try:
            return datetime.strptime(text, style).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise ValueError(text)


class ObligationForm(forms.Form):
    """One row: who, to whom, what, how much, when, how."""

    subject = forms.ChoiceField(label=_("类别"), choices=Subject.choices, initial=Subject.MONEY)
    debtor = forms.ChoiceField(label=_("谁履行"), required=False)
    creditor = forms.ChoiceField(label=_("向谁履行"), required=False)
    what = forms.CharField(
        label=_("做什么"),
        required=False,
        max_length=1000,
        help_text=_("给付金钱的写款项名称,如:赔偿款。"),
    )
    amount = forms.DecimalField(label=_("金额(元)"), required=False, min_value=0, **MONEY)
    at_once = forms.BooleanField(label=_("当场履行"), required=False)
    due_on = DayField(label=_("履行期限"), required=False)
    condition = forms.CharField(
        label=_("履行条件"),
        required=False,
        max_length=500,
        help_text=_("没有确定日期的写条件,如:房屋交付之日起十日内。"),
    )
    way = forms.CharField(
        label=_("怎样履行"), required=False, max_length=500, help_text=_("如:现金;转账到哪个账户。")
    )
    parts = PartsField(label=_("分期"), help_text=_("每行一期:日期、空格、金额。不分期的不填。"))
    debtor_name = forms.CharField(
        label=_("履行的人(不是本件当事人的)"), required=False, max_length=100
    )
    creditor_name = forms.CharField(
        label=_("接受的人(不是本件当事人的)"), required=False, max_length=100
    )

    def __init__(self, *args: Any, parties: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("debtor", "creditor"):
            self.fields[name].choices = parties  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        for name in ("debtor", "creditor"):
            other, said = typed.get(name) == OTHER, typed.get(f"{name}_name")
            if other and not said:
                self.add_error(f"{name}_name", _("请写明姓名或者名称。"))
            if said and not other:
                self.add_error(name, _("另写了姓名的,这里请选“不是本件当事人”。"))
        if typed.get("debtor") and typed["debtor"] == typed.get("creditor") != OTHER:
            self.add_error("creditor", _("履行的人和接受的人不能是同一个人。"))
        return typed

    def values(self) -> dict[str, Any]:
        """Columns of `Obligation`, and `parts`."""
        typed = self.cleaned_data
        found = {name: typed[name] for name in (*OWN, "parts")}
        for name in ("debtor", "creditor"):
            pk = typed[name]
            found[f"{name}_id"] = int(pk) if pk and pk != OTHER else None
            found[f"{name}_name"] = typed[f"{name}_name"] if pk == OTHER else ""
        return found


class Rows(forms.BaseFormSet[ObligationForm]):
    """`rows`: what stands in them at first."""

    def __init__(self, *args: Any, rows: list[dict[str, Any]] | None = None, **kwargs: Any) -> None:
        self.rows = rows or []
        super().__init__(*args, **kwargs)

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        kwargs = super().get_form_kwargs(index)
        if index is not None and index < len(self.rows):
            kwargs["initial"] = self.rows[index]
        return kwargs

    def add_fields(self, form: ObligationForm, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("删去这一项")

    def values(self) -> list[dict[str, Any]]:
        """Of the rows in which something stands and that stay."""
        return [
            form.values()
            for form in self.forms
            if form.has_changed() and not form.cleaned_data.get("DELETE")
        ]


def rows_of(case: Dispute, data: Any = None, rows: list[dict[str, Any]] | None = None) -> Rows:
    """The rows as they were sent, or with these values in them and one empty row more."""
    made = forms.formset_factory(
        ObligationForm,
        formset=Rows,
        extra=len(rows or []) + 1,
        max_num=MOST_ROWS,
        validate_max=True,
        can_delete=True,
    )
    shared: dict[str, Any] = {"form_kwargs": {"parties": parties_of(case)}, "prefix": "rows"}
    first = {"data": data} if data is not None else {"rows": rows}
    return cast("Rows", made(**first, **shared))


def kept(row: Obligation) -> dict[str, Any]:
    """What stands in a row, as the form shows it."""
    shown = {name: getattr(row, name) for name in OWN}
    for name in ("debtor", "creditor"):
        said = getattr(row, f"{name}_name")
        shown[name] = OTHER if said else getattr(row, f"{name}_id") or ""
        shown[f"{name}_name"] = said
    parts = (f"{one.due_on.isoformat()} {one.amount}" for one in row.instalments.all())
    return {**shown, "parts": "\n".join(parts)}


def typed_rows(data: Any) -> list[dict[str, Any]]:
    """What was typed, unasked, for a page that only gets one row more."""
    count = data.get("rows-TOTAL_FORMS", "")
    names = list(ObligationForm.base_fields)
    return [
        {name: data.get(f"rows-{place}-{name}", "") for name in names}
        for place in range(min(int(count) if count.isdecimal() else 0, MOST_ROWS))
        if not data.get(f"rows-{place}-DELETE")
    ]


class HeadForm(forms.Form):
    """What stands beside the rows."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    facts = words(_("纠纷的主要事实、争议事项和各方责任"))
    extra = words(_("其他约定"), help_text=_("能写成一项的请写在上面,这里的文字只作提示性检查。"))
    total = forms.DecimalField(
        label=_("金额合计(元)"),
        required=False,
        min_value=0,
        help_text=_("可以不填;填了就与各项核对。"),
        **MONEY,
    )
    total_words = forms.CharField(
        label=_("金额合计(大写)"),
        required=False,
        max_length=60,
        help_text=_("可以不填,文书会自动写;填了就核对大小写。"),
    )

    def values(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}
