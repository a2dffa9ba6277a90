"""A duty that points at persons must say so, or mergers would forget its rows."""

import pytest

from fengqiao.registers.people import references


def test_every_foreign_key_to_a_person_is_named():
    assert references.check_all(None) == []


def test_one_that_is_forgotten_is_found(monkeypatch):
    monkeypatch.setattr(references, "_references", {})
    (error,) = references.check_all(None)
    assert (error.id, "drawer.Slip.person" in error.msg) == ("people.E001", True)
    with pytest.raises(LookupError):
        references.named("drawer.Slip.person")
