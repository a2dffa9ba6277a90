"""A judgement that was kept opens unchanged."""

import hashlib
import json

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction

from fengqiao.kernel.audit.models import Entry
from fengqiao.oversight.standards.keeping import (
    detail_of,
    district_results,
    file_of,
    office_results,
)
from fengqiao.oversight.standards.models import JudgedOffice, Judgement
from fengqiao.rulebook.judgement import Judgement as Judged
from fengqiao.rulebook.reports.summary import district_rows


def test_a_kept_judgement_is_in_the_trail(judgement):
    entry = Entry.objects.about(judgement).get(act="standards.judged")
    assert (entry.by, entry.label) == (judgement.by, str(judgement))
    assert json.loads(entry.payload.body)["offices"] == judgement.offices.count()


def test_the_rows_say_what_the_judge_said(judgement, judged):
    judgement.refresh_from_db()
    opened = list(office_results(judgement, judgement.offices.all()))
    assert opened == judged.offices
    assert district_results(judgement) == district_rows(judged)


def test_the_file_opens_as_the_same_judgement(judgement, judged):
    opened = Judged.from_parquet(file_of(judgement))
    assert opened.to_contract() == judged.to_contract()
    assert hashlib.sha256(file_of(judgement).read_bytes()).hexdigest() == judgement.file_digest


def test_verdicts_are_those_worked_out_by_hand(judgement):
    path = settings.BASE_DIR / "tests/data/roster/taizhou-sample.expected.json"
    expected = json.loads(path.read_text("utf-8"))["2021-12-31"]["offices"]
    kept = {
        row.code: {
            "meets": row.meets,
            "items": {item.id: item.verdict for item in detail_of(row).items},
        }
        for row in judgement.offices.all()
    }
    assert kept == expected


def test_facts_keep_their_source_and_day(judgement):
    facts = detail_of(judgement.offices.get(code="321202001")).facts
    assert {fact.source.kind for fact in facts.values()} == {"reported"}
    assert {fact.source.on for fact in facts.values()} == {judgement.on}


def test_the_rows_behind_a_count_are_as_many_as_it_says(judgement):
    for row in judgement.offices.all():
        detail = detail_of(row)
        for name, rows in detail.evidence.items():
            fact = detail.facts[name]
            if isinstance(fact.value, int) and fact.unit == "人":
                assert len(rows) == (fact.value if fact.among is None else fact.among)


def test_no_row_behind_a_fact_tells_who_is_a_party_member(judgement):
    rows = [
        row
        for office in judgement.offices.all()
        for group in detail_of(office).evidence.values()
        for row in group
    ]
    assert rows
    assert not any("party" in row for row in rows)


def test_a_failure_half_way_leaves_no_row(db, tables, monkeypatch):
    from fengqiao.oversight.standards import judging

    def broken(*args, **kwargs):
        raise OSError("disk full")

    monkeypatch.setattr(JudgedOffice.objects, "bulk_create", broken)
    with pytest.raises(OSError, match="disk full"):
        judging.keep_judged("taizhou-2021", tables, by=None)
    assert not Judgement.objects.exists()


def test_the_database_refuses_a_verdict_that_contradicts_its_items(judgement):
    with pytest.raises(IntegrityError), transaction.atomic():
        judgement.offices.filter(meets=True).update(unmet=1)
