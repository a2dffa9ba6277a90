"""The demo city: Taizhou's districts with their real towns and streets, everything else invented.

The invention is a roster like the one that a bureau hands over; it goes through the real import, once for
each of two days, so that the city has a past: people who left, rooms that were added.
"""

import csv
import random
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from fengqiao.kernel.areas.divisions import find_areas
from fengqiao.kernel.areas.enums import TOWNSHIPS, AreaKind
from fengqiao.kernel.areas.models import AreaName
from fengqiao.kernel.areas.tree import grow
from fengqiao.lib.workbook.write import put, writing
from fengqiao.rulebook.roster.sheets import EQUIPMENT, LAYOUTS

DAYS = (date(2021, 12, 31), date(2023, 12, 31))
SIZES = ("大型", "中型", "小型")
SHARES = (20, 35, 45)  # of each class, in a hundred
# What the standard asks of each class; the offices of the demo have a little more or a little less.
STAFF = {"大型": (4, 3, 3), "中型": (3, 2, 2), "小型": (2, 1, 2)}  # 编制, 社工, 调解员
GROWN = ("321203004", "321204105", "321281114", "321283104")  # raised by a class on the later day
AREA = {("大型", "乡镇"): 400, ("大型", "街道"): 300, ("中型", "乡镇"): 300}
AREA |= {("中型", "街道"): 200, ("小型", "乡镇"): 200, ("小型", "街道"): 150}
BUSY = {"大型": 1.4, "中型": 1.0, "小型": 0.6}  # how much land, output and disputes an office has
# Of the offices in which the demo accounts work: who has which number and category.
NAMES = {
    ("321202007", 0, "政法专项编制"): "陆建国",
    ("321202007", 1, "政法专项编制"): "许晓燕",
    ("321202007", 2, "专职社工"): "戴立新",
    ("321281104", 1, "政法专项编制"): "吴正平",
}
POPULATION = {"大型": 110_000, "中型": 60_000, "小型": 28_000}
ROOMS = (
    *("公共法律服务中心", "人民调解委员会", "依法治理室", "法治宣传室", "执法管理室"),
    *("仲裁业务联系点", "立法民意征集区", "行政复议咨询点"),
)
LARGE_ROOMS = (
    *("社区矫正分中心", "非诉讼服务中心", "执法监督室", "公证便民服务站", "法律援助工作站"),
)
OTHER_ROOMS = ("公证业务协办点", "法律援助协办点")
WORKER_POSTS = ("社区矫正", "安置帮教", "基层法治建设", "公共法律服务")
SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎"
)
GIVEN = (
    "文明建国志强晓燕海涛春梅玉兰学军立新雪松佳宁子涵雨桐思远德贵秀英永康长青家和瑞芳婷磊洁浩凯敏静"
)

Row = dict[str, Any]


class Town(NamedTuple):
    """A real town or street."""

    code: str
    name: str
    kind: str
    district: str


@cache
def towns() -> tuple[Town, ...]:
    """Taizhou's towns and streets by code."""
    return tuple(Town(**row) for row in _read("taizhou.csv"))


def _read(name: str) -> list[dict[str, str]]:
    text = files("fengqiao.registers.organisations").joinpath(f"data/{name}").read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def write_roster(path: Path, on: date) -> None:
    """The invented roster of the whole city as it stood on a day; the same each time. Classes are
    not in it: they are confirmed as on the page (`seed_classes`)."""
    sheets: dict[str, list[Row]] = {layout.name: [] for layout in LAYOUTS if layout.name != "facts"}
    for town in towns():
        for name, rows in _office(town, later=on > DAYS[0]).items():
            sheets[name] += [row | {"size": None} for row in rows]
    with writing(path) as book:
        day_style = book.add_format({"num_format": "yyyy-mm-dd"})
        for layout in LAYOUTS:
            if layout.name in sheets:
                columns = {column.name: column.header for column in layout.columns}
                _sheet(book.add_worksheet(layout.title), columns, sheets[layout.name], day_style)


def classes_on(on: date) -> dict[str, str | None]:
    """The invented class of each office, by its code; None: not confirmed yet."""
    return {town.code: _office(town, later=on > DAYS[0])["offices"][0]["size"] for town in towns()}


def _sheet(sheet: Any, columns: dict[str, str], rows: list[Row], day_style: Any) -> None:
    for place, header in enumerate(columns.values()):
        put(sheet, 0, place, header, None, None)
    for at, row in enumerate(rows, 1):
        for place, name in enumerate(columns):
            put(sheet, at, place, row.get(name), None, day_style)


def _office(town: Town, *, later: bool) -> dict[str, list[Row]]:
    """The rows of one office. What is drawn first is the same on both days; later is a little better."""
    draw = random.Random(town.code)  # noqa: S311 - invented, and the same each time
    size = draw.choices(SIZES, SHARES)[0]
    if later and town.code in GROWN:
        size = SIZES[max(SIZES.index(size) - 1, 0)]
    care = draw.random() + (0.25 if later else 0.0)  # how much of the standard is done
    persons = (draw.randrange(0, 60), draw.randrange(0, 150))
    staff = list(_staff(draw, town.code, size, care, persons, later=later))
    return {
        "offices": [_values(draw, town, size, care, persons)],
        "staff": staff,
        "rooms": [{"office": town.code, "room": room} for room in _rooms(draw, size, care)],
        "equipment": [
            {"office": town.code, "kind": kind, "quantity": draw.randrange(1, 6)}
            for kind in EQUIPMENT
            if draw.random() < 0.9 + care / 10
        ],
    }


