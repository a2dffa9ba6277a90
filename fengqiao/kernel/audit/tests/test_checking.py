"""A check seals first, keeps its verdict in the trail, and tells what is wrong."""

import pytest

from fengqiao.kernel.audit.checking import check, standing
from fengqiao.kernel.audit.models import Entry, Payload, Pending
from fengqiao.kernel.audit.sealing import head
from fengqiao.kernel.audit.signals import trail_bent

pytestmark = pytest.mark.django_db


@pytest.fixture
def told():
    """What the signal said."""
    heard = []

    def hear(sender, *, findings, **kwargs):
        heard.append(findings)

    trail_bent.connect(hear)
    yield heard
    trail_bent.disconnect(hear)


def test_what_waits_is_sealed_before_it_is_verified(wrote, told):
    wrote()
    verdict = check()
    assert (verdict.whole, verdict.links, verdict.waiting) == (True, 1, 0)
    assert told == []


def test_a_whole_trail_is_kept_with_the_head_that_it_had(wrote):
    wrote()
    check()
    kept = Entry.objects.get(act="audit.verified")
    assert kept.label == "完整"
    assert f"1:{head().hash}" in Payload.objects.get(entry=kept).body
    assert standing()[:2] == (kept.at, True)


def test_a_bent_trail_is_told_and_kept_by_the_rows_that_are_wrong(chain, bend, told):
    bend(f"UPDATE audit_entry SET act = 'tests.read' WHERE id = {chain[2].pk}")
    assert not check().whole
    kept = Entry.objects.get(act="audit.bent")
    assert kept.label == "发现 1 处异常"
    assert f"第{chain[2].pk}号记录被改动" in Payload.objects.get(entry=kept).body
    assert told == [1]
    assert not standing().whole


def test_the_last_check_says_how_the_trail_stands(chain, bend):
    pk, act = chain[2].pk, chain[2].act
    bend(f"UPDATE audit_entry SET act = 'tests.read' WHERE id = {pk}")
    check()
    bend(f"UPDATE audit_entry SET act = '{act}' WHERE id = {pk}")
    check()
    assert standing().whole


def test_a_trail_that_was_never_verified_is_held_to_be_whole(wrote):
    entry = wrote()
    assert standing() == (None, True, entry.at)
    Pending.objects.all().delete()
    assert standing().waits_since is None
