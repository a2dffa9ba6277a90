"""Whatever is done to the trail past its guards is found, and the row is named."""

from typing import Any

import pytest
from django.db import connection

from fengqiao.kernel.audit import guards
from fengqiao.kernel.audit.digests import GENESIS, entry_digest, link_hash
from fengqiao.kernel.audit.findings import Wrong
from fengqiao.kernel.audit.forgetting import forget
from fengqiao.kernel.audit.models import Entry, Link, Payload, Pending
from fengqiao.kernel.audit.sealing import head, seal
from fengqiao.kernel.audit.verifying import verify

pytestmark = pytest.mark.django_db

APART = 1000  # added to positions, so that rows can pass each other


def found() -> list[str]:
    return [str(finding) for finding in verify().findings]


def renumber(bend: Any, above: int, by: int) -> None:
    """Later links move up or down, as one would do who hides a gap or makes room."""
    bend(
        f"UPDATE audit_link SET position = position + {APART} WHERE position > {above}",
        f"UPDATE audit_link SET position = position - {APART - by} WHERE position > {APART}",
    )


def swap(bend: Any, one: int, other: int) -> None:
    bend(
        f"UPDATE audit_link SET position = {APART} WHERE position = {one}",
        f"UPDATE audit_link SET position = {one} WHERE position = {other}",
        f"UPDATE audit_link SET position = {other} WHERE position = {APART}",
    )


def test_a_trail_that_nobody_bent_is_whole(chain):
    verdict = verify()
    assert verdict.whole, verdict
    assert (verdict.links, verdict.waiting) == (6, 0)


def test_an_empty_trail_is_whole(db):
    assert tuple(verify()) == ([], 0, 0)


@pytest.mark.parametrize(
    "change",
    [
        "act = 'tests.read'",
        "by_id = NULL, label = '别的'",
        "at = '2020-01-01 00:00:00+00'",
        "via = 'page'",
    ],
)
def test_an_altered_entry_is_named(chain, bend, change):
    bend(f"UPDATE audit_entry SET {change} WHERE id = {chain[2].pk}")
    assert found() == [f"第{chain[2].pk}号记录被改动"]


# PostgreSQL keeps the type of a column; SQLite takes whatever a hand writes into its file.
ANY_VALUE = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="a column of PostgreSQL holds values of its type alone"
)
NOTHING_READABLE = ["'garbage'", "x'00ff'", "99999999", "CAST(x'ff' AS TEXT)"]


@ANY_VALUE
@pytest.mark.parametrize("value", NOTHING_READABLE)
@pytest.mark.parametrize("column", ["at", "act", "label", "payload_hash", "salt", "digest"])
def test_an_entry_with_what_cannot_be_read_is_named(chain, bend, column, value):
    number = chain[2].pk
    bend(f"UPDATE audit_entry SET {column} = {value} WHERE id = {number}")
    assert f"第{number}号记录被改动" in found()
    assert all(str(number) in row or "第3位" in row for row in found())


@ANY_VALUE
@pytest.mark.parametrize("value", NOTHING_READABLE)
@pytest.mark.parametrize("column", ["previous", "hash", "sealed_at"])
def test_a_link_with_what_cannot_be_read_is_named(chain, bend, column, value):
    bend(f"UPDATE audit_link SET {column} = {value} WHERE position = 3")
    assert found() == [f"封存链第3位(第{chain[2].pk}号记录)被改动"]


@ANY_VALUE
@pytest.mark.parametrize("value", ["'garbage'", "x'00ff'"])
def test_a_link_that_stands_nowhere_leaves_its_place_empty(chain, bend, value):
    bend(f"UPDATE audit_link SET position = {value} WHERE position = 3")
    assert found() == ["封存链第3位缺失"]


def test_an_entry_altered_together_with_its_digest_is_named(chain, bend):
    entry = chain[2]
    entry.label = "别的"
    digest = entry_digest(entry.salt, entry.said)
    bend(f"UPDATE audit_entry SET label = '别的', digest = '{digest}' WHERE id = {entry.pk}")
    assert found() == [f"封存链第3位(第{entry.pk}号记录)被改动"]


def test_an_altered_payload_is_named(chain, bend):
    bend(f"""UPDATE audit_payload SET body = '{{"name":"李四"}}' WHERE entry_id = {chain[0].pk}""")
    assert found() == [f"第{chain[0].pk}号记录的详情被改动"]


def test_a_payload_that_went_without_being_forgotten_is_missing(chain, bend):
    bend(f"DELETE FROM audit_payload WHERE entry_id = {chain[0].pk}")
    assert found() == [f"第{chain[0].pk}号记录的详情缺失"]


def test_an_altered_link_is_named(chain, bend):
    bend(f"UPDATE audit_link SET hash = '{GENESIS}' WHERE position = 3")
    assert found() == [f"封存链第3位(第{chain[2].pk}号记录)被改动"]


def test_a_link_made_anew_for_another_entry_is_found_by_the_next(chain, bend, wrote):
    other, link = wrote("别人"), Link.objects.get(position=3)
    forged = link_hash(3, link.previous, other.pk, other.digest, link.sealed_at)
    bend(
        f"DELETE FROM audit_pending WHERE entry_id = {other.pk}",
        f"UPDATE audit_link SET entry_id = {other.pk}, hash = '{forged}' WHERE position = 3",
    )
    assert found() == ["封存链第3位被改动", f"第{chain[2].pk}号记录系事后插入"]