def _values(
    draw: random.Random, town: Town, size: str, care: float, persons: tuple[int, int]
) -> Row:
    yes_no = ("independent", "counter_service", "signage", "appearance")
    found = {name: "是" if draw.random() < 0.93 + care / 15 else "否" for name in yes_no}
    needed = AREA[size, town.kind]
    return found | {
        "code": town.code,
        "name": f"{town.name}司法所",
        "district": town.district,
        "division": town.code,
        "kind": town.kind,
        "size": size if draw.random() < 0.97 else None,
        "population": int(POPULATION[size] * draw.uniform(0.7, 1.3)),
        "land_area": round(draw.uniform(18, 140) * BUSY[size], 2),
        "gdp": round(draw.uniform(15, 220) * BUSY[size], 2),
        "disputes": int(draw.randrange(60, 600) * BUSY[size]),
        "floor_area": int(
            needed * (draw.uniform(0.97, 1.5) if care > 0.3 else draw.uniform(0.8, 1.1))
        ),
        "correction_persons": persons[0],
        "released_persons": persons[1],
        "satisfaction": None if draw.random() < 0.03 else round(draw.uniform(94 + care, 99.5), 1),
    }


def _rooms(draw: random.Random, size: str, care: float) -> Iterator[str]:
    wanted = ROOMS + (LARGE_ROOMS if size == "大型" else OTHER_ROOMS)
    for room in wanted:
        merged = size == "小型" and room in ("依法治理室", "法治宣传室")
        if draw.random() < 0.97 + care / 30:
            yield "法治建设室" if merged and room == "依法治理室" else room


def _staff(
    draw: random.Random, code: str, size: str, care: float, persons: tuple[int, int], *, later: bool
) -> Iterator[Row]:
    establishment, workers, mediators = STAFF[size]
    short = draw.random() > care + 0.45
    worker_posts = ["社区矫正"] * -(-persons[0] // 15) + ["安置帮教"] * -(-persons[1] // 50)
    worker_posts += list(WORKER_POSTS[2:]) if size == "大型" else []
    worker_posts += ["综合"] * max(0, workers - len(worker_posts))
    if short and len(worker_posts) > 1:
        worker_posts.pop(draw.randrange(len(worker_posts)))
    posts = [("政法专项编制", "所长" if n == 0 else None) for n in range(establishment)]
    posts += [("专职社工", post) for post in worker_posts]
    posts += [("专职调解员", "人民调解")] * (mediators - (short and draw.random() < 0.3))
    for number, (category, post) in enumerate(posts):
        yield _person(code, number, category, post, care, later=later)


def _person(
    code: str, number: int, category: str, post: str | None, care: float, *, later: bool
) -> Row:
    draw = random.Random(f"{code} {number} {category}")  # noqa: S311 - the same person on both days
    joined = date(draw.randrange(2008, 2021), draw.randrange(1, 13), draw.randrange(1, 29))
    leaves = draw.random() < 0.04
    known = NAMES.get((code, number, category))
    name = draw.choice(SURNAMES) + "".join(draw.sample(GIVEN, draw.choice((1, 2, 2))))
    director = post == "所长"
    if leaves and later and not director and not known:
        joined, name = (
            date(2022, draw.randrange(1, 13), 15),
            draw.choice(SURNAMES) + draw.choice(GIVEN),
        )
    in_post = date(draw.choice((2018, 2019, 2020, 2022)), 3, 1) if director else None
    return {
        "office": code,
        "name": known or f"{name}{'' if number < 26 else number}",
        "category": category,
        "post": post,
        "degree": draw.choice(("本科", "本科", "硕士", "大专")),
        "law_degree": draw.choice(("是", "是", "否")),
        "qualified": draw.choice(("是", "否", "否")),
        "trained": "是" if draw.random() < 0.95 + care / 20 else "否",
        "in_post_since": in_post
        if in_post is None or later or in_post.year < 2022
        else date(2020, 3, 1),
        "joined_on": joined,
        "party": draw.choice(("中共党员", "中共预备党员", "其他", "其他")),
    }


def settle_places() -> None:
    """Towns, streets and the city bear their code until named; here they get their real names, and
    the towns of the demo accounts their villages."""
    for town in towns():
        AreaName.objects.filter(code=town.code, name=town.code).update(name=town.name)
    AreaName.objects.filter(code="321200", name="321200").update(name="泰州市")
    known = set(AreaName.objects.of_kinds([AreaKind.VILLAGE]).values_list("code", flat=True))
    villages = [row for row in _read("villages.csv") if row["code"] not in known]
    above = find_areas({row["code"][:9] for row in villages}, TOWNSHIPS, DAYS[0])
    areas = grow([(above[row["code"][:9]], AreaKind.VILLAGE) for row in villages])
    AreaName.objects.bulk_create(
        AreaName(area=area, **row) for area, row in zip(areas, villages, strict=True)
    )
