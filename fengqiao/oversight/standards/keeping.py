"""Keeps a judgement, and opens it again for a page without the engine that judged it."""

import hashlib
import uuid
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.tree import common_area
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.jobs.models import Job
from fengqiao.lib.atomic import replacing
from fengqiao.oversight.standards.belonging import offices_by_code
from fengqiao.oversight.standards.models import JudgedDetail, JudgedOffice, Judgement, Tally
from fengqiao.oversight.standards.packing import Detail, Rows, pack, unpack
from fengqiao.oversight.standards.tallies import ALL, district_result, tallies_of
from fengqiao.oversight.standards.verdicts import Column, columns_of, written
from fengqiao.rulebook.about import from_json, to_json
from fengqiao.rulebook.columns import CODE
from fengqiao.rulebook.results import DistrictResult, OfficeResult

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User
    from fengqiao.rulebook.judgement import Judgement as Judged
    from fengqiao.rulebook.rows import Evidence

BATCH = 500


def folder() -> Path:
    """Where the files of judgements lie."""
    path = Path(settings.HOME) / "judgements"
    path.mkdir(exist_ok=True)
    return path


def file_of(kept: Judgement) -> Path:
    """The immutable file of a judgement."""
    return folder() / kept.file


def keep(
    judged: "Judged",
    evidence: "Evidence",
    *,
    by: "User | None",
    city: str = "",
    areas: Mapping[str, Area] | None = None,
    job: Job | None = None,
) -> Judgement:
    """Store the judgement with the rows behind its facts: the file first, then all in one transaction.

    A crash in between leaves a file that no row names, which harms nobody. What takes long is done
    before the transaction, which others may have to wait for. `areas` are the offices by code, if the
    caller has read them; a `job` makes one judgement, and gets it again when it is done once more.
    """
    if areas is None:
        areas = offices_by_code(judged.as_of)
    kept = Judgement(
        area=common_area(areas[code] for code in judged.frame[CODE] if code in areas),
        standard=judged.standard,
        title=judged.title,
        edition=judged.edition,
        digest=judged.digest,
        on=judged.as_of,
        by=by,
        job=job,
        city=city,
        about=to_json(judged.about) | {"sources": []},
        **_write_file(judged),
    )
    columns = columns_of(kept.about)
    rows, packed = [], []
    for number, (office, behind) in enumerate(_with_evidence(judged, evidence), start=1):
        rows.append(_row(kept, number, office, areas.get(office.code), columns))
        packed.append(pack(office, behind))
    tallies = tallies_of(kept, rows)
    with transaction.atomic():
        if job and (made := _made_by(job)):
            file_of(kept).unlink()
            return made
        kept.save()
        JudgedOffice.objects.bulk_create(rows, batch_size=BATCH)
        JudgedDetail.objects.bulk_create(
            (JudgedDetail(judged=row, packed=one) for row, one in zip(rows, packed, strict=True)),
            batch_size=BATCH,
        )
        Tally.objects.bulk_create(tallies, batch_size=BATCH)
        record(
            "standards.judged",
            by=by,
            subject=kept,
            area=kept.area,
            label=str(kept),
            on=kept.on,
            offices=len(rows),
        )
    return kept


def _with_evidence(judged: "Judged", evidence: "Evidence") -> Iterator[tuple[OfficeResult, Rows]]:
    """Some offices at a time with the rows behind them: all of them at once would take gigabytes."""
    offices = judged.each()
    while some := list(islice(offices, BATCH)):
        behind = evidence.between(some[0].code, some[-1].code)
        for office in some:
            yield office, behind.get(office.code, {})


def _made_by(job: Job) -> Judgement | None:
    """What the job has made already; another attempt at it waits for this transaction."""
    Job.objects.select_for_update().get(pk=job.pk)
    return Judgement.objects.filter(job=job).first()


def _write_file(judged: "Judged") -> dict[str, str]:
    name = f"{uuid.uuid4().hex}.parquet"
    with replacing(folder() / name) as draft:
        judged.to_parquet(draft)
        digest = hashlib.sha256(draft.read_bytes()).hexdigest()
    return {"file": name, "file_digest": digest}


def _row(
    kept: Judgement, number: int, office: OfficeResult, area: Area | None, columns: list[Column]
) -> JudgedOffice:
    verdicts = [item.verdict for item in office.items]
    return JudgedOffice(
        judgement=kept,
        row=number,
        office=area,
        code=office.code,
        name=office.name,
        district=office.district,
        kind=office.kind,
        size=office.size or "",
        meets=office.meets,
        unmet=verdicts.count("unmet"),
        unknown=verdicts.count("unknown"),
        verdicts=written(columns, office.items),
    )


def detail_of(row: JudgedOffice) -> Detail:
    """The items, facts and rows behind them of one office, as they were."""
    return unpack(row.detail.packed, from_json(row.judgement.about))


def office_results(kept: Judgement, rows: Iterable[JudgedOffice]) -> Iterator[OfficeResult]:
    """These offices as the judge left them, one after the other."""
    about = from_json(kept.about)
    for row in rows:
        detail = unpack(row.detail.packed, about)
        yield OfficeResult(
            code=row.code,
            name=row.name,
            district=row.district,
            kind=row.kind,
            size=row.size or None,
            meets=row.meets,
            items=detail.items,
            facts=detail.facts,
        )


def district_results(kept: Judgement, **where: Any) -> list[DistrictResult]:
    """The rates by district and class."""
    rows = kept.tallies.exclude(place=ALL).filter(targets__gt=0, **where)
    return [district_result(row, kept.about) for row in rows]
