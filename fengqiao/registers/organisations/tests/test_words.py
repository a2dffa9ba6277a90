"""The register knows the same words as the roster: what a sheet may say can be stored, and nothing else."""

import pytest

from fengqiao.registers.organisations import enums
from fengqiao.rulebook.roster import sheets


@pytest.mark.parametrize(
    ("stored", "told"),
    [
        (enums.OfficeKind, sheets.OFFICE_KINDS),
        (enums.Size, sheets.SIZES),
        (enums.RoomKind, sheets.ROOMS),
        (enums.EquipmentKind, sheets.EQUIPMENT),
        (enums.Category, sheets.CATEGORIES),
        (enums.Post, sheets.POSTS),
        (enums.Degree, sheets.DEGREES),
        (enums.Party, sheets.PARTIES),
    ],
)
def test_register_and_roster_share_their_words(stored, told):
    assert set(stored.values) == set(told)
