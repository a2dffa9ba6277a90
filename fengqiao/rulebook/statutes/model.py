"""A rule of law that carries a number, with every value that it ever had."""

from dataclasses import dataclass
from datetime import date

from fengqiao.lib.days import Unit


@dataclass(frozen=True, slots=True)
class Term:
    """So many units; `rolls`: a last day that is a day off moves on to the next working day."""

    length: int
    unit: Unit
    rolls: bool


@dataclass(frozen=True, slots=True)
class Value:
    """What the rule says from a day on. Only what is verified may be cited on a paper."""

    from_: date
    verified: bool
    cite: str
    term: Term


@dataclass(frozen=True, slots=True)
class Statute:
    """`starts` says in words which day is day nought; values are in the order of their days."""

    id: str
    title: str
    starts: str
    note: str
    values: tuple[Value, ...]

    def on(self, day: date) -> Value | None:
        """What holds on the day; None before the first value."""
        held = [value for value in self.values if value.from_ <= day]
        return held[-1] if held else None


@dataclass(frozen=True, slots=True)
class Subject:
    """One file: the rules of one matter."""

    title: str
    rules: tuple[Statute, ...]


@dataclass(frozen=True, slots=True)
class Statutes:
    """All of them, by file."""

    subjects: tuple[Subject, ...]

    def __getitem__(self, id: str) -> Statute:
        """The rule of this id; KeyError where there is none."""
        for subject in self.subjects:
            for rule in subject.rules:
                if rule.id == id:
                    return rule
        raise KeyError(id)
