"""What is done on pages: each form with what it writes and what it refuses."""

import pytest
from django.utils import timezone

from fengqiao.registers.mediation.models import Body, Mediator, Tenure, Training
from fengqiao.registers.mediation.tests.made import make_body
from fengqiao.registers.people.tests.made import make_office

TODAY = timezone.localdate().isoformat()


@pytest.fixture
def url(world):
    return world.committee.get_absolute_url()


def test_a_studio_is_registered_under_its_committee(world, signed_in):
    typed = {"kind": "studio", "name": "桂芳工作室", "parent": world.committee.pk, "on": TODAY}
    page = signed_in.clerk.post("/mediation/bodies/new/", typed)
    assert (page.status_code, page.url) == (302, "/mediation/")
    studio = Body.objects.get(name="桂芳工作室")
    assert (studio.office, studio.parent) == (world.office, world.committee)
    assert not studio.tenures.exists()


def test_who_has_several_offices_says_for_which(world, signed_in):
    beside = make_office("321202008", "城东司法所")
    typed = {"kind": "village", "name": "城南村调委会", "on": TODAY}
    assert signed_in.bureau.post("/mediation/bodies/new/", typed).status_code == 400
    elsewhere = typed | {"office": world.there.pk}
    assert signed_in.bureau.post("/mediation/bodies/new/", elsewhere).status_code == 400
    typed |= {"office": beside.pk}
    assert signed_in.bureau.post("/mediation/bodies/new/", typed).status_code == 302
    assert Body.objects.get(name="城南村调委会").office == beside


def test_somebody_new_takes_a_seat_and_somebody_known_another(world, signed_in, url):
    studio = make_body(world.office, name="工作室", kind="studio", people=())
    typed = {"name": "骆长青", "post": "engaged", "on": TODAY, "fit": "on"}
    typed |= {"specialities": ["labour"], "full_time": "on"}
    assert signed_in.clerk.post(f"{url}join/", typed).status_code == 302
    made = Mediator.objects.get(name="骆长青")
    assert (made.specialities, made.full_time, made.woman) == (["labour"], True, False)
    typed = {"mediator": made.pk, "post": "head", "on": TODAY, "fit": "on"}
    assert signed_in.clerk.post(f"{studio.get_absolute_url()}join/", typed).status_code == 302
    assert made.seats.count() == 2


def test_the_days_on_which_it_was_made_known_are_written(world, signed_in, url):
    typed = {"announced_on": "2025-03-05", "filed_on": "2025年3月6日"}
    assert signed_in.clerk.post(f"{url}filing/", typed).status_code == 302
    tenure = Tenure.objects.get()
    assert (tenure.filed_on.isoformat(), tenure.court_told_on) == ("2025-03-06", None)


def test_a_training_is_written_for_all_who_took_part(world, signed_in):
    everybody = list(Mediator.objects.values_list("pk", flat=True))
    typed = {"on": TODAY, "subject": "调解技巧", "mediators": everybody}
    assert signed_in.clerk.post("/mediation/mediators/training/", typed).status_code == 302
    assert Training.objects.count() == len(everybody)


def test_an_account_is_bound_on_the_page_of_the_mediator(world, signed_in):
    mediator = Mediator.objects.first()
    page = f"{mediator.get_absolute_url()}account/"
    assert signed_in.clerk.post(page, {"account": world.mediator.pk}).status_code == 302
    mediator.refresh_from_db()
    assert mediator.account == world.mediator


def test_the_other_forms_write_too(world, signed_in, url):
    client, head = signed_in.clerk, world.committee.seats.first()
    other = world.committee.seats.last()
    steps = [
        (f"{url}change/", {"name": "新名调委会", "multi_ethnic": "on"}),
        (f"/mediation/seats/{other.pk}/end/", {"on": TODAY, "end": "resigned"}),
        (f"{url}renew/", {"on": TODAY, "stay": [head.pk]}),
        (f"{head.mediator.get_absolute_url()}change/", {"name": "孙桂芬", "woman": "on"}),
        (f"{url}close/", {"on": TODAY, "why": "并村"}),
    ]
    for page, typed in steps:
        assert client.get(page).status_code == 200, page
        assert client.post(page, typed).status_code == 302, page
    body = Body.objects.get(pk=world.committee.pk)
    assert (body.name, body.multi_ethnic, body.end_reason) == ("新名调委会", True, "并村")
    assert body.tenures.count() == 2
    assert not body.seats.filter(ends_on=None).exists()
    assert Mediator.objects.filter(name="孙桂芬").exists()


@pytest.mark.parametrize(
    ("page", "typed", "words"),
    [
        ("join/", {"post": "member", "on": TODAY, "fit": "on"}, "请填姓名"),
        ("join/", {"name": "某人", "post": "member", "on": TODAY}, "第十四条"),
        ("join/", {"name": "某人", "post": "king", "on": TODAY, "fit": "on"}, "选择"),
        ("change/", {"name": ""}, "请填名称"),
        ("renew/", {"on": "2099-01-01"}, "不能晚于今天"),
        ("renew/", {"on": "昨天"}, "应为日期"),
        ("filing/", {"filed_on": "1999-01-01"}, "不能早于"),
        ("close/", {"on": TODAY}, "请写明原因"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(world, signed_in, url, page, typed, words):
    answer = signed_in.clerk.post(f"{url}{page}", typed)
    assert answer.status_code == 400
    assert words in answer.content.decode()
    assert world.committee.seats.count() == 3
    assert Tenure.objects.get().filed_on is None
