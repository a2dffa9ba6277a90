"""What kind of value each fact of an office takes: its unit, whether it is a count or a yes/no,
its bounds."""

from dataclasses import dataclass
from typing import Literal

from fengqiao.registers.organisations.enums import Fact

Form = Literal["whole", "number", "yes_no"]


@dataclass(frozen=True, slots=True)
class FactForm:
    """`most` is the largest believable value, the same as the roster's."""

    form: Form
    unit: str = ""
    most: float | None = None


FACTS: dict[Fact, FactForm] = {
    Fact.POPULATION: FactForm("whole", "人"),
    Fact.LAND_AREA: FactForm("number", "km²"),
    Fact.GDP: FactForm("number", "亿元"),
    Fact.DISPUTES: FactForm("whole", "件/年"),
    Fact.FLOOR_AREA: FactForm("number", "m²", most=100_000),
    Fact.INDEPENDENT: FactForm("yes_no"),
    Fact.COUNTER_SERVICE: FactForm("yes_no"),
    Fact.SIGNAGE: FactForm("yes_no"),
    Fact.APPEARANCE: FactForm("yes_no"),
    Fact.CORRECTION_PERSONS: FactForm("whole", "人"),
    Fact.RELEASED_PERSONS: FactForm("whole", "人"),
    Fact.SATISFACTION: FactForm("number", "%", most=100),
}
YES_NO = [fact for fact, form in FACTS.items() if form.form == "yes_no"]


def as_cell(fact: str, value: float) -> int | float | bool:
    """A stored value as the judge's table and a page show it."""
    form = FACTS[Fact(fact)].form
    if form == "yes_no":
        return bool(value)
    return int(value) if form == "whole" else value
