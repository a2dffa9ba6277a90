"""Which rows of the duties point at a person, so that merging two records moves them and taking the
merger back returns them. Each duty adds its own when it is loaded; a check finds who forgot."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.core import checks
from django.db import models

from fengqiao.registers.protection.kept import before
from fengqiao.rulebook.statutes import load


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key to `Person`. `together` names the columns with which a person stands only once
    (the case of a party): where both records stand there, the row of the one that goes stays.
    `ended` is the look-up of the day on which the matter of a row was over: so long, and its period
    on top (`rule`, of `rulepacks/statutes/`), it keeps the person from being destroyed. Without them
    a row keeps him for as long as it is there.
    """

    model: type[models.Model]
    field: str = "person"
    together: tuple[str, ...] = ()
    ended: str = ""
    rule: str = ""

    @property
    def name(self) -> str:
        return f"{self.model._meta.label}.{self.field}"

    @property
    def rows(self) -> models.QuerySet[Any]:
        """All rows, whoever may see them: a merger moves the whole."""
        return models.QuerySet(self.model)

    def keeping(self, person: Any, today: date, unused_since: date) -> models.QuerySet[Any]:
        """The rows of a person that keep him today: their matter is open, or was over after the day
        since which nobody has used his record, or their own period has not run out, or none is
        settled."""
        rows = self.rows.filter(**{self.field: person})
        value = load()[self.rule].on(today) if self.ended else None
        if value is None:
            return rows
        over = min(before(today, value), unused_since)
        return rows.exclude(**{f"{self.ended}__lt": over})


_references: dict[str, Reference] = {}


def add(reference: Reference) -> None:
    """Move these rows too from now on."""
    _references[reference.name] = reference


def all_references() -> Iterator[Reference]:
    """In an order that does not change."""
    for _name, reference in sorted(_references.items()):
        yield reference


def named(name: str) -> Reference:
    """LookupError where none has it: its duty was taken out of the system."""
    if name not in _references:
        raise LookupError(f"a reference that no duty names: {name}")
    return _references[name]


def check_all(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
    """Every foreign key to a person that lies outside this register must be named."""
    return [
        checks.Error(
            f"{name} points at a person and no reference names it.",
            "Add a fengqiao.registers.people.references.Reference.",
            id="people.E001",
        )
        for name in _pointing()
        if name not in _references
    ]


def _pointing() -> Iterator[str]:
    """Every foreign key to a person outside this register, also one without a way back."""
    person = apps.get_model("people", "Person")
    for relation in person._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete:
            model = relation.related_model
            if model._meta.app_label != "people":  # type: ignore[union-attr]
                yield f"{model._meta.label}.{relation.field.name}"  # type: ignore[union-attr]
