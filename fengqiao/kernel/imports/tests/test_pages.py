"""The pages of imports, in a browser's own words."""

import pytest
from django.urls import reverse

from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.imports import storage
from fengqiao.kernel.imports.models import Import, State
from fengqiao.kernel.imports.registry import Next
from fengqiao.kernel.jobs.models import Job
from fengqiao.kernel.jobs.models import State as JobState
from fengqiao.kernel.jobs.running import run
from fengqiao.lib.typography import typeset


@pytest.fixture
def post(city_client, uploaded):
    """Uploads a text through the page and runs its checking."""

    def posted(text):
        data = {"file": uploaded(text), "on": "2026-01-01"}
        response = city_client.post(reverse("imports:upload", args=["names"]), data)
        staged = Import.objects.get()
        run(staged.job_id)
        staged.refresh_from_db()
        return response, staged

    return posted


def bytes_of(download):
    return b"".join(download.streaming_content)


def test_an_uploaded_file_leads_to_its_preview(post, city_client):
    response, staged = post("张三")
    assert response.url == staged.get_absolute_url()
    text = city_client.get(response.url).content.decode()
    assert "确认导入" in text
    assert "name:张三" in text


def test_every_fault_is_listed_with_its_place(post, city_client):
    _response, staged = post("张三\n!")
    text = city_client.get(staged.get_absolute_url()).content.decode()
    assert "名单 第2行 姓名" in text
    assert "现为“!”，应为姓名" in text
    rows = city_client.get(reverse("imports:faulty_rows", args=[staged.pk]))
    assert rows["Content-Disposition"].startswith("attachment")
    assert bytes_of(rows) == b"faulty"


def test_a_discarded_file_is_said_to_be_gone_and_offers_nothing(post, city_client):
    _response, staged = post("张三\n!")
    address = reverse("imports:discard", args=[staged.pk])
    text = city_client.post(address, follow=True).content.decode()
    assert typeset("这份文件没有导入,上传的文件已经删除。") in text
    assert "错误 1 处" in text
    assert "btn-list" not in text


def test_faults_that_want_the_same_are_one_sentence_with_their_number(post, city_client):
    _response, staged = post("张三" + "\n!" * 60)
    text = " ".join(city_client.get(staged.get_absolute_url()).content.decode().split())
    assert "错误 60 处" in text
    assert "归为 1 类" in text
    assert text.count("应为姓名") == 1
    assert "名单 姓名 60 处" in text


def test_what_rows_left_out_cannot_mend_is_not_offered_that_way(post, city_client):
    _response, staged = post("张三\n!")
    address = reverse("imports:check", args=[staged.pk])
    assert address in city_client.get(staged.get_absolute_url()).content.decode()
    Import.objects.update(of_rows=False)
    assert address not in city_client.get(staged.get_absolute_url()).content.decode()
    assert "不是略去几行" in city_client.post(address, follow=True).content.decode()
    staged.refresh_from_db()
    assert staged.state == State.REFUSED


def test_totals_stand_before_everything_else(post, city_client):
    _response, staged = post("张三")
    total = {"title": "名单", "new": 1, "changed": 2, "ended": 3, "left_out": 4, "same": 5}
    Import.objects.update(totals=[total])
    text = city_client.get(staged.get_absolute_url()).content.decode()
    assert [text.index(f">{number}</td>") for number in range(1, 6)]
    assert text.index("不变") < text.index("确认导入") < text.index('id="section-1"')


def test_a_long_section_is_folded_short_and_paged_whole(post, city_client):
    _response, staged = post("\n".join(f"人{at:03}" for at in range(120)))
    address = reverse("imports:section", args=[staged.pk, 1])
    text = city_client.get(staged.get_absolute_url()).content.decode()
    assert text.count("name:人") == 10
    assert address in text
    first, last = (city_client.get(f"{address}?page={n}").content.decode() for n in (1, 3))
    assert (first.count("name:人"), last.count("name:人")) == (50, 20)
    assert city_client.get(reverse("imports:section", args=[staged.pk, 2])).status_code == 404


def test_after_an_import_the_next_acts_are_offered(post, city_client, monkeypatch):
    monkeypatch.setattr(
        "fengqiao.kernel.imports.views.nexts",
        [Next("names", "看名单", lambda on: f"{reverse('imports:imports')}?on={on}")],
    )
    _response, staged = post("张三")
    page = staged.get_absolute_url()
    assert "看名单" not in city_client.get(page).content.decode()
    Import.objects.update(state=State.DONE)
    assert 'href="/imports/?on=2026-01-01"' in city_client.get(page).content.decode()


def test_confirming_is_a_post_and_queues_the_work(post, city_client):
    _response, staged = post("张三")
    address = reverse("imports:confirm", args=[staged.pk])
    assert city_client.get(address).status_code == 405
    city_client.post(address)
    staged.refresh_from_db()
    assert staged.state == State.APPLYING


