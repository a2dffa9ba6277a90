import pytest
from django.urls import reverse

from fengqiao.kernel.notices.models import Kind, Notice
from fengqiao.kernel.notices.sending import notify

INBOX = "/notices/"


@pytest.fixture
def notice(cast):
    return notify(cast.clerk, "您上传的名册已导入。", "/jobs/")[0]


def text(page):
    return page.content.decode()


def test_the_inbox_shows_mine_the_newest_first(clerk_client, notice, cast):
    notify(cast.clerk, "任务没有完成。", kind=Kind.ATTENTION)
    notify(cast.director, "别人的。")
    page = text(clerk_client.get(INBOX))
    assert page.index("任务没有完成") < page.index("您上传的名册已导入")
    assert "别人的" not in page


def test_an_empty_inbox_says_what_will_stand_there(clerk_client):
    assert "没有收件" in text(clerk_client.get(INBOX))


def test_the_frame_of_every_page_shows_how_many_wait(clerk_client, notice):
    assert 'title="未读 1 条"' in text(clerk_client.get("/jobs/"))
    clerk_client.post(reverse("notices:open", args=[notice.pk]))
    assert 'title="未读' not in text(clerk_client.get("/jobs/"))


def test_opening_marks_it_read_and_leads_to_what_it_is_about(clerk_client, notice):
    url = reverse("notices:open", args=[notice.pk])
    assert clerk_client.post(url)["Location"] == "/jobs/"
    notice.refresh_from_db()
    first = notice.read_at
    clerk_client.post(url)
    notice.refresh_from_db()
    assert notice.read_at == first is not None


def test_a_notice_without_an_address_leads_back_to_the_inbox(clerk_client, cast):
    (notice,) = notify(cast.clerk, "您的账号在新的设备上登录。")
    assert clerk_client.post(reverse("notices:open", args=[notice.pk]))["Location"] == INBOX


def test_a_visit_changes_nothing(clerk_client, notice):
    assert clerk_client.get(reverse("notices:open", args=[notice.pk])).status_code == 405
    clerk_client.get(INBOX)
    assert Notice.objects.unread().count() == 1


def test_all_that_the_page_knew_of_is_marked_read(clerk_client, notice, cast):
    (later,) = notify(cast.clerk, "后来的。")
    (other,) = notify(cast.director, "别人的。")
    clerk_client.post("/notices/read/", {"newest": notice.pk})
    assert set(Notice.objects.unread()) == {later, other}


@pytest.mark.parametrize("newest", ["", "x", "-1", "9" * 30, "²"])
def test_a_crooked_end_marks_nothing(clerk_client, notice, newest):
    assert clerk_client.post("/notices/read/", {"newest": newest}).status_code == 302
    assert Notice.objects.unread().count() == 1


def test_the_list_can_be_narrowed(clerk_client, notice, cast):
    notify(cast.clerk, "任务没有完成。", kind=Kind.ATTENTION)
    clerk_client.post(reverse("notices:open", args=[notice.pk]))
    assert "您上传的名册" not in text(clerk_client.get(INBOX, {"state": "unread"}))
    assert "任务没有完成" not in text(clerk_client.get(INBOX, {"kind": "result"}))
    assert "任务没有完成" in text(clerk_client.get(INBOX, {"kind": "nonsense"}))


def test_somebody_elses_notice_is_not_there(sign_in, cast, notice):
    answer = sign_in(cast.director).post(reverse("notices:open", args=[notice.pk]))
    assert answer.status_code == 404
    assert Notice.objects.unread().count() == 1


def test_an_outsider_is_sent_to_the_sign_in(client, notice):
    assert client.get(INBOX)["Location"].startswith("/accounts/login/")


def test_the_inbox_takes_the_same_queries_however_many_there_are(
    clerk_client, notice, cast, queries
):
    few = len(queries(lambda: clerk_client.get(INBOX)))
    for _ in range(60):
        notify(cast.clerk, "又一条。")
    assert len(queries(lambda: clerk_client.get(INBOX))) == few <= 7
