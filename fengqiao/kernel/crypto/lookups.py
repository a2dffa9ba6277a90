"""Columns by which an encrypted value is found: a keyed digest of it, never the value.

A code is `L1:` and half of an HMAC-SM3. While a new look-up key is brought in, codes under the
old and the new one stand side by side, so every question is asked under all keys that there are.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.core import checks
from django.core.exceptions import EmptyResultSet, FieldError
from django.db import models
from django.db.models.lookups import IsNull, Lookup
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.crypto.digests import hmac_sm3
from fengqiao.kernel.crypto.keys import encoded
from fengqiao.kernel.crypto.ring import ring

HALF = 16  # bytes of a digest that are kept: two values of a million meet once in 10^26
LONGEST = 40
Normalise = Callable[[str], str]


def code(domain: str, value: str) -> str:
    """The code that is written: under the current key."""
    keys = ring.now().lookup
    return _code(keys.current, keys.secret, domain, value)


def codes(domain: str, value: str) -> list[str]:
    """The codes that are asked for: one under each key."""
    keys = ring.now().lookup.secrets
    return [_code(key_id, secret, domain, value) for key_id, secret in keys.items()]


def start(key_id: str) -> str:
    """What every code under the key begins with."""
    return f"{key_id}:"


def _code(key_id: str, secret: bytes, domain: str, value: str) -> str:
    digest = hmac_sm3(secret, b"lookup", domain.encode("utf-8"), value.encode("utf-8"))
    return f"{start(key_id)}{encoded(digest[:HALF])}"


class CodeField(models.CharField):
    """A code; asked for by what it was made of: `filter(phone_code="138 …")`, also `__in`.

    The same value has another code in another domain, `table.column` where none is given.
    """

    def __init__(self, *args: Any, domain: str = "", **kwargs: Any) -> None:
        self.given_domain = domain
        super().__init__(*args, **{"editable": False, **kwargs, "max_length": LONGEST})

    @property
    def domain(self) -> str:
        return self.given_domain or f"{self.model._meta.db_table}.{self.column}"

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("max_length")
        return (
            name,
            path,
            args,
            kwargs | ({"domain": self.given_domain} if self.given_domain else {}),
        )

    def normalised(self, value: str) -> str:
        return value

    def code_of(self, value: str | None) -> str | None:
        """Null where there is nothing to look up."""
        plain = self.normalised(str(value)) if value else ""
        return code(self.domain, plain) if plain else None

    def codes_of(self, values: Iterable[str | None]) -> list[str]:
        plain = {self.normalised(str(value)) for value in values if value} - {""}
        return [one for value in sorted(plain) for one in codes(self.domain, value)]

    def get_lookup(self, lookup_name: str) -> Any:
        try:
            return LOOKUPS[lookup_name]
        except KeyError:
            raise FieldError(
                f"{self.model._meta.label}.{self.name} holds codes: ask for whole values, "
                f"not {lookup_name!r}."
            ) from None

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        """While keys change, one value has two codes; and without an index a look-up is a scan."""
        found = super().check(**kwargs)
        firsts = [index.fields[0] for index in self.model._meta.indexes if index.fields]
        if self.unique:
            found.append(checks.Error("A code cannot be unique.", obj=self, id="crypto.E002"))
        if not getattr(self, "db_index", False) and self.name not in firsts:
            hint = "Begin a models.Index of the model with it."
            found.append(checks.Error("A code wants an index.", hint, obj=self, id="crypto.E003"))
        return found


class LookupField(CodeField):
    """Made of another field of the row whenever the row is saved.

    `normalise` makes one text of all ways to write a value (`normalise.py`); an empty one has no
    code. `QuerySet.update` and `bulk_update` save no row: they leave the code as it was.
    """

    description = _("查找码")

    def __init__(
        self, *args: Any, source: str = "", normalise: Normalise | None = None, **kwargs: Any
    ) -> None:
        self.source, self.normalise = source, normalise
        super().__init__(*args, **{"null": True, **kwargs})

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"source": self.source, "normalise": self.normalise}

    def normalised(self, value: str) -> str:
        return self.normalise(value) if self.normalise else value

    def pre_save(self, model_instance: models.Model, add: bool) -> str | None:
        made = self.code_for(model_instance)
        setattr(model_instance, self.attname, made)
        return made

    def code_for(self, row: models.Model) -> str | None:
        return self.code_of(getattr(row, self.source))


def refuse_half_a_save(sender: type[models.Model], **kwargs: Any) -> None:
    """`save(update_fields=…)` that would change a value and leave its code."""
    names = kwargs.get("update_fields")
    if names is None:
        return
    for field in sender._meta.concrete_fields:
        if isinstance(field, LookupField) and field.source in names and field.name not in names:
            raise FieldError(f"update_fields with {field.source!r} must name {field.name!r} too")


class CodeIn(Lookup):
    """Codes under all keys, made when the statement is: a key that came since is among them."""

    lookup_name = "in"
    prepare_rhs = False

    def get_prep_lookup(self) -> Any:
        if hasattr(self.rhs, "resolve_expression"):
            raise FieldError("A code is asked for by values, not by another column.")
        return self.rhs

    def values(self) -> Iterable[str | None]:
        return self.rhs

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        wanted = self.lhs.output_field.codes_of(self.values())
        if not wanted:
            raise EmptyResultSet
        column, params = self.process_lhs(compiler, connection)
        return f"{column} IN ({', '.join(['%s'] * len(wanted))})", (*params, *wanted)


class CodeExact(CodeIn):
    lookup_name = "exact"

    def values(self) -> Iterable[str | None]:
        return [self.rhs]


LOOKUPS: dict[str, type[Lookup]] = {"exact": CodeExact, "in": CodeIn, "isnull": IsNull}
