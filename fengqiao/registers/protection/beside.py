"""What stands beside records that a user sees already: asked for by their numbers, never by a page's own
query. It is as wide as the records themselves."""

from collections.abc import Collection

from django.db.models import Model
from django.utils import timezone

from fengqiao.kernel.deadlines.models import Term
from fengqiao.registers.protection.models import Destruction, Hold


def open_terms(model: type[Model], pks: Collection[int]) -> dict[int, Term]:
    """By record, its term that runs."""
    rows = Term.objects.open().filter(subject_kind=model._meta.label_lower, subject_id__in=pks)
    return {term.subject_id: term for term in rows}


def held_of(listed: Destruction, among: Collection[int]) -> set[int]:
    """Of the records on a list, those that are held today, by whichever office."""
    holds = Hold.objects.on(timezone.localdate()).filter(kind=listed.kind, subject_id__in=among)
    return set(holds.values_list("subject_id", flat=True))
