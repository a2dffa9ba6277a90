"""The base of every form: its texts hold nothing but what one sees."""

from typing import Any

from django import forms

from fengqiao.lib import hidden


def seen(text: str) -> None:
    """Refuse what nobody sees and what makes one name look like another."""
    if why := hidden.refused(text):
        raise forms.ValidationError(f"{why}。")


class PlainForm(forms.Form):
    """A form whose texts hold nothing but what one sees."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.CharField):
                field.validators.append(seen)
