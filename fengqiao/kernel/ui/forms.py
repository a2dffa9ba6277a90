"""The base of every form: its texts hold nothing but what one sees, its choices have Chinese marks."""

from functools import lru_cache
from typing import Any

from django import forms

from fengqiao.lib import hidden
from fengqiao.lib.typography import typeset


def seen(text: str) -> None:
    """Refuse what nobody sees and what makes one name look like another."""
    if why := hidden.refused(text):
        raise forms.ValidationError(f"{why}。")


@lru_cache(maxsize=2048)  # code lists, drawn on every page of a list
def _set(text: str) -> str:
    return typeset(text)


def _typeset(label: Any) -> Any:
    """The words of a choice; a group of choices as it is."""
    return label if isinstance(label, list | tuple) else _set(str(label))


class PlainForm(forms.Form):
    """A form whose texts hold nothing but what one sees."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.CharField):
                field.validators.append(seen)
            elif isinstance(field, forms.ChoiceField) and not hasattr(field, "queryset"):
                choices: Any = field.choices
                field.choices = [(value, _typeset(label)) for value, label in choices]


class FilterForm(PlainForm):
    """The filter row of a list."""

    def wanted(self) -> dict[str, Any]:
        """What was asked for; a wrong value asks for nothing."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def words(self) -> list[str]:
        """The same, as the filter row says it."""
        return [
            f"{self.fields[name].label}:{self._said(name, value)}"
            for name, value in self.wanted().items()
        ]

    def _said(self, name: str, value: Any) -> str:
        choices: Any = getattr(self.fields[name], "choices", ())
        return str(dict(choices).get(value, value))
