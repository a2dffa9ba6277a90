"""The Taizhou standard once more, written straight from the table of the contract, slowly and by
hand.

It shares nothing with the rulebook: rows are dictionaries, rates are fractions, every rule is
spelled out. Property tests hold the two against each other.
"""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from math import ceil
from typing import Any, NamedTuple

MET, UNMET, UNKNOWN = "met", "unmet", "unknown"
SIZES = ("大型", "中型", "小型")
NEW_DIRECTORS_FROM = date(2021, 8, 19)
Row = dict[str, Any]
Rows = list[Row] | None


class Found(NamedTuple):
    verdict: str
    actual: Any = None
    required: Any = None
    gap: Any = None


class Office(NamedTuple):
    row: Row
    staff: Rows
    rooms: Rows
    equipment: Rows

    @property
    def size(self) -> str | None:
        return self.row["size"]

    def has(self, room: str) -> bool | None:
        return None if self.rooms is None else any(row["room"] == room for row in self.rooms)

    def people(self, test: Callable[[Row], bool]) -> int | None:
        return None if self.staff is None else sum(test(person) for person in self.staff)


def word(answer: bool | None) -> str:
    return {True: MET, False: UNMET, None: UNKNOWN}[answer]


def either(*answers: bool | None) -> bool | None:
    if True in answers:
        return True
    return None if None in answers else False


def both(*answers: bool | None) -> bool | None:
    if False in answers:
        return False
    return None if None in answers else True


def yes_no(answer: bool | None) -> Found:
    return Found(word(answer), answer, True, None)


def minimum(actual: Any, required: Any) -> Found:
    if actual is None or required is None:
        return Found(UNKNOWN, actual, required, None)
    if actual >= required:
        return Found(MET, actual, required, 0)
    return Found(UNMET, actual, required, required - actual)


def is_social_worker(person: Row, post: str | None = None) -> bool:
    right = person["category"] in ("专职社工", "警辅")
    return right and (post is None or person["post"] == post)


def large_only(office: Office, judged: Found) -> Found | None:
    if office.size == "大型":
        return judged
    if office.size is None:
        actual = None if judged.required is True else judged.actual
        return Found(UNKNOWN, actual, None, None)
    return None


def room(office: Office, name: str) -> Found:
    return yes_no(office.has(name))


def room_or_merged(office: Office, name: str) -> Found:
    if office.size is None:
        return yes_no(None)
    if office.size == "小型":
        return yes_no(either(office.has(name), office.has("法治建设室")))
    return yes_no(office.has(name))


def station(office: Office, full: str, point: str) -> Found:
    if office.size is None:
        return yes_no(None)
    if office.size == "大型":
        return yes_no(office.has(full))
    return yes_no(either(office.has(full), office.has(point)))


def area(office: Office) -> Found:
    least = {
        ("大型", "乡镇"): 400,
        ("中型", "乡镇"): 300,
        ("小型", "乡镇"): 200,
        ("大型", "街道"): 300,
        ("中型", "街道"): 200,
        ("小型", "街道"): 150,
    }
    return minimum(office.row["floor_area"], least.get((office.size, office.row["kind"])))


def equipment(office: Office, kind: str) -> Found:
    if office.equipment is None:
        return minimum(None, 1)
    return minimum(sum(row["quantity"] for row in office.equipment if row["kind"] == kind), 1)


def by_size(office: Office, least: tuple[int, int, int], test: Callable[[Row], bool]) -> Found:
    return minimum(office.people(test), dict(zip(SIZES, least, strict=True)).get(office.size))


def ratio(office: Office, post: str, persons: int | None, per: int) -> Found:
    workers = office.people(lambda person: is_social_worker(person, post))
    required = None if persons is None else ceil(Fraction(persons, per))
    if persons == 0:
        return Found(MET, workers, required, 0)
    if persons is None or workers is None:
        return Found(UNKNOWN, workers, required, None)
    if workers * per >= persons:
        return Found(MET, workers, required, 0)
    return Found(UNMET, workers, required, required - workers)


def directors(office: Office, test: Callable[[Row], bool | None]) -> Found:
    if office.staff is None:
        return yes_no(None)
    answers = [test(person) for person in office.staff if person["post"] == "所长"]
    return yes_no(both(*answers) if answers else False)


def is_qualified(person: Row) -> bool | None:
    since, degree = person["in_post_since"], person["degree"]
    early = None if since is None else since < NEW_DIRECTORS_FROM
    high = None if degree is None else degree in ("本科", "硕士", "博士")
    return either(early, both(person["law_degree"], high), person["qualified"])


def trained(office: Office) -> Found:
    if office.staff is None:
        return Found(UNKNOWN)
    answers = [
        person["trained"]
        for person in office.staff
        if is_social_worker(person, "社区矫正")
        or person["category"] == "专职调解员"
        or person["post"] == "人民调解"
    ]
    done, due = answers.count(True), len(answers)
    if False in answers:
        return Found(UNMET, done, due, due - done)
    if None in answers:
        return Found(UNKNOWN, None, due, None)
    return Found(MET, done, due, 0)


