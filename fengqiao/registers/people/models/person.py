"""A natural person. Numbers and addresses stand encrypted; they are found by codes beside them."""

from collections.abc import Iterator
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.kernel.crypto import normalise
from fengqiao.kernel.crypto.fields import SM4TextField
from fengqiao.kernel.crypto.lookups import LookupField
from fengqiao.kernel.crypto.tokens import TokenField, write_tokens
from fengqiao.lib.pinyin import initials
from fengqiao.registers.people.enums import Paper, Sex

PIECE = 4  # signs of a name that are one token; of a longer question the first are asked for
SECRET = ("id_number", "phone", "phone_more", "address", "household")
COLUMNS = ("name", "paper", "sex", "born_on", *SECRET)  # what is known of a person


class PersonQuerySet(ScopedQuerySet["Person"]):
    def current(self) -> Self:
        """Without those that became part of another record."""
        return self.filter(merged_into=None)


class Person(models.Model):
    """One record for one natural person, as far as an office can know: where two were made of one,
    they are merged. In which areas the person is known `Known` says.

    Not here and not to be added: 民族, belief, petitions, scores, membership.
    """

    name = models.CharField(_("姓名"), max_length=60)
    paper = models.CharField(_("证件种类"), max_length=20, choices=Paper, default=Paper.RESIDENT)
    sex = models.CharField(_("性别"), max_length=6, choices=Sex, blank=True)
    born_on = models.DateField(_("出生日期"), null=True, blank=True)
    id_number = SM4TextField(_("证件号码"), default="", blank=True)
    id_code = LookupField(source="id_number", normalise=normalise.plain)
    id_end = LookupField(source="id_number", normalise=normalise.last_four)
    phone = SM4TextField(_("电话"), default="", blank=True)  # E.164, as all numbers here
    phone_code = LookupField(source="phone", normalise=normalise.phone)
    phone_end = LookupField(source="phone", normalise=normalise.last_four)
    phone_more = SM4TextField(_("备用电话"), default="", blank=True)
    phone_more_code = LookupField(source="phone_more", normalise=normalise.phone)
    phone_more_end = LookupField(source="phone_more", normalise=normalise.last_four)
    address = SM4TextField(_("现住址"), default="", blank=True)
    household = SM4TextField(_("户籍地址"), default="", blank=True)
    made_at = models.DateTimeField(_("登记时间"), auto_now_add=True)
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("并入"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    erased_on = models.DateField(_("销毁日期"), null=True, blank=True)  # emptied, the row stays

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("人员档案")
        verbose_name_plural = _("人员档案")
        indexes = [
            models.Index(fields=["id_code"], name="person_id"),
            models.Index(fields=["id_end"], name="person_id_end"),
            models.Index(fields=["phone_code"], name="person_phone"),
            models.Index(fields=["phone_end"], name="person_phone_end"),
            models.Index(fields=["phone_more_code"], name="person_more"),
            models.Index(fields=["phone_more_end"], name="person_more_end"),
        ]
        constraints = [
            models.CheckConstraint(name="person_named", condition=~Q(name="")),
            models.CheckConstraint(name="person_paper", condition=Q(paper__in=Paper.values)),
            models.CheckConstraint(name="person_sex", condition=Q(sex__in=["", *Sex.values])),
            models.CheckConstraint(
                name="person_number_of_paper",
                condition=Q(paper=Paper.NONE, id_code__isnull=True)
                | (~Q(paper=Paper.NONE) & Q(id_code__isnull=False)),
            ),
            models.CheckConstraint(
                name="person_not_own_part",
                condition=Q(merged_into=None) | ~Q(merged_into=models.F("pk")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Always with the tokens of the name."""
        super().save(*args, **kwargs)
        write_tokens(PersonToken, self)

    def get_absolute_url(self) -> str:
        return reverse("people:person", args=[self.pk])


def pieces(text: str) -> Iterator[str]:
    """Every run of up to `PIECE` signs, and the whole."""
    yield text
    for first in range(len(text)):
        for length in range(1, PIECE + 1):
            yield text[first : first + length]


def name_tokens(person: Person) -> set[str]:
    """By which parts of the name, and of its first letters, the person is found."""
    if person.erased_on:
        return set()
    name = normalise.plain(person.name)
    texts = [name, *initials(person.name)]
    return {piece for text in texts for piece in pieces(text) if piece}


class PersonToken(models.Model):
    """A part of a name, as a code: a person is found by any of them without a scan."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="tokens")
    code = TokenField(owner="person", tokens=name_tokens)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("姓名查找码")
        verbose_name_plural = _("姓名查找码")
        indexes = [models.Index(fields=["code", "person"], name="person_token")]

    def __str__(self) -> str:
        return str(self.person_id)
