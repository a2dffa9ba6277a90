"""A sheet of paper in a drawer: every kind of encrypted column and of code. A slip: a row of a duty
that points at a person."""

from django.db import models

from fengqiao.kernel.crypto import normalise
from fengqiao.kernel.crypto.fields import SM4JSONField, SM4TextField
from fengqiao.kernel.crypto.lookups import LookupField
from fengqiao.kernel.crypto.tokens import TokenField
from fengqiao.registers.people import references


def initials(sheet):
    """Each beginning of the title, as one types it."""
    return [sheet.title[:length] for length in range(1, len(sheet.title) + 1)]


class Sheet(models.Model):
    title = models.CharField(max_length=20, default="")
    said = SM4TextField(null=True)
    phone = SM4TextField(default="", blank=True)
    phone_code = LookupField(source="phone", normalise=normalise.phone)
    phone_end = LookupField(source="phone", normalise=normalise.last_four)
    details = SM4JSONField(default=dict)

    class Meta:
        app_label = "drawer"
        indexes = [
            models.Index(fields=["phone_code"], name="drawer_phone_code"),
            models.Index(fields=["phone_end"], name="drawer_phone_end"),
        ]

    def __str__(self):
        return self.title


class SheetToken(models.Model):
    sheet = models.ForeignKey(Sheet, models.CASCADE, related_name="tokens")
    code = TokenField(owner="sheet", tokens=initials)

    class Meta:
        app_label = "drawer"
        indexes = [models.Index(fields=["code"], name="drawer_token_code")]

    def __str__(self):
        return self.code


class Slip(models.Model):
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    case = models.CharField(max_length=20)

    class Meta:
        app_label = "drawer"
        constraints = [models.UniqueConstraint(name="drawer_party_once", fields=["person", "case"])]

    def __str__(self):
        return f"{self.person_id} {self.case}"


references.add(references.Reference(Slip, "person", together=("case",)))
