"""An account for a person of the register: what the register does not know of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.access.forms import SignInFields, SpanForm
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.ui.forms import PlainForm
from fengqiao.lib.pinyin import spelled
from fengqiao.registers.organisations.enums import Post

USUAL = {Post.DIRECTOR: Role.DIRECTOR, Post.CORRECTION: Role.CORRECTION_OFFICER}  # by the post


class PickForm(PlainForm):
    """The filter row above the persons."""

    q = forms.CharField(
        label=_("姓名"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"type": "search"}),
    )


class PostRoleForm(SpanForm):
    """A role in an office for who has a post there, and its span."""

    role = forms.ChoiceField(label=_("角色"))

    def __init__(self, *args: Any, name: str, post: str, roles: list[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.name = name
        self.fields["role"].choices = [(role.value, role.label) for role in roles]  # type: ignore[attr-defined]
        usual = USUAL.get(Post(post), Role.ASSISTANT) if post else Role.ASSISTANT
        self.fields["role"].initial = usual if usual in roles else roles[0]
        self.fields["ends_on"].help_text = _("可以不填:离职、调离当天自动停止。")

    def values(self) -> dict[str, Any]:
        """What the action wants."""
        return self.cleaned_data | {"role": Role(self.cleaned_data["role"])}


class StaffAccountForm(SignInFields, PostRoleForm):
    """Sign-in, first role and its span."""

    field_order = ["role", "username", "phone", "begins_on", "ends_on", "reason"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].initial = spelled(self.name)

    def person_name(self) -> str:
        return self.name


class TakeAccountForm(PostRoleForm):
    """By which account the person signed in where he was before."""

    username = forms.CharField(
        label=_("原来的用户名"), max_length=150, help_text=_("请向本人当面核对。")
    )

    field_order = ["username", "role", "begins_on", "ends_on", "reason"]
