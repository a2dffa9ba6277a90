"""The pages 账号: an account is made with its first role, roles are given and ended, a code is shown once."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse
from django.utils import timezone

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.audit.models import Entry

NEW = reverse("access:new")


def until(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


@pytest.fixture
def typed(world) -> dict[str, object]:
    return {
        "name": "何静宜",
        "username": "hejingyi",
        "phone": "",
        "area": world.here.village.pk,
        "begins_on": until(0),
        "ends_on": until(365),
        "reason": "聘任合同",
    }


def url(name: str, user: User) -> str:
    return reverse(f"access:{name}", args=[user.pk])


def test_a_director_makes_an_account_for_an_adviser(world, director, sign_in, typed):
    page = sign_in(director)
    response = page.post(f"{NEW}?role=village_adviser", typed)
    made = User.objects.get(username="hejingyi")
    assert response.url == url("account", made)
    assert made.grants.get().role == Role.VILLAGE_ADVISER
    assert made.grants.get().given_by == director
    assert not made.has_usable_password()
    assert "何静宜" in page.get(reverse("access:accounts")).content.decode()


def test_he_is_offered_his_own_villages_only(world, director, sign_in):
    text = sign_in(director).get(f"{NEW}?role=village_adviser").content.decode()
    assert "甲司法所村" in text
    assert "乙司法所村" not in text


def test_where_there_are_several_areas_he_chooses_one(system, sign_in, typed):
    page, asked = sign_in(system), f"{NEW}?role=district_admin"
    (first, _label), *_others = page.get(asked).context["form"].fields["area"].choices
    answer = page.post(asked, {**typed, "area": ""})
    assert (first, answer.status_code) == ("", 400)
    assert "请选择区域" in answer.content.decode()


def test_another_village_typed_by_hand_is_refused(world, director, sign_in, typed):
    typed["area"] = world.there.village.pk
    assert sign_in(director).post(f"{NEW}?role=village_adviser", typed).status_code == 400
    assert not User.objects.filter(username="hejingyi").exists()


def test_a_role_that_is_not_his_to_give_is_no_page(director, sign_in):
    page = sign_in(director)
    assert page.get(f"{NEW}?role=auditor").status_code == 404
    assert "审计员" not in page.get(NEW).content.decode()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "值班室", "账号不能公用"),
        ("username", "", "请填写"),
        ("ends_on", "", "请填日期"),
        ("phone", "123", "手机号码"),
        ("begins_on", "2020-01-01", "不能早于今天"),
        ("reason", "", "请写明依据"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(field, value, words, director, sign_in, typed):
    response = sign_in(director).post(f"{NEW}?role=village_adviser", {**typed, field: value})
    assert response.status_code == 400
    assert words in response.content.decode()
    assert not User.objects.filter(username="hejingyi").exists()


def test_a_user_name_is_taken_once(world, director, clerk, sign_in, typed):
    typed["username"] = clerk.username.upper()
    response = sign_in(director).post(f"{NEW}?role=village_adviser", typed)
    assert "已有这个用户名" in response.content.decode()


def test_the_list_filters_by_name_role_and_state(world, admin, director, clerk, sign_in):
    world.there.person(Role.ASSISTANT)
    page, address = sign_in(admin), reverse("access:accounts")
    names = {user.name for user in (director, clerk)}

    def listed(query: str) -> set[str]:
        text = page.get(f"{address}?{query}").content.decode().partition('id="list"')[2]
        return {name for name in names if name in text}

    assert listed("") == names
    assert listed("role=assistant") == {clerk.name}
    assert listed(f"q={director.username}") == {director.name}
    assert listed("state=closed") == set()
    assert "乙司法所" not in page.get(address).content.decode()


def test_one_account_shows_only_the_roles_that_lie_in_ones_area(world, admin, clerk, sign_in):
    clerk.grants.create(
        role=Role.ASSISTANT, area=world.there.office, begins_on=timezone.localdate()
    )
    text = sign_in(admin).get(url("account", clerk)).content.decode()
    assert "甲司法所" in text
    assert "乙司法所" not in text


def test_a_role_is_given_and_ended_on_the_page(world, director, clerk, sign_in):
    page = sign_in(director)
    given = {
        "area": world.here.town.pk,
        "begins_on": until(0),
        "ends_on": until(30),
        "reason": "聘任",
    }
    address = url("give", clerk)
    assert page.post(f"{address}?role=mediator", given).status_code == 302
    grant = clerk.grants.get(role=Role.MEDIATOR)
    end = reverse("access:end", args=[grant.pk])
    assert page.post(end, {"on": until(0), "reason": ""}).status_code == 400
    assert page.post(end, {"on": until(0), "reason": "解聘"}).status_code == 302
    grant.refresh_from_db()
    assert grant.ends_on == timezone.localdate()


def test_the_code_is_shown_once_and_not_kept_by_the_browser(director, clerk, sign_in):
    response = sign_in(director).post(url("code", clerk))
    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"
    assert clerk.one_time_codes.live().count() == 1


def test_no_code_for_who_is_above(world, director, admin, sign_in):
    city = world.here.person(Role.CITY_BUREAU)
    assert sign_in(director).post(url("code", admin)).status_code == 404
    assert sign_in(admin).post(url("code", city)).status_code == 404


def test_who_may_only_look_is_offered_no_act(world, clerk, sign_in):
    auditor = world.here.person(Role.AUDITOR)
    text = sign_in(auditor).get(url("account", clerk)).content.decode()
    assert "授予角色" not in text
    assert "停用账号" not in text
    assert sign_in(auditor).get(url("close", clerk)).status_code == 403


def test_an_account_is_closed_and_opened_again(director, clerk, sign_in):
    page = sign_in(director)
    assert page.post(url("close", clerk), {"reason": "离职"}).status_code == 302
    assert "已停用" in page.get(url("account", clerk)).content.decode()
    assert page.post(url("reopen", clerk), {"reason": "返岗"}).status_code == 302
    clerk.refresh_from_db()
    assert clerk.is_active


def test_an_outsider_finds_no_account(world, clerk, sign_in):
    elsewhere = world.there.person(Role.DISTRICT_ADMIN)
    for name in ("account", "give", "close", "reopen"):
        assert sign_in(elsewhere).get(url(name, clerk)).status_code == 404


def test_the_list_asks_a_fixed_number_of_questions(world, admin, clerk, sign_in, queries):
    page = sign_in(admin)
    few = len(queries(lambda: page.get(reverse("access:accounts"))))
    for role in Role:
        world.here.person(role)
    assert len(queries(lambda: page.get(reverse("access:accounts")))) <= few <= 12


def test_lost_second_factors_are_reset_face_to_face(director, clerk, sign_in):
    page = sign_in(director)
    assert "重置两步验证" not in page.get(url("account", clerk)).content.decode()
    Authenticator.objects.create(user=clerk, type="webauthn", data={"name": "密钥"})
    assert url("reset", clerk) in page.get(url("account", clerk)).content.decode()
    assert "核对身份" in page.get(url("reset", clerk)).content.decode()
    answer = page.post(url("reset", clerk), follow=True)
    assert "已重置" in answer.content.decode()
    assert not Authenticator.objects.exists()
    entry = Entry.objects.get(act="accounts.factor_removed")
    assert (entry.by, entry.subject_id) == (director, clerk.pk)


def test_nobody_resets_the_second_factor_of_who_is_above(world, director, admin, sign_in):
    Authenticator.objects.create(user=admin, type="webauthn", data={"name": "密钥"})
    assert sign_in(director).post(url("reset", admin)).status_code == 404
    assert sign_in(admin).post(url("reset", admin)).status_code == 403
    assert Authenticator.objects.count() == 1
