"""Many codes of one thing: the initials of a name, its parts. Each stands in a row of a model

    class PersonToken(models.Model):
        person = models.ForeignKey(Person, models.CASCADE)
        code = TokenField(owner="person", tokens=initials)

that knows nothing else; `initials(person)` gives the texts by which the person is found. With
`beside=("office",)` each row bears that column of its owner too, for an index that begins with both.
"""

from collections.abc import Callable, Collection, Iterable
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.crypto.bare import bare
from fengqiao.kernel.crypto.lookups import CodeField

Tokens = Callable[[Any], Iterable[str]]
BATCH = 2000  # rows of a statement


class TokenField(CodeField):
    description = _("查找码之一")

    def __init__(
        self,
        *args: Any,
        owner: str = "",
        tokens: Tokens | None = None,
        beside: Iterable[str] = (),
        **kwargs: Any,
    ) -> None:
        self.owner, self.tokens, self.beside = owner, tokens, tuple(beside)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs |= {"owner": self.owner, "tokens": self.tokens}
        return name, path, args, kwargs | ({"beside": self.beside} if self.beside else {})

    def codes_for(self, owner: models.Model) -> set[str]:
        made = map(self.code_of, self.tokens(owner) if self.tokens else [])
        return {one for one in made if one}

    def rows_for(self, owner: models.Model, codes: Iterable[str]) -> Iterable[models.Model]:
        same = {self.owner: owner} | self.values_beside(owner)
        return (self.model(**same, **{self.name: one}) for one in sorted(codes))

    def values_beside(self, owner: models.Model) -> dict[str, Any]:
        """By column as it stands in the database, so that nothing is read for it."""
        fields = (self.model._meta.get_field(name) for name in self.beside)
        return {field.attname: getattr(owner, field.attname) for field in fields}  # type: ignore[union-attr]


def token_field(model: type[models.Model]) -> TokenField:
    return next(one for one in model._meta.concrete_fields if isinstance(one, TokenField))


def add_tokens(model: type[models.Model], owners: Iterable[models.Model]) -> None:
    """Those of owners that have none yet: one statement for all of them."""
    field = token_field(model)
    rows = [row for owner in owners for row in field.rows_for(owner, field.codes_for(owner))]
    model._base_manager.bulk_create(rows, batch_size=BATCH)


def write_tokens(model: type[models.Model], owner: models.Model) -> None:
    """Bring the rows of one owner to what its tokens are now, under the current key."""
    field = token_field(model)
    wanted = field.codes_for(owner)
    rows: models.QuerySet[Any] = models.QuerySet(model).filter(**{field.owner: owner})
    with transaction.atomic():
        moved = rows.exclude(**field.values_beside(owner)) if field.beside else rows.none()
        moved.delete()
        stand = set(rows.values_list(bare(field.name), flat=True))
        rows.alias(stands=bare(field.name)).exclude(stands__in=wanted).delete()
        model._base_manager.bulk_create(field.rows_for(owner, wanted - stand))


def rewrite_tokens(model: type[models.Model], owners: Collection[models.Model]) -> None:
    """Those of many owners, whatever stood there."""
    with transaction.atomic():
        field = token_field(model)
        models.QuerySet(model).filter(**{f"{field.owner}__in": list(owners)}).delete()
        add_tokens(model, owners)
