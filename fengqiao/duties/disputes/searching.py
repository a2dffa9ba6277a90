"""How disputes are found: by number for who may list them, by parties for who may see those.

Codes that lie in an index are asked for; only of the few cases that have all pairs of a longer name
are the names read.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fengqiao.duties.disputes.enums import Matter, State
from fengqiao.duties.disputes.models import Dispute, DisputeToken, Party
from fengqiao.duties.disputes.models.dispute import DisputeQuerySet
from fengqiao.duties.disputes.models.token import SERIAL
from fengqiao.duties.disputes.permissions import LIST, SEE
from fengqiao.duties.disputes.shown import LISTED, names_of, office_names, said
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.crypto import normalise
from fengqiao.kernel.crypto.tokens import add_tokens, rewrite_tokens, write_tokens
from fengqiao.kernel.search.registry import Hit, Kind
from fengqiao.lib.pairs import pairs

BATCH = 500
_SERIAL = re.compile(r"\d{1,6}")
_END = re.compile(r"\d{3}[\dX]")
_PAPER = re.compile(r"\+?[\dX]{7,}")  # a whole number, of a telephone or a paper


def index_new(cases: Iterable[Dispute]) -> None:
    """In the transaction that registers them, once their parties are there."""
    add_tokens(DisputeToken, cases)


def index(case: Dispute) -> None:
    """In the transaction of an act that changes number, office or parties."""
    write_tokens(DisputeToken, case)


def index_again(cases: Iterable[Dispute]) -> None:
    """The same for many: what a ledger says now of cases that it brought."""
    rewrite_tokens(DisputeToken, list(cases))


def rebuild() -> int:
    """Of all disputes, batch by batch."""
    done, last = 0, 0
    rows = Dispute.objects.order_by("pk").prefetch_related("parties")
    while batch := list(rows.filter(pk__gt=last)[:BATCH]):
        rewrite_tokens(DisputeToken, batch)
        done, last = done + len(batch), batch[-1].pk
    return done


def find(user: User, words: Sequence[str]) -> DisputeQuerySet:
    """The disputes that every word fits, the newest first."""
    rows = Dispute.objects.visible_to(user)
    for word in words:
        rows = rows.filter(pk__in=_fitting(user, normalise.plain(word)).values("dispute"))
    return rows.only(*LISTED).order_by("-pk")


def _fitting(user: User, word: str) -> QuerySet[Any]:
    """Rows that lead to the disputes which the word fits."""
    if SERIAL.search(word):
        return _tokens(user, LIST, f"number:{word}")
    if _SERIAL.fullmatch(word):
        by_number = _tokens(user, LIST, f"serial:{int(word)}")
        return by_number | _tokens(user, SEE, f"end:{word}") if _END.fullmatch(word) else by_number
    if _END.fullmatch(word):
        return _tokens(user, SEE, f"end:{word}")
    parties = Party.objects.visible_to(user, SEE)
    if _PAPER.fullmatch(word):
        return parties.filter(Q(id_code=word) | Q(phone_code=word))
    if word.isascii() and word.isalpha():
        # Letters may be the first ones of a name, or a part of one written in letters.
        return _tokens(user, SEE, f"initials:{word}", *_only(word))
    found = _tokens(user, SEE, *_only(word))
    return found if len(pairs(word)) == 1 else _named(parties, user, word)


def _only(word: str) -> list[str]:
    """The one pair that a word of two signs is."""
    return [f"name:{pair}" for pair in pairs(word)] if len(word) == 2 else []


def _named(parties: QuerySet[Party], user: User, word: str) -> QuerySet[Party]:
    for pair in pairs(word):
        parties = parties.filter(dispute__in=_tokens(user, SEE, f"name:{pair}").values("dispute"))
    return parties.filter(name__icontains=word)


def _tokens(user: User, right: str, *texts: str) -> QuerySet[DisputeToken]:
    found: QuerySet[DisputeToken] = DisputeToken.objects.visible_to(user, right)
    return found.filter(code__in=texts)


def shown(user: User, cases: Sequence[Dispute]) -> list[Hit]:
    """Number, kind, parties as far as one may see them, office."""
    names, offices = names_of(user, cases), office_names(user, cases)
    return [
        Hit(
            case.number,
            case.get_absolute_url(),
            " · ".join(
                part
                for part in (
                    said(Matter, case.matter),
                    said(State, case.state),
                    names.get(case.pk, ""),
                    offices.get(case.office_id, ""),
                )
                if part
            ),
            _("%(day)s 登记") % {"day": case.registered_on.isoformat()},
        )
        for case in cases
    ]


DISPUTES = Kind(
    name="disputes",
    title=gettext_lazy("纠纷"),
    unit=gettext_lazy("件"),
    right=LIST,
    order=10,
    find=find,
    shown=shown,
    rebuild=rebuild,
)
