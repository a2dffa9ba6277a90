"""How persons are found: by name, its first letters, whole numbers and their last four signs."""

import re
from collections.abc import Iterable

from django.db.models import Q

from fengqiao.kernel.crypto import normalise
from fengqiao.kernel.search.words import LONGEST, MOST_WORDS
from fengqiao.registers.people.models import PersonToken
from fengqiao.registers.people.models.person import PIECE, PersonQuerySet

_END = re.compile(r"\d{3}[\dX]")
_NUMBER = re.compile(r"\+?[0-9A-Z]{5,}")
_BY_END = ("id_end", "phone_end", "phone_more_end")
_BY_NUMBER = ("id_code", "phone_code", "phone_more_code")


def find(people: PersonQuerySet, words: str) -> PersonQuerySet:
    """The persons whom every word fits; all where nothing is asked."""
    return find_all(people, words[:LONGEST].split()[:MOST_WORDS])


def find_all(people: PersonQuerySet, words: Iterable[str]) -> PersonQuerySet:
    """The same, of words that are taken apart already."""
    for word in words:
        people = people.filter(_fitting(word))
    return people


def with_number(people: PersonQuerySet, numbers: Iterable[str]) -> PersonQuerySet:
    """The persons to whom one of these whole numbers belongs, of a paper or of a telephone."""
    wanted = [number for number in numbers if number]
    asked = Q(pk__in=[])
    for name in _BY_NUMBER:
        asked |= Q(**{f"{name}__in": wanted})
    return people.filter(asked)


def _fitting(word: str) -> Q:
    """A word is a number, or the end of one, or a part of a name, or letters of it."""
    plain = normalise.plain(word)
    if _END.fullmatch(plain):
        return _any(_BY_END, plain)
    asked = _any(_BY_NUMBER, plain) if _NUMBER.fullmatch(plain) else Q(pk__in=[])
    return asked if plain.isdecimal() else asked | _named(plain)


def _any(names: Iterable[str], value: str) -> Q:
    asked = Q(pk__in=[])
    for name in names:
        asked |= Q(**{name: value})
    return asked


def _named(plain: str) -> Q:
    """Whole where it is a whole name; else its first signs, and the rest compared in the clear."""
    whole = Q(pk__in=PersonToken.objects.filter(code=plain).values("person"))
    if len(plain) <= PIECE:
        return whole
    begun = PersonToken.objects.filter(code=plain[:PIECE]).values("person")
    return whole | Q(pk__in=begun, name__icontains=plain)
