"""Columns whose values stand encrypted in the database, and in `dumpdata`."""

import json
from typing import Any, NoReturn

from django.core import checks
from django.core.exceptions import FieldError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.lookups import IsNull
from django.forms import JSONField as JSONFormField
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.crypto.values import is_sealed, seal, unseal


class SM4Field(models.Field):
    """What both kinds share. Every value but null is encrypted, the empty text too.

    `place` is what values are bound to, `table.column` where none is given: whoever renames a
    table or a column gives the old name here, and the values stay readable.
    """

    empty_strings_allowed = True

    def __init__(self, *args: Any, place: str = "", **kwargs: Any) -> None:
        self.given_place = place
        super().__init__(*args, **kwargs)

    @property
    def place(self) -> str:
        return self.given_place or f"{self.model._meta.db_table}.{self.column}"

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | ({"place": self.given_place} if self.given_place else {})

    def get_internal_type(self) -> str:
        return "TextField"

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        """The same value is encrypted anew each time, so no index and no constraint fits it."""
        found = super().check(**kwargs)
        if self.unique or getattr(self, "db_index", False):
            hint = "Put the index on a LookupField beside it."
            found.append(
                checks.Error("An encrypted field has no index.", hint, obj=self, id="crypto.E001")
            )
        return found

    # between Python and the database

    def to_text(self, value: Any) -> str:
        return str(value)

    def from_text(self, text: str) -> Any:
        return text

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        return None if value is None else seal(self.to_text(value), self.place)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return None if value is None else self.from_text(unseal(value, self.place))

    # between Python and a dump: encrypted, so that a dump is no way around the keys

    def value_to_string(self, obj: models.Model) -> Any:
        value = self.value_from_object(obj)
        return None if value is None else seal(self.to_text(value), self.place)

    def to_python(self, value: Any) -> Any:
        """Only a dump that is loaded comes here; what people type goes through `clean`."""
        return self.from_text(unseal(value, self.place)) if is_sealed(value) else value

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        """Without `to_python`: a ciphertext that somebody types is a text like any other."""
        self.validate(value, model_instance)
        self.run_validators(value)
        return value

    # nothing is found by its content

    def get_lookup(self, lookup_name: str) -> Any:
        return IsNull if lookup_name == "isnull" else self._refuse(lookup_name)

    def get_transform(self, lookup_name: str) -> NoReturn:
        self._refuse(lookup_name)

    def _refuse(self, lookup_name: str) -> NoReturn:
        raise FieldError(
            f"{self.model._meta.label}.{self.name} is encrypted: {lookup_name!r} cannot compare it. "
            "Ask the LookupField beside it."
        )


class SM4TextField(SM4Field):
    """A text of any length."""

    description = _("加密的文本")

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"strip": True, **kwargs})


class SM4JSONField(SM4Field):
    """An object or a list; a bare number would stand open in a dump."""

    description = _("加密的数据")

    def to_text(self, value: Any) -> str:
        if not isinstance(value, dict | list):
            raise TypeError(f"{self.name} takes an object or a list")
        return json.dumps(value, ensure_ascii=False, cls=DjangoJSONEncoder)

    def from_text(self, text: str) -> Any:
        return json.loads(text)

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(
            **{"form_class": JSONFormField, "encoder": DjangoJSONEncoder, **kwargs}
        )
