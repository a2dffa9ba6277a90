"""Who has looked at a record."""

import pytest
from django.db import transaction
from django.template import Context, Template

from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.audit.recording import record


@pytest.fixture
def url(scene, opened):
    return f"/trail/of/accounts.user/{scene.clerk.pk}/"


def test_who_looked_is_listed_and_the_look_itself_recorded(scene, opened, url, sign_in):
    director = sign_in(scene.director)
    assert "许晓燕打开了人员档案 7 号" in director.get(url).content.decode()
    look = Entry.objects.get(act="audit.looked")
    assert (look.by, look.area, look.label) == (scene.director, scene.office, "人员档案 7 号")
    assert "陆建国查看了谁看过" in director.get(url).content.decode()


def test_what_another_office_did_with_it_is_not_told(scene, url, sign_in):
    with transaction.atomic():
        record("accounts.signed_out", by=scene.abroad, subject=scene.clerk, area=scene.beside)
    assert "范国栋" not in sign_in(scene.director).get(url).content.decode()
    assert "范国栋" in sign_in(scene.auditor).get(url).content.decode()


def test_a_record_of_another_area_is_not_there(scene, url, sign_in):
    assert sign_in(scene.abroad).get(url).status_code == 404


def test_who_reads_no_trail_is_refused(scene, url, sign_in):
    assert sign_in(scene.clerk).get(url).status_code == 403


@pytest.mark.parametrize(
    "kind", ["no.such", "user", "accounts.User", "sessions.session", "accounts.user", "a.b.c"]
)
def test_a_record_that_is_not_there_is_not_found(scene, sign_in, kind):
    assert sign_in(scene.director).get(f"/trail/of/{kind}/999999/").status_code == 404


def test_the_link_is_drawn_for_those_who_may_follow_it(scene, url, queries):
    def drawn(user):
        context = Context({"user": user, "one": scene.clerk})
        return Template("{% load trail %}{% who_looked one %}").render(context)

    assert url in drawn(scene.director)
    assert drawn(scene.clerk).strip() == ""
    assert queries(lambda: drawn(scene.director)) == []
