"""Every value and every code under the current keys, batch by batch.

A batch is a short transaction that locks its rows: who writes one meanwhile comes before it or
after it, and nobody's newer value is written over.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.db import models, transaction
from django.db.models import Q

from fengqiao.kernel.crypto import columns, lookups, values
from fengqiao.kernel.crypto.bare import as_it_is, bare
from fengqiao.kernel.crypto.fields import SM4Field
from fengqiao.kernel.crypto.keys import Kind
from fengqiao.kernel.crypto.lookups import LookupField
from fengqiao.kernel.crypto.ring import ring
from fengqiao.kernel.crypto.tokens import TokenField, write_tokens
from fengqiao.kernel.crypto.values import Unreadable

BATCH = 200
BEGINS = {Kind.ENCRYPTION: values.start, Kind.LOOKUP: lookups.start}


class Renewal:
    """One walk through all columns; a row that cannot be read is named and left as it is."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self.tell = tell
        self.written = 0
        self.unreadable: list[str] = []

    def run(self) -> None:
        for model in columns.sealed_models():
            before, last = self.written, None
            while (last := self._batch(model, last)) is not None:
                self.tell(f"{model._meta.verbose_name}:已更换{self.written - before}行")

    def _batch(self, model: type[models.Model], last: Any) -> Any:
        """The rows behind the row `last`; the last of them, or none where there are no more."""
        with transaction.atomic():
            rows = _stale(model).order_by("pk").select_for_update(no_key=True)
            rows = rows if last is None else rows.filter(pk__gt=last)
            texts = {f"text_{field.name}": bare(field.name) for field, _begins in _sealed(model)}
            batch = list(rows.values("pk", **texts)[:BATCH])
            for row in batch:
                self._row(model, row)
        return batch[-1]["pk"] if batch else None

    def _row(self, model: type[models.Model], row: dict[str, Any]) -> None:
        try:
            _renew(model, row)
        except Unreadable:
            self.unreadable.append(f"{model._meta.db_table}:{row['pk']}")
        else:
            self.written += 1


def _sealed(model: type[models.Model]) -> Iterator[tuple[models.Field, str]]:
    """Each such column, and what a value under the current key begins with."""
    keys = ring.now()
    for field in columns.own(model):
        if kind := columns.kind_of(field):
            yield field, BEGINS[kind](keys.of(kind).current)


def _stale(model: type[models.Model]) -> "models.QuerySet[Any]":
    """The rows with a value that is not under the current key."""
    wanted = Q()
    rows: models.QuerySet[Any] = models.QuerySet(model)
    for field, begins in _sealed(model):
        name = f"bare_{field.name}"
        rows = rows.alias(**{name: bare(field.name)})
        wanted |= Q(**{f"{name}__isnull": False}) & ~Q(**{f"{name}__startswith": begins})
    return rows.filter(wanted)


def _renew(model: type[models.Model], row: dict[str, Any]) -> None:
    changed = {}
    for field, begins in _sealed(model):
        text = row[f"text_{field.name}"]
        if text is None or text.startswith(begins):
            continue
        if isinstance(field, TokenField):
            return _renew_tokens(model, field, row["pk"])
        changed[field.name] = as_it_is(_renewed(field, text, row["pk"]))
    models.QuerySet(model).filter(pk=row["pk"]).update(**changed)
    return None


def _renewed(field: models.Field, text: str, pk: Any) -> str | None:
    """The value, encrypted anew; or the code, made again from what the row says."""
    if isinstance(field, SM4Field):
        return values.seal(values.unseal(text, field.place), field.place)
    row: models.Model = models.QuerySet(field.model).get(pk=pk)
    return field.code_for(row) if isinstance(field, LookupField) else text


def _renew_tokens(model: type[models.Model], field: TokenField, pk: Any) -> None:
    """All rows of the owner at once; another row of the batch may have done it already."""
    rows: models.QuerySet[Any] = models.QuerySet(model)
    row: Any = rows.filter(pk=pk).select_related(field.owner).first()
    if row is not None:
        write_tokens(model, getattr(row, field.owner))
