"""The form of party branch due to an office by its number of full members (4.1.a): an advice, no
verdict.

Only the number comes in here and only the number goes out; who is a member is no matter of pages.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fengqiao.registers.organisations.enums import Size

CLAUSE = "4.1.a"


@dataclass(frozen=True, slots=True)
class Form:
    """What is due from this number of full members on; `next_step` says what comes after it."""

    members: int
    name: object
    what: object


# 4.1.a, the highest number first
FORMS = (
    Form(7, gettext_lazy("党支部委员会"), gettext_lazy("设立独立党支部,并设党支部委员会")),
    Form(3, gettext_lazy("独立党支部"), gettext_lazy("设立独立党支部")),
    Form(
        0,
        gettext_lazy("联合党支部"),
        gettext_lazy("与局机关、邻近的基层法律服务所或司法所等建立联合党支部"),
    ),
)
INSTRUCTOR_FOR = Size.SMALL  # 4.1.a: a small office without the conditions


@dataclass(frozen=True, slots=True)
class Advice:
    """The form due, what is missing for the next one, and the clause that says so."""

    members: int
    unknown: int  # persons whose membership is not recorded
    name: str
    what: str
    missing: str
    instructor: bool
    clause: str = CLAUSE


def advise(members: int, unknown: int, size: str | None) -> Advice:
    """What 4.1.a wants of an office with so many full members (中共党员, not 预备) at work."""
    at = next(index for index, form in enumerate(FORMS) if members >= form.members)
    above = FORMS[at - 1] if at else None
    missing = (
        _("再有 {count} 名正式党员,应设{form}").format(
            count=above.members - members, form=above.name
        )
        if above
        else ""
    )
    lowest = at == len(FORMS) - 1
    return Advice(
        members=members,
        unknown=unknown,
        name=str(FORMS[at].name),
        what=str(FORMS[at].what),
        missing=missing,
        instructor=lowest and size == INSTRUCTOR_FOR,
    )
