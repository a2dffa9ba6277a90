import pytest

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.registers.organisations import actions
from fengqiao.registers.organisations.models import Room, StaffRecord
from fengqiao.registers.organisations.tests.made import make_office, make_person
from fengqiao.registers.organisations.tests.test_taking_back import LATER, LEFT

WHY = {"why": "名册漏列,一直在岗"}


@pytest.fixture
def left(db):
    """The row that says that a person has left."""
    actions.leave_staff(person=make_person(make_office(), "周远"), on=LEFT, by=None)
    return StaffRecord.objects.get(left_on=LEFT)


@pytest.fixture
def url(left):
    return f"/organisations/taken-back/staff/{left.pk}/"


def page_of(left):
    return f"/organisations/offices/{left.staff.office_id}/"


def test_the_history_leads_to_the_page_and_then_tells_who_took_it_back_and_why(
    city_client, cast, left, url
):
    assert f'href="{url}"' in city_client.get(page_of(left)).content.decode()
    assert "2024-05-01" in city_client.get(url).content.decode()
    done = city_client.post(url, WHY, follow=True).content.decode()
    for words in (
        "周远:撤回这一天起的离职".replace(":", "："),
        "名册漏列,一直在岗",
        cast.city.name,
    ):
        assert words in done
    assert f'href="{url}"' not in done
    assert StaffRecord.objects.employed_on(LATER).filter(staff=left.staff).exists()


def test_without_a_reason_it_is_said_at_the_field(city_client, left, url):
    page = city_client.post(url, {"why": " "})
    assert page.status_code == 400
    assert "why" in page.context["form"].errors
    assert not StaffRecord.objects.employed_on(LATER).exists()


def test_what_was_taken_back_or_never_ended_has_no_page(city_client, left, url):
    room = Room.objects.get()
    assert city_client.get(f"/organisations/taken-back/rooms/{room.pk}/").status_code == 404
    city_client.post(url, WHY)
    assert city_client.post(url, WHY).status_code == 404


@pytest.mark.parametrize("path", ["staff/999999", "villages/1"])
def test_what_is_not_there_is_404(city_client, db, path):
    assert city_client.get(f"/organisations/taken-back/{path}/").status_code == 404


def test_without_sign_in_it_leads_to_the_sign_in_page(client, url):
    assert client.get(url)["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("role", [Role.CORRECTION_OFFICER, Role.DISTRICT_ADMIN])
def test_who_may_only_see_is_refused_and_finds_no_link(sign_in, left, url, role):
    reader = User.objects.create_user("reader", "x", name="戴立新")
    reader.grants.create(role=role, begins_on="2020-01-01")
    client = sign_in(reader)
    assert client.post(url, WHY).status_code == 403
    assert "taken-back" not in client.get(page_of(left)).content.decode()


def test_the_page_takes_as_many_queries_beside_thirty_persons(city_client, queries, left, url):
    one = len(queries(lambda: city_client.get(url)))
    for number in range(30):
        make_person(left.staff.office, f"人员{number}")
    assert len(queries(lambda: city_client.get(url))) == one
