"""What is typed about accounts and roles."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.access import rules
from fengqiao.kernel.access.permissions import ENDS_BY_DATE
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.open_work import Piece
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.ui.fields import DayField
from fengqiao.kernel.ui.forms import PlainForm
from fengqiao.lib.typography import typeset

STATES = {
    "open": _("在用"),
    "without": _("没有角色"),
    "closed": _("已停用"),
}


class AccountsForm(PlainForm):
    """The filter row of the list."""

    q = forms.CharField(
        label=_("姓名或用户名"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    role = forms.ChoiceField(
        label=_("角色"), required=False, choices=[("", _("全部")), *Role.choices]
    )
    state = forms.ChoiceField(
        label=_("状态"), required=False, choices=[("", _("全部")), *STATES.items()]
    )


class ReasonForm(PlainForm):
    """Why something is done."""

    reason = forms.CharField(
        label=_("理由"),
        max_length=200,
        help_text=_("例如:调离本所。"),
        error_messages={"required": _("请写明理由。")},
    )


class EndForm(ReasonForm):
    """From which day on the role is held no more."""

    on = DayField(label=_("自哪一天起停止"), help_text=_("这一天起不能再用这个角色。"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = timezone.localdate
        self.order_fields(["on", "reason"])


class SpanForm(PlainForm):
    """From a day to a day, and on what ground."""

    begins_on = DayField(label=_("起始日期"))
    ends_on = DayField(label=_("终止日期"), required=False, help_text=_("从这一天起不再有效。"))
    reason = forms.CharField(
        label=_("依据"),
        max_length=200,
        help_text=_("例如:任职通知、聘任合同的名称或文号。"),
        error_messages={"required": _("请写明依据。")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["begins_on"].initial = timezone.localdate

    def clean_begins_on(self) -> date:
        begins_on: date = self.cleaned_data["begins_on"]
        if begins_on < timezone.localdate():
            raise ValidationError(_("起始日期不能早于今天。"))
        return begins_on


class RoleForm(SpanForm):
    """A role in one of these areas."""

    area = forms.TypedChoiceField(label=_("区域"), error_messages={"required": _("请选择区域。")})

    field_order = ["area", "begins_on", "ends_on", "reason"]

    def __init__(self, *args: Any, areas: Iterable[Area], role: Role, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.areas = {str(area.pk): area for area in areas}
        # where there is a choice nobody should hold a right in an area because it stands first
        first = [("", _("请选择"))] if len(self.areas) > 1 else []
        places = [(pk, called(area)) for pk, area in self.areas.items()]
        self.fields["area"].choices = first + places  # type: ignore[attr-defined]
        if role in ENDS_BY_DATE:
            self.fields["ends_on"].required = True

    def values(self) -> dict[str, Any]:
        """What the action wants."""
        return self.cleaned_data | {"area": self.areas[self.cleaned_data["area"]]}


def called(area: Area) -> str:
    """The name of today with the code, which tells places of one name apart."""
    return f"{getattr(area, 'name', None) or area} {getattr(area, 'code', None) or ''}".strip()


class SignInFields(PlainForm):
    """By what a person signs in; both lead to one account."""

    username = forms.CharField(
        label=_("用户名"), max_length=150, help_text=_("登录时使用,可用姓名拼音。")
    )
    phone = forms.CharField(
        label=_("手机号"),
        required=False,
        max_length=20,
        help_text=_("可以不填;填了可用手机号登录。"),
    )

    def person_name(self) -> str:
        """Whose account it is."""
        return str(self.cleaned_data.get("name", ""))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        typed = {name: data.get(name, "") for name in ("username", "phone")}
        user = User(name=self.person_name(), **typed)
        user.set_unusable_password()
        try:
            user.full_clean()
        except ValidationError as invalid:
            for field, errors in invalid.error_dict.items():
                if field in self.fields and field not in self.errors:
                    self.add_error(field, errors)
        return data


class NewAccountForm(SignInFields, RoleForm):
    """A person who stands in no register, and the first role."""

    name = forms.CharField(label=_("姓名"), max_length=60, help_text=_("一人一个账号,写本人姓名。"))

    field_order = ["name", "username", "phone", "area", "begins_on", "ends_on", "reason"]

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"].strip()
        if rules.looks_shared(name):
            raise ValidationError(_("账号不能公用。请写使用人本人的姓名,每人各建一个账号。"))
        return name


class HandOverForm(PlainForm):
    """Which open things go to whom."""

    pieces = forms.MultipleChoiceField(
        label=_("移交哪些"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("请至少选一件。")},
    )
    to = forms.TypedChoiceField(
        label=_("移交给"),
        help_text=_("只列出有办理权限的人员。"),
        error_messages={"required": _("请选择接办人。")},
    )

    def __init__(
        self, *args: Any, pieces: list[Piece], able: Mapping[User, int], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        people = {str(user.pk): user for user in able}
        self.fields["pieces"].choices = [  # type: ignore[attr-defined]
            (one.key, typeset(one.words)) for one in pieces
        ]
        self.fields["pieces"].initial = [one.key for one in pieces]
        named = [
            (str(user.pk), _offered(user, number, len(pieces))) for user, number in able.items()
        ]
        self.fields["to"].choices = [("", _("请选择")), *named]  # type: ignore[attr-defined]
        self.fields["to"].coerce = people.__getitem__  # type: ignore[attr-defined]


def _offered(user: User, number: int, every: int) -> str:
    """The name, and where he may take a part only how much of it."""
    if number == every:
        return user.name
    return gettext("%(name)s(可接办 %(number)d 件)") % {"name": user.name, "number": number}
