import re
from collections.abc import Iterator

from django.db import models
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.models.dispute import Dispute
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.kernel.crypto import normalise
from fengqiao.kernel.crypto.tokens import TokenField
from fengqiao.lib.pairs import pairs
from fengqiao.lib.pinyin import initials

SERIAL = re.compile(r"第0*(\d+)号")
LONGEST_PERSON = 4  # signs of a name that somebody looks up by its first letters


def number_texts(number: str) -> Iterator[str]:
    """The whole number, and what counts in its series."""
    plain = normalise.plain(number)
    yield f"number:{plain}"
    if found := SERIAL.search(plain):
        yield f"serial:{found[1]}"


def name_texts(name: str) -> Iterator[str]:
    """Pairs of signs; of a person the first letters too."""
    plain = normalise.plain(name)
    for pair in pairs(plain):
        yield f"name:{pair}"
    if len(plain) <= LONGEST_PERSON:
        for letters in initials(plain):
            yield f"initials:{letters}"


def end_texts(*numbers: str) -> Iterator[str]:
    """The last four signs of each."""
    for number in numbers:
        if number:
            yield f"end:{normalise.last_four(number)}"


def texts_of(case: Dispute) -> set[str]:
    """By what the case is found: its number and its parties. What people say is in no index."""
    texts = set(number_texts(case.number))
    for party in case.parties.all():
        texts |= {*name_texts(party.name), *end_texts(party.id_number, party.phone)}
    return texts


class DisputeToken(models.Model):
    """One of the codes by which a dispute is found, beside the office in which it lies: the search of
    an office reads that office's rows of the code and no others."""

    dispute = models.ForeignKey(Dispute, models.CASCADE, related_name="tokens")
    office = models.ForeignKey(Area, models.PROTECT, related_name="+", db_index=False)
    code = TokenField(owner="dispute", tokens=texts_of, beside=("office",))

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("纠纷查找码")
        verbose_name_plural = _("纠纷查找码")
        indexes = [models.Index(fields=["code", "office", "dispute"], name="dispute_token")]

    def __str__(self) -> str:
        return str(self.dispute_id)
