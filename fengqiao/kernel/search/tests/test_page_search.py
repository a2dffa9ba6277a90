"""The page 搜索, with kinds of its own: offices for all who are signed in."""

import pytest

from fengqiao.kernel.accounts.permissions import SEE_AREAS
from fengqiao.kernel.areas.models import AreaName
from fengqiao.kernel.search import registry
from fengqiao.kernel.search.registry import Hit, Kind
from fengqiao.registers.people.tests.made import make_office, make_user

URL = "/search/"


def find(user, words):
    rows = AreaName.objects.visible_to(user)
    for word in words:
        rows = rows.filter(name__contains=word)
    return rows.order_by("code")


def shown(user, rows):
    return [Hit(row.name, f"/areas/{row.pk}/", row.code) for row in rows]


@pytest.fixture
def places(db, monkeypatch):
    """One kind: places."""
    kind = Kind("places", "地方", "个", SEE_AREAS, 1, find, shown)
    monkeypatch.setattr(registry, "_kinds", {"places": kind})
    return make_office("321202007", "京泰路司法所")


@pytest.fixture
def clerk(places, sign_in):
    return sign_in(make_user(places))


def ask(client, text):
    return client.post("/search/for/", {"words": text}, follow=True)


def text_of(page):
    assert page.status_code == 200
    return page.content.decode()


def test_what_was_typed_leads_to_what_is_found_and_stands_in_no_address(clerk):
    page = ask(clerk, "京泰")
    assert "京泰路司法所" in text_of(page)
    assert "京泰" not in page.redirect_chain[-1][0]
    assert "%E4" not in page.redirect_chain[-1][0]


def test_what_was_typed_stays_in_the_box(clerk):
    assert 'value="京泰"' in text_of(ask(clerk, "京泰"))


def test_what_is_not_there_is_not_found(clerk):
    assert "没有找到" in text_of(ask(clerk, "不存在"))


def test_one_sign_asks_for_another(clerk):
    assert "请再加一个字" in text_of(ask(clerk, "京 泰路"))


def test_nothing_typed_says_what_may_be(clerk):
    for page in (clerk.get(URL), ask(clerk, "  ")):
        assert "找什么" in text_of(page)


def test_an_address_of_somebody_else_finds_nothing(clerk, places, sign_in):
    address = ask(clerk, "京泰").redirect_chain[-1][0]
    page = text_of(sign_in(make_user(places)).get(address))
    assert "京泰路司法所</a>" not in page
    assert "已经过期" in page


def test_ten_megabytes_of_text_are_cut(clerk):
    assert ask(clerk, "京泰" * 500_000).status_code in (200, 413)


def test_what_one_does_not_see_is_not_counted(clerk, places):
    make_office("321202108", "新京泰司法所")
    page = text_of(ask(clerk, "京泰"))
    assert "1 个" in page
    assert "新京泰" not in page


def test_few_are_shown_first_and_all_behind_a_link(places, sign_in, city_client):
    for number in range(60):
        make_office(f"32120210{number:02}", f"第{number:02}京泰司法所")
    page = ask(city_client, "京泰")
    assert "全部 61 个地方" in text_of(page)
    address = page.redirect_chain[-1][0]
    first, second = (text_of(city_client.get(f"{address}&in=places&page={n}")) for n in (1, 2))
    assert first.count('href="/areas/') == 50
    assert second.count('href="/areas/') == 11


def test_who_may_search_nothing_has_no_box(places, sign_in, monkeypatch):
    client = sign_in(make_user(places))
    assert "data-search" in client.get(URL).content.decode()
    monkeypatch.setattr(registry, "_kinds", {})
    assert "data-search" not in client.get(URL).content.decode()


def test_who_is_not_signed_in_is_sent_to_sign_in(client):
    assert client.get(URL).status_code == 302
    assert client.post("/search/for/", {"words": "京泰"}).status_code == 302


def test_no_cache_keeps_the_page(clerk):
    assert "no-store" in clerk.get(URL)["Cache-Control"]