@pytest.mark.parametrize("position", [1, 3])
def test_a_missing_row_is_named(chain, bend, position):
    pk = chain[position - 1].pk
    bend(
        f"DELETE FROM audit_link WHERE position = {position}",
        f"DELETE FROM audit_payload WHERE entry_id = {pk}",
        f"DELETE FROM audit_entry WHERE id = {pk}",
    )
    assert found() == [f"封存链第{position}位缺失"]


def test_a_missing_row_whose_gap_was_closed_is_named(chain, bend):
    pk = chain[2].pk
    bend(
        "DELETE FROM audit_link WHERE position = 3",
        f"DELETE FROM audit_payload WHERE entry_id = {pk}",
        f"DELETE FROM audit_entry WHERE id = {pk}",
    )
    renumber(bend, 3, -1)
    assert found() == ["封存链第3位缺失"]


def test_a_missing_link_is_named_and_so_is_the_entry_that_lost_it(chain, bend):
    bend("DELETE FROM audit_link WHERE position = 3")
    assert found() == ["封存链第3位缺失", f"第{chain[2].pk}号记录系事后插入"]


@pytest.mark.parametrize(("one", "other"), [(3, 4), (2, 5), (1, 6)])
def test_links_that_changed_places_are_named(chain, bend, one, other):
    swap(bend, one, other)
    assert found() == [
        f"封存链第{one}位(第{chain[other - 1].pk}号记录)次序被调换",
        f"封存链第{other}位(第{chain[one - 1].pk}号记录)次序被调换",
    ]


def test_entries_that_changed_places_are_named(chain, bend, wrote):
    second, fifth, spare = chain[1].pk, chain[4].pk, wrote().pk
    seal()
    bend(
        "DELETE FROM audit_link WHERE position = 7",
        f"UPDATE audit_link SET entry_id = {spare} WHERE position = 2",
        f"UPDATE audit_link SET entry_id = {second} WHERE position = 5",
        f"UPDATE audit_link SET entry_id = {fifth} WHERE position = 2",
        f"DELETE FROM audit_payload WHERE entry_id = {spare}",
        f"DELETE FROM audit_entry WHERE id = {spare}",
    )
    assert found() == [
        f"封存链第2位(第{fifth}号记录)次序被调换",
        f"封存链第5位(第{second}号记录)次序被调换",
    ]


@pytest.mark.parametrize("whole", [True, False])
def test_a_row_put_into_the_chain_is_named(chain, bend, wrote, whole):
    new, before = wrote("后来"), Link.objects.get(position=2)
    made = link_hash(3, before.hash, new.pk, new.digest, before.sealed_at) if whole else GENESIS
    renumber(bend, 2, 1)
    Pending.objects.all().delete()
    Link.objects.create(
        position=3, entry=new, previous=before.hash, hash=made, sealed_at=before.sealed_at
    )
    assert found() == ["封存链第3位系事后插入"]


def test_an_entry_put_in_past_the_guards_is_named(chain, bend):
    pk = chain[-1].pk + 100
    columns = "act, at, by_id, via, area_id, city, district, subject_kind, subject_id, label"
    columns += ", payload_hash, salt, digest"
    bend(
        f"INSERT INTO audit_entry (id, {columns})"
        f" SELECT {pk}, {columns} FROM audit_entry WHERE id = {chain[0].pk}"
    )
    assert f"第{pk}号记录系事后插入" in found()


def test_an_entry_altered_before_it_was_sealed_is_named(wrote, bend):
    pk = wrote().pk
    bend(f"UPDATE audit_entry SET label = '别的' WHERE id = {pk}")
    assert found() == [f"第{pk}号记录被改动"]
    seal()
    assert found() == [f"第{pk}号记录被改动"]


def test_an_end_that_was_cut_off_is_told_by_a_head_that_was_written_down(chain, bend):
    last = head()
    bend(
        "DELETE FROM audit_link WHERE position = 6",
        f"DELETE FROM audit_payload WHERE entry_id = {chain[5].pk}",
        f"DELETE FROM audit_entry WHERE id = {chain[5].pk}",
    )
    assert found() == []
    verdict = verify(since=(last.position, last.hash))
    assert [str(one) for one in verdict.findings] == ["封存链第6位缺失"]


def test_a_chain_made_anew_is_told_by_a_head_that_was_written_down(chain):
    assert verify(since=(6, head().hash)).whole
    assert verify(since=(6, GENESIS)).findings[0].wrong is Wrong.ALTERED


def test_what_was_forgotten_on_purpose_leaves_the_trail_whole(chain):
    assert forget(chain[1:3], by=None, reason="本人申请") == 2
    assert Payload.objects.filter(entry__in=chain).count() == 4
    seal()
    assert found() == []
    assert Entry.objects.filter(pk__in=[entry.pk for entry in chain]).count() == 6


def test_guards_that_were_taken_away_are_named(chain):
    guards.run(connection, guards.removal(connection.vendor)[:1])
    assert [finding.wrong for finding in verify().findings] == [Wrong.UNGUARDED]


def test_a_trail_that_is_bent_everywhere_is_not_read_to_its_end(db, wrote, bend):
    for _ in range(120):
        wrote()
    seal()
    bend("UPDATE audit_entry SET label = '别的'")
    assert len(verify().findings) == 100
