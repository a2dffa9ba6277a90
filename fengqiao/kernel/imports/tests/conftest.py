"""A kind of file that only tests know: each line is a name, `!` is a fault, `-李四` ends a name."""

import hashlib
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from fengqiao.kernel.areas.models import Turn
from fengqiao.kernel.imports import staging, tasks
from fengqiao.kernel.imports.models import Import
from fengqiao.kernel.imports.registry import Importer, Plan, Section, importers
from fengqiao.kernel.jobs.running import run
from fengqiao.lib.faults import Fault, InputRefused


def known():
    return set(Turn.objects.filter(name__startswith="name:").values_list("name", flat=True))


def plan(path, *, name, on, skip_bad_rows, by):
    lines = path.read_text("utf-8").splitlines()
    faults = [
        Fault("名单", at, "姓名", "!", "应为姓名")
        for at, line in enumerate(lines, 1)
        if line == "!"
    ]
    if faults and not skip_bad_rows:
        raise InputRefused("文件中有错误,没有导入", faults, of_rows=True)
    ends = [line[1:] for line in lines if line.startswith("-")]
    new = sorted({f"name:{line}" for line in lines if line[0] not in "!-"} - known())
    digest = hashlib.sha256("\n".join([*new, *ends]).encode()).hexdigest()
    sections = [
        Section(
            title,
            ["单位", "姓名"],
            [["甲", one] for one in found],
            len(found),
            ends=ending,
            tally=[["甲", "9", str(len(found)), "0", str(9 - len(found))]] if ending else (),
        )
        for title, found, ending in (("停止 名单", ends, True), ("新增 名单", new, False))
        if found
    ]
    return Plan(digest, sections, left_out=faults, caution="只是一部分。", content=new)


def apply(plan, *, by):
    Turn.objects.bulk_create(Turn(name=name) for name in plan.content)


@pytest.fixture(autouse=True)
def names(monkeypatch, settings, tmp_path):
    settings.HOME = tmp_path
    importer = Importer(
        kind="names",
        title="名单",
        turn="names",
        plan=plan,
        apply=apply,
        template=lambda path: Path(path).write_bytes(b"template"),
        faulty_rows=lambda source, path, on, by: Path(path).write_bytes(b"faulty"),
    )
    monkeypatch.setitem(importers, "names", importer)
    return importer


@pytest.fixture
def uploaded():
    """`uploaded("张三\\n李四")` is a file as a browser sends it."""
    return lambda text: SimpleUploadedFile("名单.txt", text.encode("utf-8"))


@pytest.fixture
def known_names():
    return known


@pytest.fixture
def stage(cast, uploaded):
    """Uploads and checks: the import as its preview shows it."""

    def staged(text, skip_bad_rows=False):
        made = staging.stage(
            "names", uploaded(text), on=date(2026, 1, 1), skip_bad_rows=skip_bad_rows, by=cast.clerk
        )
        return done(made)

    return staged


def done(staged):
    """After its job has run."""
    staged.refresh_from_db()
    run(staged.job_id)
    staged.refresh_from_db()
    return staged


@pytest.fixture
def erase(django_capture_on_commit_callbacks, settings):
    """Erases, as if the files had come more than the days before that a setting names."""

    def erased(name):
        old = timezone.now() - timedelta(days=settings.KEPT_DAYS[name], minutes=1)
        Import.objects.update(created_at=old)
        with django_capture_on_commit_callbacks(execute=True):
            tasks.erase_old_files()

    return erased
