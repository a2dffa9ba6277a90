"""Records of which the trail speaks, by the name of their kind."""

from django.apps import apps
from django.db.models import Model
from django.http import Http404

from fengqiao.kernel.accounts.rights import TABLES


def kinds() -> list[tuple[str, str]]:
    """The kinds of records that belong to an area, with what they are called."""
    named = {
        model._meta.label_lower: str(model._meta.verbose_name)
        for model, scope in TABLES.scopes.items()
        if scope.right
    }
    return sorted(named.items(), key=lambda pair: pair[1])


def record_named(kind: str, pk: int) -> Model:
    """A record of that kind and number, whether it is there or not; 404 where there is no such
    kind."""
    try:
        model = apps.get_model(kind)
    except (LookupError, ValueError):
        raise Http404 from None
    if model not in TABLES.scopes or model._meta.label_lower != kind or pk >= 2**63:
        raise Http404
    return model(pk=pk)
