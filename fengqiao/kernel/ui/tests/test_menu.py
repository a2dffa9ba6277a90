import pytest

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.ui import menu


@pytest.fixture
def areas(monkeypatch):
    monkeypatch.setattr(menu, "_entries", {})
    urls = {"b": "/judged/", "a": "/", "c": "/judged/kept/"}
    monkeypatch.setattr(menu, "reverse", urls.__getitem__)
    for order, (name, _url) in enumerate(sorted(urls.items())):
        menu.add(menu.Entry(name, name, "home", order))


@pytest.mark.parametrize(
    ("path", "current"),
    [("/", ["a"]), ("/judged/x/", ["b"]), ("/judged/kept/1/", ["c"]), ("/other/", [])],
)
def test_the_area_with_the_longest_address_is_current(areas, path, current):
    assert [item.label for item in menu.items(path, User()) if item.current] == current


def test_areas_stand_in_their_order(areas):
    assert [item.label for item in menu.items("/", User())] == ["a", "b", "c"]


def test_only_areas_that_one_may_enter_are_drawn(areas, cast):
    menu.add(menu.Entry("b", "b", "home", 1, "organisations.classify"))
    assert [item.label for item in menu.items("/", cast.bureau)] == ["a", "b", "c"]
    assert [item.label for item in menu.items("/", cast.clerk)] == ["a", "c"]


@pytest.mark.parametrize(
    ("count", "in_bar", "behind"), [(3, 3, 0), (5, 5, 0), (6, 4, 2), (9, 4, 5)]
)
def test_what_has_no_room_in_the_bar_of_a_phone_stands_behind_more(
    monkeypatch, count, in_bar, behind
):
    monkeypatch.setattr(menu, "_entries", {})
    monkeypatch.setattr(menu, "reverse", lambda name: f"/{name}/")
    for number in range(count):
        menu.add(menu.Entry(str(number), str(number), "home", number))
    drawn = menu.menu_of(f"/{count - 1}/", User())
    assert (len(drawn.first), len(drawn.rest)) == (in_bar, behind)
    assert drawn.rest_is_current == bool(behind)
