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