def test_what_would_end_is_warned_of_by_name_and_wants_a_tick(post, city_client):
    _response, staged = post("".join(f"-李{at}\n" for at in range(7)))
    text = city_client.get(staged.get_absolute_url()).content.decode()
    for words in (
        "确认后将停止 7 项",
        "甲 李4……",
        f'href="/imports/{staged.pk}/sections/1/"',
        'id="section-1"',
        "只是一部分",
    ):
        assert words in text
    assert text.index("确认后将停止") < text.index('id="section-1"')
    (tick,) = staged.endings
    assert f'name="checked" value="{tick}"' in " ".join(text.split())
    assert '<td class="fq-num fw-bold">7</td><td class="fq-num">0</td>' in text
    address = reverse("imports:confirm", args=[staged.pk])
    assert "请逐项核对" in city_client.post(address, follow=True).content.decode()
    staged.refresh_from_db()
    assert staged.state == State.READY
    city_client.post(address, {"checked": [tick]})
    staged.refresh_from_db()
    assert staged.state == State.APPLYING


def test_without_an_end_there_is_no_warning_and_no_tick(post, city_client):
    _response, staged = post("张三")
    text = city_client.get(staged.get_absolute_url()).content.decode()
    assert "将停止" not in text
    assert "checked" not in text
    assert "只是一部分" not in text


def test_each_cell_of_a_preview_bears_its_header_for_a_phone(post, city_client):
    _response, staged = post("张三\n!")
    city_client.post(reverse("imports:check", args=[staged.pk]))
    staged.refresh_from_db()
    run(staged.job_id)
    text = city_client.get(staged.get_absolute_url()).content.decode()
    assert '<td data-label="单位">甲</td><td data-label="姓名">name:张三</td>' in text


def test_confirming_twice_says_that_it_has_moved_on(post, city_client):
    _response, staged = post("张三")
    address = reverse("imports:confirm", args=[staged.pk])
    city_client.post(address)
    response = city_client.post(address, follow=True)
    assert "状态已经变化" in response.content.decode()


@pytest.mark.parametrize("data", [{}, {"on": "x"}, {"on": "2026-13-01"}])
def test_an_upload_without_file_or_day_is_refused_at_the_field(data, city_client):
    response = city_client.post(reverse("imports:upload", args=["names"]), data)
    assert response.status_code == 400
    assert "请选一个文件" in response.content.decode()
    assert not Import.objects.exists()


def test_the_list_and_the_template_open(post, city_client):
    _response, staged = post("张三")
    assert staged.name in city_client.get(reverse("imports:imports")).content.decode()
    template = city_client.get(reverse("imports:template", args=["names"]))
    assert template.content == b"template"


def test_what_is_not_there_is_not_found(city_client):
    for name, argument in [
        ("imports:import", 9),
        ("imports:upload", "x"),
        ("imports:template", "x"),
    ]:
        assert city_client.get(reverse(name, args=[argument])).status_code == 404


def test_an_outsider_is_sent_to_sign_in(client):
    for name, arguments in [("imports:imports", []), ("imports:upload", ["names"])]:
        response = client.get(reverse(name, args=arguments))
        assert response.url.startswith(reverse("account_login"))


def test_the_list_asks_a_fixed_number_of_questions(post, city_client, queries):
    post("张三")
    assert len(queries(lambda: city_client.get(reverse("imports:imports")))) <= 6


def test_the_faulty_rows_are_made_by_the_worker_and_offered_when_they_are_there(post, city_client):
    _response, staged = post("张三\n!")
    address = reverse("imports:faulty_rows", args=[staged.pk])
    page = reverse("imports:import", args=[staged.pk])
    assert address in city_client.get(page).content.decode()
    assert bytes_of(city_client.get(address)) == b"faulty"
    assert Entry.objects.filter(act="imports.faulty_rows").count() == 1

    storage.faulty_rows_of(staged.file).unlink()
    Job.objects.update(state=JobState.RUNNING)
    text = city_client.get(page).content.decode()
    assert "正在整理错误行" in text
    assert address not in text
    assert city_client.get(address).status_code == 404

    Job.objects.update(state=JobState.FAILED)
    assert "没有整理成工作簿" in city_client.get(page).content.decode()
    assert Entry.objects.filter(act="imports.faulty_rows").count() == 1


def test_a_file_without_faults_has_no_faulty_rows(post, city_client):
    _response, staged = post("张三")
    assert not storage.faulty_rows_of(staged.file).exists()
    assert city_client.get(reverse("imports:faulty_rows", args=[staged.pk])).status_code == 404


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("imports", "get"),
        ("upload", "get"),
        ("upload", "post"),
        ("template", "get"),
        ("import", "get"),
        ("section", "get"),
        ("faulty_rows", "get"),
        ("confirm", "post"),
        ("check", "post"),
        ("discard", "post"),
    ],
)
def test_who_may_not_upload_is_refused_everywhere(clerk_client, name, method):
    arguments = {
        "imports": [],
        "upload": ["names"],
        "template": ["names"],
        "section": [1, 1],
    }.get(name, [1])
    address = reverse(f"imports:{name}", args=arguments)
    assert getattr(clerk_client, method)(address).status_code == 403


def test_the_frame_offers_imports_only_to_who_may_upload(clerk_client, city_client):
    address = f'href="{reverse("imports:imports")}"'
    assert address in city_client.get("/").content.decode()
    assert address not in clerk_client.get("/").content.decode()


def test_a_refused_file_leads_to_the_next_try_on_the_same_day(post, city_client):
    _response, staged = post("张三\n!")
    address = reverse("imports:upload", args=["names"]) + "?on=2026-01-01"
    assert address in city_client.get(staged.get_absolute_url()).content.decode()
    assert 'value="2026-01-01"' in city_client.get(address).content.decode()
