"""Reads the days out of the words of a notice, as the State Council's office writes them:

一、元旦:1月1日(周四)至3日(周六)放假调休,共3天。1月4日(周日)上班。
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from fengqiao.lib.days import SATURDAY
from fengqiao.lib.faults import InputRefused

SIDE = timedelta(days=3)  # how far into the years beside it a year's arrangement reaches
LONGEST = timedelta(days=15)  # of one holiday

_ASIDE = re.compile(r"[(（][^()（）]*[)）]")
_SENTENCE = re.compile(r"[。;；\n]")
_DAY = re.compile(r"(至|到|—|-|~)?\s*(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日")


@dataclass(frozen=True, slots=True)
class Read:
    """The days that a notice names, in order."""

    off: tuple[date, ...]
    worked: tuple[date, ...]


def read(text: str, year: int) -> Read:
    """InputRefused names the sentence that cannot be understood."""
    off: set[date] = set()
    worked: set[date] = set()
    for sentence in map(str.strip, _SENTENCE.split(_ASIDE.sub("", text))):
        days = list(_days(sentence, year))
        if not days:
            continue
        if "上班" in sentence:
            worked |= set(days)
        elif "放假" in sentence or "休息" in sentence:
            off |= set(days)
        else:
            raise InputRefused(
                _("看不出“%(said)s”是放假还是上班,每句要写明“放假”或“上班”。")
                % {"said": sentence[:40]}
            )
    _refuse_contradictions(off, worked)
    if not off:
        raise InputRefused(_("没有读到放假的日子,应像“1月1日至3日放假,1月4日上班。”这样写。"))
    return Read(tuple(sorted(off)), tuple(sorted(worked)))


def _days(sentence: str, year: int) -> Iterator[date]:
    """A month that is not repeated is that of the day before it; 至 fills what lies between."""
    month: int | None = None
    before: date | None = None
    for link, named_year, named_month, day in _DAY.findall(sentence):
        month = int(named_month) if named_month else month
        if month is None:
            raise InputRefused(_("“%(said)s”没有写月份。") % {"said": sentence[:40]})
        on = _date(int(named_year or year), month, int(day), sentence)
        _refuse_elsewhere(on, year, sentence)
        if link and before:
            if not timedelta(0) < on - before <= LONGEST:
                raise InputRefused(_("“%(said)s”的起止日期不对。") % {"said": sentence[:40]})
            yield from (before + timedelta(days=n) for n in range(1, (on - before).days))
        yield on
        before = on


def _date(year: int, month: int, day: int, sentence: str) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        words = _("“%(said)s”里没有%(month)s月%(day)s日这一天。")
        raise InputRefused(words % {"said": sentence[:40], "month": month, "day": day}) from error


def _refuse_elsewhere(on: date, year: int, sentence: str) -> None:
    if not date(year, 1, 1) - SIDE <= on <= date(year, 12, 31) + SIDE:
        words = _("“%(said)s”里的%(day)s不在%(year)s年。")
        raise InputRefused(words % {"said": sentence[:40], "day": on.isoformat(), "year": year})


def _refuse_contradictions(off: set[date], worked: set[date]) -> None:
    both = sorted(off & worked)
    if both:
        raise InputRefused(_("%(day)s既写了放假又写了上班。") % {"day": both[0].isoformat()})
    weekdays = sorted(day for day in worked if day.weekday() < SATURDAY)
    if weekdays:
        raise InputRefused(
            _("%(day)s是%(name)s,本来就上班,请核对通知。")
            % {"day": weekdays[0].isoformat(), "name": weekday(weekdays[0])}
        )


def weekday(day: date) -> str:
    """星期一 to 星期日."""
    return str(_("星期")) + "一二三四五六日"[day.weekday()]
