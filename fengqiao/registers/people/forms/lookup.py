"""What has been typed so far beside which known persons are offered."""

from django import forms

from fengqiao.kernel.ui.fields import PhoneField
from fengqiao.kernel.ui.forms import PlainForm


class LookupForm(PlainForm):
    """Half-typed values: what cannot be one yet is not asked for."""

    name = forms.CharField(required=False, max_length=60)
    id_number = forms.CharField(required=False, max_length=30)
    phone = PhoneField()

    def typed(self) -> dict[str, str]:
        """The values that are in order."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
