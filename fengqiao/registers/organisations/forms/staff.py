"""A person joins, and what is true of a person from a day on."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui.fields import DayField, YesNoField
from fengqiao.registers.organisations.enums import Category, Degree, Party, Post
from fengqiao.registers.organisations.forms.base import FromDayForm, chosen


class StaffForm(FromDayForm):
    """What is recorded of a person; blank means not known.

    Membership goes in and never comes out: the field is always empty, and empty leaves it as it is.
    """

    category = forms.ChoiceField(
        label=_("人员类别"),
        choices=chosen(Category.choices, _("请选择")),
        error_messages={"required": _("请选择人员类别。")},
    )
    post = forms.ChoiceField(
        label=_("岗位"), required=False, choices=chosen(Post.choices, _("无专门岗位"))
    )
    in_post_since = DayField(label=_("任现职日期"), required=False)
    degree = forms.ChoiceField(label=_("学历"), required=False, choices=chosen(Degree.choices))
    law_degree = YesNoField(label=_("法学专业"), required=False)
    qualified = YesNoField(label=_("法律职业资格"), required=False)
    trained = YesNoField(label=_("专业培训"), required=False)
    party = forms.ChoiceField(
        label=_("政治面貌"),
        required=False,
        choices=chosen(Party.choices, _("不改动")),
        help_text=_("只用于计算正式党员人数,页面上不显示个人的政治面貌。"),
    )

    def values(self) -> dict[str, Any]:
        """The typed values by the names of `StaffRecord.VALUES`; membership only where typed."""
        names = (
            "category",
            "post",
            "in_post_since",
            "degree",
            "law_degree",
            "qualified",
            "trained",
        )
        typed = {name: self.cleaned_data[name] for name in names}
        party = self.cleaned_data["party"]
        return typed | {"party": party} if party else typed


class JoinForm(StaffForm):
    """A new person of the office."""

    name = forms.CharField(
        label=_("姓名"), max_length=100, error_messages={"required": _("请填姓名。")}
    )
    on = DayField(label=_("入职日期"))

    field_order = ["name", "category", "post", "in_post_since"]
