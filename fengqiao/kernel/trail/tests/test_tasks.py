"""The worker seals what was committed and verifies it all."""

import threading
import time

import pytest
from django.db import connection, transaction

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.audit import guards
from fengqiao.kernel.audit.models import Entry, Link, Pending
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.jobs.clock import threads
from fengqiao.kernel.jobs.models import Job, State
from fengqiao.kernel.jobs.running import run
from fengqiao.kernel.jobs.worker import run_until_idle
from fengqiao.kernel.notices.models import Notice
from fengqiao.kernel.trail.tasks import order_verification

SECONDS = 15.0


def write() -> Entry:
    with transaction.atomic():
        return record("people.exported", by=None, count=1)


@pytest.mark.django_db(transaction=True)
def test_a_worker_seals_what_was_committed_within_seconds(monkeypatch):
    monkeypatch.setattr("fengqiao.kernel.jobs.clock.tick", lambda: None)
    ended = threading.Event()
    (sealing,) = [one for one in threads(ended) if one.name == "audit.seal"]
    sealing.start()
    try:
        entry = write()
        before = time.monotonic()
        while Pending.objects.exists() and time.monotonic() - before < SECONDS:
            time.sleep(0.2)
        assert Link.objects.get(position=1).entry_id == entry.pk
    finally:
        ended.set()
        sealing.join()


@pytest.mark.django_db
def test_a_bent_trail_reaches_the_inbox_of_auditors_and_system_administrators(cast):
    for user, role in [(cast.clerk, Role.AUDITOR), (cast.bureau, Role.SYSTEM_ADMIN)]:
        user.grants.create(role=role, begins_on="2020-01-01")
    entry = write()
    guards.run(connection, guards.removal(connection.vendor))
    guards.run(connection, [f"UPDATE audit_entry SET label = '别的' WHERE id = {entry.pk}"])
    guards.run(connection, guards.statements(connection.vendor))
    order_verification()
    run(Job.objects.get(kind="audit.verify").pk)
    assert Job.objects.get(kind="audit.verify").state == State.DONE
    told = {
        User.objects.get(pk=pk).username for pk in Notice.objects.values_list("user", flat=True)
    }
    assert told == {"clerk", "bureau"}


@pytest.mark.django_db(transaction=True)
def test_the_verification_is_done_by_the_worker(db):
    write()
    order_verification()
    run_until_idle()
    assert Entry.objects.get(act="audit.verified").label == "完整"
