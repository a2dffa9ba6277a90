"""Many codes of one thing: the initials of a name, its parts. Each stands in a row of a model

    class PersonToken(models.Model):
        person = models.ForeignKey(Person, models.CASCADE)
        code = TokenField(owner="person", tokens=initials)

that knows nothing else; `initials(person)` gives the texts by which the person is found.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.crypto.bare import bare
from fengqiao.kernel.crypto.lookups import CodeField

Tokens = Callable[[Any], Iterable[str]]


class TokenField(CodeField):
    description = _("查找码之一")

    def __init__(
        self, *args: Any, owner: str = "", tokens: Tokens | None = None, **kwargs: Any
    ) -> None:
        self.owner, self.tokens = owner, tokens
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"owner": self.owner, "tokens": self.tokens}

    def codes_for(self, owner: models.Model) -> set[str]:
        made = map(self.code_of, self.tokens(owner) if self.tokens else [])
        return {one for one in made if one}


def write_tokens(model: type[models.Model], owner: models.Model) -> None:
    """Bring the rows of one owner to what its tokens are now, under the current key."""
    field = next(one for one in model._meta.concrete_fields if isinstance(one, TokenField))
    wanted = field.codes_for(owner)
    rows: models.QuerySet[Any] = models.QuerySet(model).filter(**{field.owner: owner})
    with transaction.atomic():
        stand = set(rows.values_list(bare(field.name), flat=True))
        rows.alias(stands=bare(field.name)).exclude(stands__in=wanted).delete()
        model._base_manager.bulk_create(
            model(**{field.owner: owner, field.name: one}) for one in sorted(wanted - stand)
        )
