from django import forms
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.notices.models import Kind
from fengqiao.kernel.ui.forms import PlainForm


class InboxForm(PlainForm):
    """Which notices are listed."""

    kind = forms.ChoiceField(
        label=_("种类"), required=False, choices=[("", _("全部")), *Kind.choices]
    )
    state = forms.ChoiceField(
        label=_("状态"), required=False, choices=[("", _("全部")), ("unread", _("未读"))]
    )
