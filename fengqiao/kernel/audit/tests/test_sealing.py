"""Each committed entry is sealed once, in the order in which the sealer finds it."""

import pytest

from fengqiao.kernel.audit import sealing
from fengqiao.kernel.audit.models import Link, Pending
from fengqiao.kernel.audit.sealing import head, seal
from fengqiao.kernel.audit.verifying import verify

pytestmark = pytest.mark.django_db


def test_what_waits_is_sealed_and_waits_no_longer(wrote):
    entries = [wrote() for _ in range(3)]
    assert seal() == 3
    assert list(Link.objects.order_by("position").values_list("position", "entry")) == [
        (1, entries[0].pk),
        (2, entries[1].pk),
        (3, entries[2].pk),
    ]
    assert not Pending.objects.exists()
    assert seal() == 0


def test_an_entry_that_comes_late_is_sealed_later_and_not_skipped(wrote):
    late, early = wrote(), wrote()
    Pending.objects.filter(entry=late).delete()  # as if its transaction had not ended yet
    seal()
    Pending.objects.create(entry=late)
    seal()
    assert list(Link.objects.order_by("position").values_list("entry", flat=True)) == [
        early.pk,
        late.pk,
    ]
    assert verify().whole


def test_many_are_sealed_in_batches_that_follow_each_other(wrote, monkeypatch):
    monkeypatch.setattr(sealing, "BATCH", 2)
    for _ in range(5):
        wrote()
    assert seal() == 5
    assert head().position == 5
    assert verify().whole


def test_nothing_is_locked_where_nothing_waits(queries):
    assert len(queries(seal)) == 1


def test_an_empty_trail_has_no_head():
    assert head() is None
