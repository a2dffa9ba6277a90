"""The disputes of a province, written in bulk: each is a copy of one that the real acts made, with
office, people, number, names, telephones and codes of its own.

So a copy has all that the acts leave (case, parties, sessions, timeline, terms), whatever they come
to leave later. The trail is not copied: nothing that is measured reads it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from django.db import connection, models, transaction
from django.utils import timezone

from bench import raw
from fengqiao.duties.disputes.actions import act, register
from fengqiao.duties.disputes.enums import Kind, Matter, Source
from fengqiao.duties.disputes.models import Dispute, DisputeEvent, DisputeToken, Party, Session
from fengqiao.duties.disputes.models.token import end_texts, name_texts, number_texts
from fengqiao.duties.disputes.numbering import SORTS
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import Grant, User
from fengqiao.kernel.areas.divisions import Township, ensure_places
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.kernel.areas.tree import grow
from fengqiao.kernel.deadlines.models import Term, TermChange
from fengqiao.kernel.documents.models import Series
from fengqiao.kernel.documents.numbers import written
from fengqiao.registers.people.seeds import GIVEN, SURNAMES

SINCE = date(2021, 1, 1)
OFFICES_A_DISTRICT, CASES_AN_OFFICE = 25, 1500
BATCH = 5000  # cases
TABLES = (Dispute, Party, Session, DisputeEvent, Term, TermChange, DisputeToken)
CLERK = "许晓燕"  # all clerks, so that what the timeline says of one is true of the next
CONSENT = {"consented": True, "nowhere_else": True, "violence": "none"}
ROUTES = {"routes_told": True}
BEGUN = (
    ("accept", 1, CONSENT),
    ("start", 2, {"rights_told": True}),
    ("session", 2, {"way": "place", "record": "双方到场,各自陈述了经过和要求。" * 4}),
)
TOLD = ("tell", 1, {"way": "by_hand"})
AGREED = ("agree", 9, {"form": "oral", "agreement": "一次付清,今后互不追究。", "amount": 2800})
ENDS = {
    "agreed": (*BEGUN, AGREED),
    "failed": (*BEGUN, ("fail", 20, {"reason": "双方差距过大", **ROUTES})),
    "refused": (BEGUN[0], TOLD, *BEGUN[1:2], ("refuse", 6, {"who": "对方", **ROUTES})),
    "open": (BEGUN[0], TOLD, *BEGUN[1:]),
}
STORIES = ("agreed", "agreed", "failed", "agreed", "refused", "agreed", "open", "agreed")


@dataclass(frozen=True, slots=True)
class Plan:
    """What one case is made of."""

    number: int
    story: int
    on: date
    office: Area
    clerk: User

    @property
    def matter(self) -> Matter:
        return list(Matter)[(self.story * 5 + self.on.day) % len(Matter)]

    @property
    def kind(self) -> Kind:
        return Kind.ADMINISTRATIVE if self.story == 5 else Kind.PEOPLE

    @property
    def parties(self) -> list[dict[str, str]]:
        return [
            {"name": name_of(2 * self.number), "phone": f"+861300000{self.number % 10_000:04}"},
            {"name": name_of(2 * self.number + 1)},
        ]


def name_of(number: int) -> str:
    """One of some eighty thousand, as like as names are."""
    surname = SURNAMES[number * 31 % len(SURNAMES)]
    first, second = GIVEN[number * 7 % len(GIVEN)], GIVEN[number // 3 * 11 % len(GIVEN)]
    return surname + first + (second if number % 4 else "")


def make_offices(cases: int) -> list[tuple[Area, User]]:
    """As many as have so many cases, 25 a district; each with its clerk."""
    count = max(4, -(-cases // CASES_AN_OFFICE))
    codes = [
        f"32{12 + at // 500:02}{at % 500 // OFFICES_A_DISTRICT + 1:02}{at % 25 + 1:03}"
        for at in range(count)
    ]
    townships = [Township(code, AreaKind.TOWN, f"第{code[2:6]}区") for code in codes]
    towns = ensure_places(townships, SINCE).towns
    offices = grow([(towns[code], AreaKind.OFFICE) for code in codes])
    AreaName.objects.bulk_create(
        AreaName(area=office, code=code, name=f"{code}司法所", begins_on=SINCE)
        for office, code in zip(offices, codes, strict=True)
    )
    clerks = User.objects.bulk_create(
        User(username=f"clerk{code}", name=CLERK, password="!")  # noqa: S106 - nobody signs in with it
        for code in codes
    )
    Grant.objects.bulk_create(
        Grant(user=clerk, role=Role.ASSISTANT, area=office, begins_on=SINCE)
        for clerk, office in zip(clerks, offices, strict=True)
    )
    return list(zip(offices, clerks, strict=True))


def plans(
    cases: int, offices: Sequence[tuple[Area, User]], days: int, today: date
) -> Iterator[Plan]:
    """Case after case: the offices in turn, the stories in each, on days of two years."""
    step = 700 // days
    for number in range(cases):
        turn, at = divmod(number, len(offices))
        on = today - timedelta(days=30 + step * (turn // len(STORIES) % days))
        yield Plan(number, turn % len(STORIES), on, *offices[at])


def by_acts(plan: Plan) -> Dispute:
    """The case as an office would make it."""
    case = register(
        office=plan.office,
        kind=plan.kind,
        matter=plan.matter,
        source=Source.APPLICATION,
        owner=plan.clerk,
        parties=plan.parties,
        by=plan.clerk,
        registered_on=plan.on,
        asked_on=plan.on,
        summary="两家为院墙漏水泡坏木料争执,互相推诿,要求赔偿并修好。" * 2,
        request="赔偿损失,修好院墙。",
    )
    for name, after, given in ENDS[STORIES[plan.story]]:
        given = {"on": plan.on + timedelta(days=after), **given}
        case = act(case=case, name=name, given=given, by=plan.clerk)
    return case


def fill(cases: int, days: int = 25) -> list[tuple[Area, User]]:
    """So many disputes in offices of their own."""
    raw.in_haste()
    today = timezone.localdate()
    offices = make_offices(cases)
    in_bulk(list(plans(cases, offices, days, today)))
    return offices


def in_bulk(wanted: Sequence[Plan]) -> None:
    """All of them; what they are copied from is gone afterwards."""
    kinds = {(plan.story, plan.on): plan for plan in wanted}
    originals = {key: Original.of(plan) for key, plan in kinds.items()}
    keys = {model: raw.next_key(model) for model in TABLES}
    codes = Codes()
    index = next(one for one in DisputeToken._meta.indexes if one.name == "dispute_token")
    apart = not connection.in_atomic_block  # an index is made faster of all rows than row by row
    if apart:
        with connection.schema_editor() as editor:
            editor.remove_index(DisputeToken, index)
    series: dict[tuple[str, int, int], int] = {}
    for first in range(0, len(wanted), BATCH):
        rows: dict[type[models.Model], list[raw.Row]] = {model: [] for model in TABLES}
        for plan in wanted[first : first + BATCH]:
            original = originals[plan.story, plan.on]
            key = (SORTS[plan.kind], plan.office.pk, plan.on.year)
            series[key] = series.get(key, 0) + 1
            word = f"{district_word(plan.office.path[: 2 * Area.steplen])}{key[0]}"
            original.copy(plan, written(plan.on.year, word, series[key]), keys, codes, rows)
        with transaction.atomic():
            for model, made in rows.items():
                raw.write(model, made)
    Series.objects.bulk_create(
        Series(name=name, office_id=office, year=year, last=last)
        for (name, office, year), last in series.items()
    )
    if apart:
        with connection.schema_editor() as editor:
            editor.add_index(DisputeToken, index)
    raw.settle(TABLES)


@cache
def district_word(path: str) -> str:
    name = AreaName.objects.filter(area__path=path).latest("pk").name
    return name.rstrip("市区县")


@dataclass(frozen=True, slots=True)
class Original:
    """The rows of one case that the acts made, read before it was undone."""

    number: str
    rows: dict[type[models.Model], list[raw.Row]]
    changes: list[list[raw.Row]]  # of each term
    clerk: int

    @classmethod
    def of(cls, plan: Plan) -> "Original":
        with transaction.atomic():
            case = by_acts(plan)
            rows = {
                Dispute: raw.rows_of(Dispute, "id", case.pk),
                **{
                    model: raw.rows_of(model, column, case.pk)
                    for model, column in (
                        (Party, "dispute_id"),
                        (Session, "dispute_id"),
                        (DisputeEvent, "case_id"),
                        (Term, "subject_id"),
                    )
                },
            }
            changes = [raw.rows_of(TermChange, "term_id", row["id"]) for row in rows[Term]]
            transaction.set_rollback(True)
        return cls(case.number, rows, changes, plan.clerk.pk)

    def copy(
        self,
        plan: Plan,
        number: str,
        keys: dict[type[models.Model], int],
        codes: "Codes",
        into: dict[type[models.Model], list[raw.Row]],
    ) -> None:
        """Rows of another case of the same story."""
        pk, office, clerk = keys[Dispute], plan.office.pk, plan.clerk.pk

        def add(model: type[models.Model], row: raw.Row, **values: Any) -> int:
            key = keys[model]
            keys[model] += 1
            into[model].append({**row, "id": key, **values})
            return key

        add(Dispute, self.rows[Dispute][0], office_id=office, owner_id=clerk, number=number)
        for row, party in zip(self.rows[Party], plan.parties, strict=True):
            add(
                Party, row, dispute_id=pk, name=party["name"], **codes.phone(party.get("phone", ""))
            )
        for row in self.rows[Session]:
            add(Session, row, dispute_id=pk)
        for row in self.rows[DisputeEvent]:
            add(DisputeEvent, row, case_id=pk, by_id=clerk)
        for row, changes in zip(self.rows[Term], self.changes, strict=True):
            title = row["title"].replace(self.number, number)
            url = row["url"].replace(f"/{row['subject_id']}/", f"/{pk}/")
            at = {"subject_id": pk, "area_id": office, "owner_id": clerk}
            term = add(Term, row, title=title, url=url, **at)
            for change in changes:
                add(TermChange, change, term_id=term, by_id=clerk)
        for code in codes.of(plan, number):
            add(DisputeToken, {}, dispute_id=pk, office_id=office, code=code)


class Codes:
    """Codes and encrypted telephones, each made once."""

    def __init__(self) -> None:
        self.field: Any = DisputeToken._meta.get_field("code")
        self.phones: dict[str, dict[str, Any]] = {}
        self.made: dict[str, str] = {}

    def phone(self, number: str) -> dict[str, Any]:
        if number not in self.phones:
            party = Party(phone=number)
            sealed: Any = Party._meta.get_field("phone")
            code: Any = Party._meta.get_field("phone_code")
            self.phones[number] = {
                "phone": sealed.get_db_prep_save(number, connection),
                "phone_code": code.code_for(party),
            }
        return self.phones[number]

    def of(self, plan: Plan, number: str) -> list[str]:
        texts = set(number_texts(number))
        for party in plan.parties:
            texts |= {*texts_of_name(party["name"]), *end_texts(party.get("phone", ""))}
        return [self.code(text) for text in texts]

    def code(self, text: str) -> str:
        if text not in self.made:
            self.made[text] = self.field.code_of(text)
        return self.made[text]


@cache
def texts_of_name(name: str) -> tuple[str, ...]:
    return tuple(name_texts(name))
