"""The forms of signing in and of one's own security."""

from typing import Any

from allauth.account.forms import LoginForm
from django.utils.translation import gettext_lazy as _


class SignInForm(LoginForm):
    """allauth's, which knows nothing of phones; `adapter.authenticate` finds the account."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("用户名或手机号")
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
