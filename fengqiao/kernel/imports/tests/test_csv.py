"""Several .csv files are one upload: each a sheet, by the name of the file."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from fengqiao.kernel.imports.models import Import, State
from fengqiao.kernel.imports.registry import Plan, Section
from fengqiao.kernel.jobs.running import run


def csv(name, text="姓名\n张三\n"):
    return SimpleUploadedFile(name, text.encode("gb18030"))


@pytest.fixture
def seen(names, monkeypatch):
    """What the importer finds where it is told to read."""
    found = []

    def plan(path, **_known):
        found.append({one.name: one.read_bytes() for one in path.iterdir()})
        return Plan("1", [Section("新增", ["姓名"], [["甲"]], 1)])

    object.__setattr__(names, "plan", plan)
    return found


def upload(client, *files):
    data = {"file": list(files), "on": "2026-01-01"}
    return client.post(reverse("imports:upload", args=["names"]), data)


def test_they_reach_the_importer_as_a_folder(seen, city_client):
    upload(city_client, csv("司法所.csv"), csv("人员.CSV", "姓名\n李四\n"))
    staged = Import.objects.get()
    assert staged.name == "司法所.csv等2个文件"
    run(staged.job_id)
    staged.refresh_from_db()
    assert staged.state == State.READY
    assert seen == [
        {
            "司法所.csv": "姓名\n张三\n".encode("gb18030"),
            "人员.CSV": "姓名\n李四\n".encode("gb18030"),
        }
    ]


def test_one_alone_is_a_folder_too(seen, city_client):
    upload(city_client, csv("人员.csv"))
    run(Import.objects.get().job_id)
    assert [list(one) for one in seen] == [["人员.csv"]]


@pytest.mark.parametrize(
    ("called", "said"),
    [
        (["司法所.csv", "名册.xlsx"], "一次只能上传一个工作簿"),
        (["名册.xlsx", "另一本.xlsx"], "一次只能上传一个工作簿"),
        (["人员.csv", "人员.csv"], "每张表只能有一个文件"),
        (["人" * 61 + ".csv"], "文件名过长"),
    ],
)
def test_what_is_no_set_of_sheets_is_refused_at_the_field(called, said, city_client):
    response = upload(city_client, *map(csv, called))
    assert response.status_code == 400
    assert said in response.content.decode()
    assert not Import.objects.exists()


def test_an_empty_one_among_them_is_refused(city_client):
    response = upload(city_client, csv("人员.csv"), SimpleUploadedFile("司法所.csv", b""))
    assert "文件是空的" in response.content.decode()
