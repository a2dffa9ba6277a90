"""A file is whole or not there."""

import pytest

from fengqiao.lib.atomic import replacing


def test_the_new_file_takes_the_place_of_the_old_one(tmp_path):
    path = tmp_path / "达标情况.json"
    path.write_text("old")

    with replacing(path) as draft:
        draft.write_text("new")
        assert path.read_text() == "old"

    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_after_an_error_the_old_file_stands_and_nothing_is_left_beside_it(tmp_path):
    path = tmp_path / "达标情况.json"
    path.write_text("old")

    with pytest.raises(ZeroDivisionError), replacing(path) as draft:
        draft.write_text("half")
        raise ZeroDivisionError

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
