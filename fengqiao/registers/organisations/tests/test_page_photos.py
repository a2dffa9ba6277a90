"""Photos of the premises on the page of the office."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.files.serving import POLICY
from fengqiao.kernel.files.tests.conftest import picture
from fengqiao.registers.organisations.models import Photo
from fengqiao.registers.organisations.tests.made import SINCE, make_office


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def office(db):
    return make_office(1)


def sent(**changes):
    upload = SimpleUploadedFile("门牌.jpg", changes.pop("data", picture()))
    typed = {"file": upload, "shows": "signage", "taken_on": "2026-11-01", "remark": "新换的门牌"}
    return typed | changes


def page(office):
    return f"/organisations/offices/{office.pk}/"


def add(client, office, **changes):
    return client.post(f"{page(office)}photos/new/", sent(**changes))


def person_of(area, role):
    user = User.objects.create_user(f"{role}{area.pk}", None, name="测试员")
    user.grants.create(role=role, area=area, begins_on=SINCE)
    return user


def test_a_photo_is_taken_shown_on_the_page_and_given_out(city_client, office):
    assert (
        'enctype="multipart/form-data"'
        in city_client.get(f"{page(office)}photos/new/").content.decode()
    )
    assert add(city_client, office).status_code == 302
    photo = Photo.objects.get()
    shown = city_client.get(page(office)).content.decode()
    assert "新换的门牌" in shown
    assert f'src="/organisations/photos/{photo.pk}/"' in shown
    given = city_client.get(f"/organisations/photos/{photo.pk}/")
    assert given["Content-Type"] == "image/jpeg"
    assert given["Content-Security-Policy"] == POLICY
    assert len(b"".join(given)) == photo.stored.size


def test_a_photo_leaves_a_trail_without_the_picture(city_client, cast, office):
    add(city_client, office)
    entry = Entry.objects.get(act="organisations.photo_added")
    assert (entry.by, entry.area) == (cast.city, office)
    assert "新换的门牌" in entry.payload.body


def test_who_looked_at_a_photo_stands_in_the_trail_once_a_day(
    city_client, clerk_client, cast, office
):
    add(city_client, office)
    photo = Photo.objects.get()
    for client in (city_client, city_client, clerk_client):
        assert b"".join(client.get(f"/organisations/photos/{photo.pk}/"))
    seen = Entry.objects.about(photo).filter(act="organisations.photo_seen", area=office)
    assert sorted(entry.by_id for entry in seen) == sorted([cast.city.pk, cast.clerk.pk])


def test_who_may_read_the_trail_is_led_to_who_looked_at_a_photo(city_client, cast, office, sign_in):
    add(city_client, office)
    address = f"/trail/of/organisations.photo/{Photo.objects.get().pk}/"
    director = person_of(office, Role.DIRECTOR)
    assert address in sign_in(director).get(page(office)).content.decode()
    assert address not in city_client.get(page(office)).content.decode()


def test_a_photo_that_no_longer_holds_is_ended_and_stays(city_client, office):
    add(city_client, office)
    photo = Photo.objects.get()
    end = f"/organisations/photos/{photo.pk}/end/"
    assert city_client.get(end).status_code == 200
    assert city_client.post(end, {"on": "2026-11-20"}).status_code == 302
    assert list(city_client.get(page(office)).context["photos"]) == []
    earlier = city_client.get(f"{page(office)}?on=2026-11-19")
    assert list(earlier.context["photos"]) == [photo]
    assert b"".join(city_client.get(f"/organisations/photos/{photo.pk}/"))
    assert Entry.objects.filter(act="organisations.photo_ended").count() == 1
    assert city_client.post(end, {"on": "2026-11-20"}).status_code == 400


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"file": ""}, "file"),
        ({"shows": "somebody"}, "shows"),
        ({"taken_on": "昨天"}, "taken_on"),
        ({"data": b"%PDF-1.7 %%EOF"}, "__all__"),
        ({"data": b"MZ" + bytes(500)}, "__all__"),
        ({"taken_on": date(2020, 1, 1)}, "__all__"),
        ({"taken_on": timezone.localdate() + timedelta(days=2)}, "__all__"),
    ],
)
def test_what_cannot_be_is_said_at_the_form(city_client, office, changes, field, tmp_path):
    answer = add(city_client, office, **changes)
    assert answer.status_code == 400
    assert field in answer.context["form"].errors
    assert not Photo.objects.exists()


def test_an_end_before_the_photo_is_refused(city_client, office):
    add(city_client, office)
    end = f"/organisations/photos/{Photo.objects.get().pk}/end/"
    assert city_client.post(end, {"on": "2026-10-01"}).status_code == 400


def test_outsiders_find_nothing_and_readers_only_look(city_client, office, sign_in):
    add(city_client, office)
    photo = Photo.objects.get()
    addresses = [f"{page(office)}photos/new/", f"/organisations/photos/{photo.pk}/end/"]
    outsider = sign_in(person_of(make_office(2), Role.ASSISTANT))
    assert outsider.get(f"/organisations/photos/{photo.pk}/").status_code == 404
    assert [outsider.get(url).status_code for url in addresses] == [404, 404]
    reader = sign_in(person_of(office, Role.CORRECTION_OFFICER))
    assert b"".join(reader.get(f"/organisations/photos/{photo.pk}/"))
    assert [reader.get(url).status_code for url in addresses] == [403, 403]
    assert "photos/new" not in reader.get(page(office)).content.decode()


def test_nobody_sees_a_photo_without_signing_in(city_client, client, office):
    add(city_client, office)
    answer = client.get(f"/organisations/photos/{Photo.objects.get().pk}/")
    assert answer.status_code == 302
    assert "/accounts/login/" in answer["Location"]


def test_the_page_takes_as_many_queries_however_many_photos(city_client, office, queries):
    add(city_client, office)
    one = len(queries(lambda: city_client.get(page(office))))
    for _number in range(3):
        add(city_client, office)
    assert len(queries(lambda: city_client.get(page(office)))) == one
