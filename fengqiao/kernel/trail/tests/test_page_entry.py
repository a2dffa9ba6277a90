"""One entry: the auditor sees that it was, the director may open what else is kept of it."""

from fengqiao.kernel.audit.forgetting import forget
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.audit.sealing import seal


def said(client, entry, act=""):
    url = f"/trail/{entry.pk}/"
    answer = client.post(f"{url}open/") if act else client.get(url)
    return answer.status_code, answer.content.decode()


def test_the_auditor_sees_purpose_and_fields_but_nothing_that_names_somebody(
    scene, opened, sign_in
):
    status, page = said(sign_in(scene.auditor), opened)
    assert status == 200
    assert "调解" in page
    assert "已遮盖" in page
    assert "张三" not in page
    assert "打开详情" not in page


def test_the_auditor_may_not_open_the_rest(scene, opened, sign_in):
    assert said(sign_in(scene.auditor), opened, "open")[0] == 403


def test_the_director_opens_it_by_a_post_that_is_recorded(scene, opened, sign_in):
    director = sign_in(scene.director)
    assert "打开详情" in said(director, opened)[1]
    assert "张三" not in said(director, opened)[1]
    assert "张三来电核对" in said(director, opened, "open")[1]
    kept = Entry.objects.about(opened).get(act="audit.read")
    assert (kept.by, kept.area) == (scene.director, scene.office)


def test_an_entry_of_another_area_is_not_there(scene, opened, sign_in):
    assert said(sign_in(scene.abroad), opened)[0] == 404


def test_who_reads_no_trail_is_refused(scene, opened, sign_in):
    assert said(sign_in(scene.clerk), opened)[0] == 403


def test_it_says_where_it_stands_in_the_chain(scene, opened, sign_in):
    auditor = sign_in(scene.auditor)
    assert "等待封存" in said(auditor, opened)[1]
    seal()
    assert "链上第" in said(auditor, opened)[1]


def test_details_that_were_forgotten_are_said_to_be(scene, opened, sign_in):
    forget([opened], by=None, reason="本人申请")
    assert "已依法删去" in said(sign_in(scene.director), opened)[1]


def test_an_act_of_an_earlier_version_is_shown_by_its_name(scene, opened, sign_in, monkeypatch):
    from fengqiao.kernel.audit import registry

    rest = {name: act for name, act in registry._acts.items() if name != "people.opened"}
    monkeypatch.setattr(registry, "_acts", rest)
    assert "people.opened" in said(sign_in(scene.auditor), opened)[1]
