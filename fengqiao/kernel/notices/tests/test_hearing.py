"""What happens below and who is told of it, through the signals that announce it."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.signals import new_device
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.audit.signals import trail_bent
from fengqiao.kernel.imports import staging
from fengqiao.kernel.imports.registry import Importer, Plan, Section, importers
from fengqiao.kernel.jobs import registry
from fengqiao.kernel.jobs.running import run, start
from fengqiao.kernel.notices.models import Kind, Notice
from fengqiao.lib.faults import InputRefused

pytestmark = pytest.mark.django_db


@pytest.fixture
def kind(monkeypatch):
    """`kind(run, ready="…")` registers a kind of work and gives its name."""

    def registered(run, ready=""):
        one = registry.Kind("told", "试验", run, attempts=1, ready=ready)
        monkeypatch.setitem(registry.kinds, "told", one)
        return "told"

    return registered


def notices():
    rows = Notice.objects.order_by("pk")
    return [(one.user.username, one.kind, one.text, one.url) for one in rows]


def fails(*, progress, by):
    raise ZeroDivisionError


def refuses(*, progress, by):
    raise InputRefused("张三的登记不全")


@pytest.mark.parametrize("work", [fails, refuses])
def test_who_started_a_job_hears_that_it_was_not_done_without_its_words(cast, kind, work):
    job = start(kind(work), by=cast.clerk)
    run(job.pk)
    text = "任务“试验”没有完成,请打开查看原因。"
    assert notices() == [("clerk", Kind.ATTENTION, text, f"/jobs/{job.pk}/")]


def test_what_a_job_makes_is_told_once_it_is_ready(cast, kind):
    run(start(kind(lambda *, progress, by: "/made/1/", ready="报告已形成。"), by=cast.clerk).pk)
    assert notices() == [("clerk", Kind.RESULT, "报告已形成。", "/made/1/")]


def test_a_job_that_makes_nothing_to_look_at_ends_in_silence(cast, kind):
    run(start(kind(lambda *, progress, by: None), by=cast.clerk).pk)
    run(start(kind(fails), by=None).pk)
    assert notices() == []


def test_reports_and_judgements_say_when_they_are_ready():
    assert registry.kinds["standards.report"].ready
    assert registry.kinds["standards.judge"].ready


def plan(path, *, name, on, skip_bad_rows, by):
    if path.read_text() == "!":
        raise InputRefused("文件中有错误")
    return Plan("1", [Section("新增", ["姓名"], [["甲"]], 1)])


@pytest.fixture
def upload(cast, monkeypatch, settings, tmp_path):
    settings.HOME = tmp_path
    importer = Importer(
        "told", "名单", "told", plan, lambda plan, by: None, lambda path: None, lambda *_: None
    )
    monkeypatch.setitem(importers, "told", importer)

    def uploaded(text):
        file = SimpleUploadedFile("张三离职.txt", text.encode())
        staged = staging.stage(
            "told", file, on=date(2026, 1, 1), skip_bad_rows=False, by=cast.bureau
        )
        staged.refresh_from_db()
        run(staged.job_id)
        staged.refresh_from_db()
        return staged

    return uploaded


def test_who_uploaded_a_file_hears_that_it_waits_and_that_it_is_in(upload):
    staged = upload("甲")
    staging.confirm(staged, by=staged.by)
    staged.refresh_from_db()
    run(staged.job_id)
    url = f"/imports/{staged.pk}/"
    assert notices() == [
        ("bureau", Kind.ATTENTION, "您上传的名单已检查完,请核对后确认导入。", url),
        ("bureau", Kind.RESULT, "您上传的名单已导入。", url),
    ]


def test_who_uploaded_a_faulty_file_hears_that_without_its_name(upload):
    upload("!")
    ((_who, kind, text, _url),) = notices()
    assert (kind, text) == (Kind.ATTENTION, "您上传的名单有错误,没有导入。")


def test_a_new_device_is_told_to_the_owner_of_the_account(cast):
    new_device.send(sender=User, user=cast.clerk, device="Firefox · Linux", address="10.1.2.3")
    ((who, kind, text, _url),) = notices()
    assert (who, kind) == ("clerk", Kind.SAFETY)
    assert "Firefox · Linux" in text
    assert "10.1.2.3" in text


def test_a_bent_trail_is_told_to_those_who_watch_it(cast):
    for user, role in [(cast.clerk, Role.AUDITOR), (cast.director, Role.SYSTEM_ADMIN)]:
        user.grants.create(role=role, begins_on=date(2020, 1, 1))
    cast.bureau.grants.create(
        role=Role.AUDITOR, begins_on=date(2020, 1, 1), ends_on=date(2021, 1, 1)
    )
    with transaction.atomic():
        trail_bent.send(sender=Entry, findings=2)
    assert [(who, "2 处" in text) for who, _kind, text, _url in notices()] == [
        ("clerk", True),
        ("director", True),
    ]
