"""Keeps a judgement, and opens it again for a page without the engine that judged it."""

import hashlib
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.tree import common_area
from fengqiao.kernel.audit.recording import record
from fengqiao.lib.atomic import replacing
from fengqiao.oversight.standards.belonging import offices_by_code
from fengqiao.oversight.standards.models import JudgedOffice, Judgement
from fengqiao.rulebook.about import About, from_json, to_json
from fengqiao.rulebook.results import DistrictResult, FactValue, ItemResult, OfficeResult
from fengqiao.rulebook.tables import Source

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User
    from fengqiao.rulebook.judgement import Judgement as Judged

Row = dict[str, Any]
Evidence = Mapping[str, dict[str, list[Row]]]  # office code -> fact -> the rows that it counts


@dataclass(frozen=True, slots=True)
class Opened:
    """A kept judgement with some or all of its offices; `rulebook.reports.summary` counts over it."""

    about: About
    offices: list[OfficeResult]
    districts: list[DistrictResult]


def folder() -> Path:
    """Where the files of judgements lie."""
    path = Path(settings.HOME) / "judgements"
    path.mkdir(exist_ok=True)
    return path


def file_of(kept: Judgement) -> Path:
    """The immutable file of a judgement."""
    return folder() / kept.file


def keep(judged: "Judged", evidence: Evidence, *, by: "User | None", city: str = "") -> Judgement:
    """Store the judgement with the rows behind its facts: the file first, then all in one transaction.

    A crash in between leaves a file that no row names, which harms nobody.
    """
    name = f"{uuid.uuid4().hex}.parquet"
    with replacing(folder() / name) as draft:
        judged.to_parquet(draft)
        digest = hashlib.sha256(draft.read_bytes()).hexdigest()
    areas = offices_by_code(judged.as_of)
    with transaction.atomic():
        kept = Judgement.objects.create(
            area=common_area(areas[one.code] for one in judged.offices if one.code in areas),
            standard=judged.standard,
            title=judged.title,
            edition=judged.edition,
            digest=judged.digest,
            on=judged.as_of,
            by=by,
            city=city,
            file=name,
            file_digest=digest,
            about=to_json(judged.about) | {"sources": []},
            districts=[_district_row(result) for result in judged.districts],
        )
        JudgedOffice.objects.bulk_create(
            [
                _office_row(kept, office, areas.get(office.code), evidence.get(office.code, {}))
                for office in judged.offices
            ],
            batch_size=200,
        )
        record(
            "standards.judged",
            by=by,
            subject=kept,
            area=kept.area,
            label=str(kept),
            on=kept.on,
            offices=len(judged.offices),
        )
    return kept


def open_kept(kept: Judgement, rows: Iterable[JudgedOffice]) -> Opened:
    """The judgement as it was, with the offices of these rows."""
    return Opened(
        about=from_json(kept.about),
        offices=[office_result(row) for row in rows],
        districts=district_results(kept),
    )


def open_selected(kept: Judgement, rows: Iterable[JudgedOffice]) -> Opened:
    """The judgement with these offices, and the rates of their districts."""
    judgement = open_kept(kept, rows)
    names = {office.district for office in judgement.offices}
    own = [row for row in judgement.districts if row.district in names]
    return Opened(judgement.about, judgement.offices, own)


def district_results(kept: Judgement) -> list[DistrictResult]:
    """The rates by district and class."""
    return [DistrictResult(**{**row, "target": Fraction(row["target"])}) for row in kept.districts]


def office_result(row: JudgedOffice) -> OfficeResult:
    """One office as the judge left it."""
    return OfficeResult(
        code=row.code,
        name=row.name,
        district=row.district,
        kind=row.kind,
        size=row.size or None,
        meets=row.meets,
        items=[ItemResult(**{**item, "facts": tuple(item["facts"])}) for item in row.items],
        facts={},
    )


def fact_values(row: JudgedOffice) -> dict[str, FactValue]:
    """The facts of one office with their sources."""
    return {name: _fact_value(kept) for name, kept in row.facts.items()}


def _fact_value(kept: dict[str, Any]) -> FactValue:
    source = kept["source"]
    if source:
        on = date.fromisoformat(source["on"]) if source["on"] else None
        source = Source(source["kind"], source["text"], on)
    return FactValue(**{**kept, "source": source})


def _district_row(result: DistrictResult) -> dict[str, Any]:
    return asdict(result) | {"target": str(result.target)}


def _office_row(
    kept: Judgement, office: OfficeResult, area: Area | None, evidence: dict[str, list[Row]]
) -> JudgedOffice:
    verdicts = [item.verdict for item in office.items]
    return JudgedOffice(
        judgement=kept,
        office=area,
        code=office.code,
        name=office.name,
        district=office.district,
        kind=office.kind,
        size=office.size or "",
        meets=office.meets,
        unmet=verdicts.count("unmet"),
        unknown=verdicts.count("unknown"),
        items=[asdict(item) for item in office.items],
        facts={name: _fact_row(fact) for name, fact in office.facts.items()},
        evidence={name: [_evidence_row(row) for row in rows] for name, rows in evidence.items()},
    )


def _fact_row(fact: FactValue) -> dict[str, Any]:
    row = asdict(fact)
    if fact.source:
        row["source"]["on"] = fact.source.on.isoformat() if fact.source.on else None
    return row


def _evidence_row(row: Row) -> Row:
    """A row as it was, days as text; party membership is nobody's business but the branch's."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in row.items()
        if name != "party"
    }
