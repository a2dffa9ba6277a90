"""From the files to the rules: form, sense, and every slip with file and line."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from fengqiao.lib.days import Unit
from fengqiao.lib.faults import Fault
from fengqiao.rulebook.packs.reading import ROOT, PackRefused, read_document
from fengqiao.rulebook.packs.yamlfile import Document
from fengqiao.rulebook.statutes.model import Statute, Statutes, Subject, Term, Value

FOLDER = ROOT / "statutes"


def load(folder: Path = FOLDER) -> Statutes:
    """Every file of the folder; PackRefused with all faults where one is wrong."""
    stamps = tuple((path.name, path.stat().st_mtime_ns) for path in sorted(folder.glob("*.yaml")))
    return _loaded(folder, stamps)


@lru_cache(maxsize=8)
def _loaded(folder: Path, stamps: tuple[tuple[str, int], ...]) -> Statutes:
    """Cached as long as no file changes."""
    documents = [read_document(folder, name, "statute") for name, _stamp in stamps]
    faults = [fault for document in documents for fault in _disordered(document)]
    faults += _repeated(documents)
    if faults:
        raise PackRefused(folder.name, faults)
    return Statutes(tuple(_subject(document.data) for document in documents))


def _disordered(document: Document) -> Iterator[Fault]:
    """Values are written in the order of their days, each day once."""
    for at, rule in enumerate(document.data["rules"]):
        days = [value["from"] for value in rule["values"]]
        for number, (before, after) in enumerate(pairwise(days), 1):
            if after <= before:
                keys = ("rules", at, "values", number, "from")
                yield document.fault(keys, after, f"应晚于上一个日期{before.isoformat()}")


def _repeated(documents: list[Document]) -> list[Fault]:
    seen: set[str] = set()
    faults = []
    for document in documents:
        for at, rule in enumerate(document.data["rules"]):
            if rule["id"] in seen:
                keys = ("rules", at, "id")
                faults.append(document.fault(keys, rule["id"], "编号不得重复"))
            seen.add(rule["id"])
    return faults


def _subject(data: dict[str, Any]) -> Subject:
    return Subject(data["title"], tuple(_statute(rule) for rule in data["rules"]))


def _statute(data: dict[str, Any]) -> Statute:
    values = tuple(_value(value) for value in data["values"])
    return Statute(data["id"], data["title"], data["starts"], data.get("note", ""), values)


def _value(data: dict[str, Any]) -> Value:
    term = data["term"]
    return Value(
        from_=data["from"],
        verified=data["status"] == "verified",
        cite=data["cite"],
        term=Term(term["length"], Unit(term["unit"]), term["rolls"]),
    )
