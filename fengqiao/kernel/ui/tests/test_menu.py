import pytest

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
    assert [item.label for item in menu.items(path) if item.current] == current


def test_areas_stand_in_their_order(areas):
    assert [item.label for item in menu.items("/")] == ["a", "b", "c"]