def judged(office: Office) -> dict[str, Found]:
    """Every item that applies to the office."""
    row = office.row
    everything: dict[str, Found | None] = {
        "rooms.correction_subcentre": large_only(office, room(office, "社区矫正分中心")),
        "rooms.non_litigation_centre": large_only(office, room(office, "非诉讼服务中心")),
        "rooms.enforcement_supervision": large_only(office, room(office, "执法监督室")),
        "rooms.legal_service_centre": room(office, "公共法律服务中心"),
        "rooms.mediation_committee": room(office, "人民调解委员会"),
        "rooms.enforcement_management": room(office, "执法管理室"),
        "rooms.governance": room_or_merged(office, "依法治理室"),
        "rooms.publicity": room_or_merged(office, "法治宣传室"),
        "stations.notary": station(office, "公证便民服务站", "公证业务协办点"),
        "stations.legal_aid": station(office, "法律援助工作站", "法律援助协办点"),
        "stations.arbitration": room(office, "仲裁业务联系点"),
        "stations.legislation": room(office, "立法民意征集区"),
        "stations.reconsideration": room(office, "行政复议咨询点"),
        "premises.area": area(office),
        "premises.independent": yes_no(row["independent"]),
        "premises.counter_service": yes_no(row["counter_service"]),
        "equipment.vehicle": equipment(office, "交通工具"),
        "equipment.audio_video": equipment(office, "音像设备"),
        "equipment.computing": equipment(office, "信息处理设备"),
        "equipment.network": equipment(office, "通讯网络设备"),
        "premises.signage": yes_no(row["signage"]),
        "premises.appearance": yes_no(row["appearance"]),
        "staff.total": by_size(office, (10, 6, 4), lambda one: one["category"] != "其他"),
        "staff.establishment": by_size(
            office, (4, 3, 2), lambda one: one["category"] == "政法专项编制"
        ),
        "staff.mediators": by_size(office, (3, 2, 2), lambda one: one["category"] == "专职调解员"),
        "staff.sw_rule_of_law": large_only(
            office,
            minimum(office.people(lambda one: is_social_worker(one, "基层法治建设")), 1),
        ),
        "staff.sw_legal_service": large_only(
            office,
            minimum(office.people(lambda one: is_social_worker(one, "公共法律服务")), 1),
        ),
        "staff.correction_ratio": ratio(office, "社区矫正", row["correction_persons"], 15),
        "staff.resettlement_ratio": ratio(office, "安置帮教", row["released_persons"], 50),
        "staff.director_establishment": directors(
            office, lambda one: one["category"] == "政法专项编制"
        ),
        "staff.director_qualified": directors(office, is_qualified),
        "staff.trained": trained(office),
        "service.satisfaction": minimum(row["satisfaction"], 95),
    }
    return {name: found for name, found in everything.items() if found is not None}


def meets(office: Office) -> bool | None:
    words = [found.verdict for found in judged(office).values()]
    return both(*({MET: True, UNMET: False, UNKNOWN: None}[word] for word in words))


def clause(item: str, size: str | None) -> str:
    part = item.split(".")[0]
    if item in (
        "rooms.correction_subcentre",
        "rooms.non_litigation_centre",
        "rooms.enforcement_supervision",
    ):
        return "3.1.b"
    if part in ("rooms", "stations"):
        return {"大型": "3.1.b", "中型": "3.1.c", "小型": "3.1.c"}.get(size, "3.1")
    if item in ("staff.total", "staff.establishment", "staff.mediators"):
        return {"大型": "3.3.a", "中型": "3.3.b", "小型": "3.3.b"}.get(size, "3.3")
    fixed = {
        "premises.area": "3.2.a",
        "premises.independent": "3.2.b",
        "premises.counter_service": "3.2.b",
        "premises.signage": "3.2.d",
        "premises.appearance": "3.2.d",
        "staff.sw_rule_of_law": "3.3.a",
        "staff.sw_legal_service": "3.3.a",
        "staff.correction_ratio": "3.3.c",
        "staff.resettlement_ratio": "3.3.c",
        "staff.director_establishment": "3.3.d",
        "staff.director_qualified": "3.3.d",
        "staff.trained": "3.3.e",
        "service.satisfaction": "3.3.e",
    }
    return "3.2.c" if part == "equipment" else fixed[item]


def targets(year: int) -> tuple[int, int, int]:
    return {2021: (90, 30, 10), 2022: (100, 90, 30)}.get(year, (100, 100, 60))


def districts(offices: list[Office], day: date) -> list[Row]:
    """Every district with every size, as the judgement file lists them."""
    rows = []
    for district in sorted({office.row["district"] for office in offices}):
        for size, percent in zip(SIZES, targets(day.year), strict=True):
            of_size = [
                one for one in offices if (one.row["district"], one.size) == (district, size)
            ]
            answers = [meets(one) for one in of_size]
            met, total = answers.count(True), len(of_size)
            rate = Fraction(met, total) if total else None
            reached = rate is None or rate >= Fraction(percent, 100)
            short = 0
            while not reached and Fraction(met + short, total) < Fraction(percent, 100):
                short += 1
            rows.append(
                {
                    "district": district,
                    "size": size,
                    "offices": total,
                    "met": met,
                    "unknown": answers.count(None),
                    "rate": None if rate is None else float(rate),
                    "target": percent / 100,
                    "reached": reached,
                    "short_by": short,
                }
            )
    return rows
