import pytest
from hypothesis import given
from hypothesis import strategies as st

from fengqiao.lib import masks


@pytest.mark.parametrize(
    ("mask", "value", "shown"),
    [
        (masks.name, "许晓燕", "许**"),
        (masks.name, "许燕", "许**"),
        (masks.name, "", ""),
        (masks.paper_number, "321202198001011234", "321202********1234"),
        (masks.paper_number, "E12345678", "E******78"),
        (masks.paper_number, "E1", "**"),
        (masks.phone, "13812345678", "138****5678"),
        (masks.phone, "0523-86881234", "0523-****1234"),
        (masks.phone, "12348", "****"),
        (
            masks.address,
            "江苏省泰州市海陵区京泰路街道学院路8号",
            "江苏省泰州市海陵区京泰路街道****",
        ),
        (masks.address, "兴化市安丰镇九里村3组", "兴化市安丰镇****"),
        (masks.address, "安丰镇九里村3组", "安丰镇****"),
        (masks.address, "海陵区迎春路1号", "海陵区****"),
        (masks.address, "九里村3组12号", "****"),
        (masks.address, "", ""),
    ],
)
def test_a_mask_leaves_what_people_need_to_tell_apart(mask, value, shown):
    assert mask(value) == shown


@given(st.text("0123456789", min_size=18, max_size=18))
def test_the_birth_date_is_never_shown(number):
    assert masks.paper_number(number)[6:14] == "********"


@given(st.text("0123456789ABCDEFGH", min_size=6, max_size=17))
def test_of_another_paper_three_signs_are_shown(number):
    assert len(masks.paper_number(number).replace("*", "")) == 3


@given(st.text("村路巷组号0123456789栋单元", min_size=1, max_size=30))
def test_of_an_address_nothing_below_the_town_is_shown(rest):
    assert masks.address(f"兴化市安丰镇{rest}") == "兴化市安丰镇****"
