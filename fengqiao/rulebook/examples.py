"""A pack's examples: one sentence, an office, what must come out; for jurists to read and tests to
run.

An example names only what matters to it. A table that it does not name was not given; an empty one
says that there is none.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any

import polars as pl

from fengqiao.lib.faults import Fault
from fengqiao.lib.typography import typeset
from fengqiao.rulebook.bridge import TYPES
from fengqiao.rulebook.deriving import PEERS
from fengqiao.rulebook.judge import judge
from fengqiao.rulebook.model import Edition, Pack
from fengqiao.rulebook.packs.building import day
from fengqiao.rulebook.packs.reading import PackRefused, read_document
from fengqiao.rulebook.packs.yamlfile import Document
from fengqiao.rulebook.results import ItemResult, OfficeResult
from fengqiao.rulebook.subjects import judges_subjects
from fengqiao.rulebook.tables import SCHEMAS, Tables
from fengqiao.rulebook.words import COLUMNS, TABLES

FOLDER = "examples"
REPEATED = ("人数", "次数")  # so many persons, so many events alike
VERDICTS = {"met": "符合", "unmet": "不符合", "unknown": "不明"}
NOT_LISTED = "不适用"
FIELDS = {
    "条款": "clause",
    "现有": "actual",
    "要求": "required",
    "相差": "gap",
    "得分": "points",
}
WHOLES = {"得分": "score", "等次": "grade", "名次": "rank", "金额": "money", "否决": "vetoes"}
DEFAULTS = {"编码": "例", "名称": "例所", "市(区)": "例区", "区划代码": "321202001", "类型": "乡镇"}
ROOM = "功能区"
OFFICE = "司法所编码"  # of a row that is about one of the others
WHO = "对象"  # of a pack that judges 对象: a row that names none is about this one
SAME = "例"
ALIKE = "同类"  # further offices, each with a code, where places and means depend on them

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Example:
    """One example; `tables` holds the Chinese rows of each table that it names."""

    file: str
    line: int
    says: str
    item: str  # empty where only the whole is looked at
    on: date
    tables: Mapping[str, list[Row]]
    expected: Row
    whole: Row

    @property
    def place(self) -> str:
        """Where it stands."""
        return f"{FOLDER}/{self.file} 第{self.line}行"


def examples_of(pack: Pack) -> list[Example]:
    """All examples beside a pack; PackRefused where a file of them is faulty."""
    return [
        example
        for path in sorted((pack.path / FOLDER).glob("*.yaml"))
        for example in _read(pack.path, f"{FOLDER}/{path.name}")
    ]


def failures(pack: Pack, examples: list[Example]) -> Iterator[tuple[Example, str]]:
    """Every example that does not hold, with one sentence that says why."""
    for edition in pack.editions:
        yield from failures_of(edition, [one for one in examples if edition.holds_on(one.on)])
    for example in examples:
        if not any(edition.holds_on(example.on) for edition in pack.editions):
            yield example, f"{example.on.isoformat()}没有施行中的版本"


def failures_of(edition: Edition, examples: list[Example]) -> Iterator[tuple[Example, str]]:
    """The same for one edition; examples with the same tables are judged in one pass."""

    def alike(example: Example) -> tuple[date, list[str]]:
        return example.on, sorted(example.tables)

    for (on, names), group in groupby(sorted(examples, key=alike), key=alike):
        together = list(group)
        results = _judged(edition, on, names, together)
        known = {item.id for item in edition.items}
        for example, office in zip(together, results, strict=True):
            if example.item and example.item not in known:
                yield example, f"没有{example.item}这个条目"
            elif wrong := _wrong(example, office):
                yield example, wrong


def _wrong(example: Example, office: OfficeResult) -> str:
    """What is not as the example says: of its item, then of the whole."""
    items = {item.id: item for item in office.items}
    found = _difference(example.expected, items.get(example.item)) if example.item else ""
    return found or _other_whole(example.whole, office)


def _other_whole(expected: Row, office: OfficeResult) -> str:
    if "达标" in expected and expected["达标"] is not office.meets:
        return f"达标应为{expected['达标']},实为{office.meets}"
    for label, name in WHOLES.items():
        found = getattr(office.scored, name, None)
        if label in expected and not _same_decimal(expected[label], found):
            return f"{label}应为{expected[label]},实为{found}"
    return ""


def _judged(
    edition: Edition, on: date, names: list[str], examples: list[Example]
) -> list[OfficeResult]:
    """Together in one pass, unless offices of one example are compared with each other."""
    if looks_at_others(edition) and len(examples) > 1:
        return [_judged(edition, on, names, [example])[0] for example in examples]
    codes = [f"{at:06}" for at in range(len(examples))]
    subject = SAME if judges_subjects(edition.unit) else ""
    frames: dict[str, Any] = {
        name: _frame(
            name, zip(codes, (_about(name, one, subject) for one in examples), strict=True)
        )
        for name in names
    }
    found = judge(edition, Tables(on=on, **frames)).offices
    judged = {(office.code, office.subject): office for office in found}
    return [judged[code, subject] for code in codes]


def _about(table: str, example: Example, subject: str) -> list[Row]:
    """The rows of a table; in a pack that judges 对象 each is about one."""
    rows = example.tables[table]
    return [{WHO: subject, **row} for row in rows] if subject and table == "facts" else rows


def looks_at_others(edition: Edition) -> bool:
    """Whether what comes out for one office depends on the others."""
    ranked = edition.scoring is not None and edition.scoring.ranking is not None
    return ranked or any(fact.how == PEERS for fact in edition.facts.values())


def _frame(table: str, rows: Iterator[tuple[str, list[Row]]]) -> pl.DataFrame:
    identifiers = {label: name for name, label in COLUMNS[table].items()}
    key = "code" if table == "offices" else "office"
    typed = [
        {
            identifiers[label]: value
            for label, value in row.items()
            if label not in (*REPEATED, OFFICE)
        }
        | {key: code + row.get(OFFICE, "")}
        for code, group in rows
        for row in group
        for _ in range(next((row[label] for label in REPEATED if label in row), 1))
    ]
    schema = {name: TYPES[kind] for name, kind in SCHEMAS[table].items()}
    return pl.DataFrame(typed, schema=schema, strict=False)


def _difference(expected: Row, item: ItemResult | None) -> str:
    found = VERDICTS[item.verdict] if item else NOT_LISTED
    if found != expected["判定"]:
        return f"判定应为{expected['判定']},实为{found}"
    for label, name in FIELDS.items():
        same = _same_decimal if name == "points" else _same
        if label in expected and not same(expected[label], getattr(item, name)):
            return f"{label}应为{expected[label]},实为{getattr(item, name)}"
    if item and typeset(expected.get("说理", "")) not in item.why:
        return f"说理应有“{expected['说理']}”,实为“{item.why}”"
    return ""


def _same(expected: Any, found: Any) -> bool:
    """Equal, and yes is not 1."""
    alike = isinstance(expected, bool) == isinstance(found, bool)
    numbers = isinstance(expected, str | bool | None) or isinstance(found, str | bool | None)
    return alike and (expected == found if numbers else float(expected) == float(found))


def _same_decimal(expected: Any, found: Any) -> bool:
    """Points and money are exact decimals, as text; places and words are what they are."""
    if isinstance(found, str) and not isinstance(expected, str):
        return expected is not None and Decimal(str(expected)) == Decimal(found)
    return bool(expected == found)


def _read(folder: Path, name: str) -> Iterator[Example]:
    document = read_document(folder, name, "examples")
    if faults := list(_unknown_columns(document)):
        raise PackRefused(folder.name, faults)
    for at, spec in enumerate(document.data["例子"]):
        yield Example(
            file=Path(name).name,
            line=document.line_of(("例子", at)),
            says=spec["说明"],
            item=spec.get("条目", ""),
            on=day(spec["日期"]),
            tables=_tables(spec),
            expected=spec.get("结果", {}),
            whole=spec.get("整体", {}),
        )


def _unknown_columns(document: Document) -> Iterator[Fault]:
    for at, spec in enumerate(document.data["例子"]):
        for table, rows in _tables(spec).items():
            known = {*COLUMNS[table].values(), *REPEATED, OFFICE}
            for label in {label for row in rows for label in row} - known:
                expected = (
                    f"{TABLES[table]}表没有这一列,可用的有:{'、'.join(COLUMNS[table].values())}"
                )
                yield document.fault(("例子", at, TABLES[table]), label, expected)


def _tables(spec: Row) -> dict[str, list[Row]]:
    given = {name: spec[label] for name, label in TABLES.items() if label in spec}
    if "rooms" in given:
        given["rooms"] = [{ROOM: room} for room in given["rooms"]]
    alike = [{OFFICE: row["编码"]} | DEFAULTS | row for row in spec.get(ALIKE, ())]
    return given | {"offices": [DEFAULTS | given["offices"], *alike]}
