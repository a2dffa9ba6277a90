import pytest

from fengqiao.registers.organisations.branch import advise


@pytest.mark.parametrize(
    ("members", "name"),
    [
        (0, "联合党支部"),
        (2, "联合党支部"),
        (3, "独立党支部"),
        (6, "独立党支部"),
        (7, "党支部委员会"),
    ],
)
def test_the_number_of_full_members_says_which_branch_is_due(members, name):
    assert advise(members, 0, "中型").name == name


def test_what_is_missing_for_the_next_form_is_said():
    assert advise(2, 0, "中型").missing == "再有 1 名正式党员,应设独立党支部"
    assert advise(7, 0, "中型").missing == ""


@pytest.mark.parametrize(
    ("members", "size", "instructor"),
    [(2, "小型", True), (3, "小型", False), (2, "中型", False), (2, None, False)],
)
def test_only_a_small_office_without_the_conditions_may_get_an_instructor(
    members, size, instructor
):
    assert advise(members, 0, size).instructor is instructor
