"""Forms of mediators and their seats."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.ui.fields import DayField
from fengqiao.kernel.ui.forms import PlainForm
from fengqiao.registers.mediation.enums import End, Matter, Post
from fengqiao.registers.mediation.models import Mediator
from fengqiao.registers.organisations.models import Staff

CHOOSE = [("", _("请选择"))]


class AboutForm(PlainForm):
    """What is known of a mediator; neither number nor address is asked for."""

    name = forms.CharField(
        label=_("姓名"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("请填姓名。")},
    )
    woman = forms.BooleanField(label=_("女性"), required=False)
    full_time = forms.BooleanField(label=_("专职调解员"), required=False)
    specialities = forms.MultipleChoiceField(
        label=_("擅长的纠纷"),
        required=False,
        choices=Matter.choices,
        widget=forms.CheckboxSelectMultiple,
    )

    def about(self) -> dict[str, Any]:
        """The columns of `Mediator`."""
        return {name: self.cleaned_data[name] for name in AboutForm.base_fields}


class JoinForm(AboutForm):
    """Somebody of the register, or somebody new."""

    mediator = forms.ModelChoiceField(
        Mediator.objects.none(),
        label=_("本所名册里的调解员"),
        required=False,
        empty_label=_("新登记的人"),
        help_text=_("已在名册里的直接选,下面几项不用填。"),
    )
    staff = forms.ModelChoiceField(
        Staff.objects.none(),
        label=_("本所工作人员"),
        required=False,
        empty_label=_("不是"),
        help_text=_("是本所工作人员的,在这里选,姓名和账号随之带入。"),
    )
    post = forms.ChoiceField(
        label=_("职务"),
        choices=[*CHOOSE, *Post.choices],
        error_messages={"required": _("请选择职务。")},
    )
    on = DayField(label=_("任职日期"))
    fit = forms.BooleanField(
        label=_("已核实:公道正派、热心调解工作,有一定文化水平、政策水平和法律知识的成年公民"),
        required=False,
        help_text=_("《人民调解法》第十四条。"),
    )
    field_order = (
        "mediator",
        "staff",
        "name",
        "woman",
        "full_time",
        "specialities",
        "post",
        "on",
        "fit",
    )

    def __init__(
        self, *args: Any, others: QuerySet[Mediator], staff: QuerySet[Staff], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.initial["on"] = timezone.localdate()
        self.fields["name"].required = False
        self.fields["mediator"].queryset = others  # type: ignore[attr-defined]
        self.fields["staff"].queryset = staff  # type: ignore[attr-defined]

    def about(self) -> dict[str, Any]:
        staff: Staff | None = self.cleaned_data["staff"]
        known = super().about()
        return known | {"staff": staff, "name": staff.name} if staff else known

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if not any(typed.get(name) for name in ("mediator", "staff", "name")):
            self.add_error("name", _("请填姓名,或者在名册里选一人。"))
        return typed


class EndForm(PlainForm):
    on = DayField(label=_("离任日期"))
    end = forms.ChoiceField(
        label=_("离任原因"),
        choices=[*CHOOSE, *End.choices],
        error_messages={"required": _("请选择原因。")},
    )


class TrainForm(PlainForm):
    on = DayField(label=_("培训日期"))
    subject = forms.CharField(
        label=_("培训内容"), max_length=200, error_messages={"required": _("请填培训内容。")}
    )
    organiser = forms.CharField(label=_("举办单位"), required=False, max_length=100)
    hours = forms.IntegerField(label=_("学时"), required=False, min_value=1, max_value=1000)
    mediators = forms.ModelMultipleChoiceField(
        Mediator.objects.none(),
        label=_("参加的调解员"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("请至少选一名调解员。")},
    )

    def __init__(self, *args: Any, mediators: QuerySet[Mediator], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mediators"].queryset = mediators  # type: ignore[attr-defined]


class AccountForm(PlainForm):
    account = forms.ModelChoiceField(
        User.objects.none(),
        label=_("账号"),
        empty_label=_("请选择"),
        help_text=_("列出在本所担任调解员或者工作人员的账号。没有账号的,请所长先在“账号”里建立。"),
        error_messages={"required": _("请选择账号。")},
    )

    def __init__(self, *args: Any, accounts: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["account"].queryset = accounts  # type: ignore[attr-defined]
