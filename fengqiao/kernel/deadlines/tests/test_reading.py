"""Days are read out of the words of a notice, or the sentence that hinders it is named."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fengqiao.kernel.deadlines.calendar import announced
from fengqiao.kernel.deadlines.reading import read
from fengqiao.lib.days import SATURDAY
from fengqiao.lib.faults import InputRefused

OF_2026 = """一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。"""


def test_the_words_of_2026_give_the_days_that_came_with_the_system():
    found = read(OF_2026, 2026)
    weekdays = {day for day in found.off if day.weekday() < SATURDAY}
    assert weekdays == announced()[2026].off
    assert set(found.worked) == announced()[2026].worked


def test_a_holiday_may_reach_into_the_year_before():
    found = read("2026年12月31日至2027年1月2日放假调休。", 2027)
    assert found.off == (date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 2))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1月1日至3日", "看不出“1月1日至3日”是放假还是上班"),
        ("2月30日放假。", "没有2月30日这一天"),
        ("13月1日放假。", "没有13月1日这一天"),
        ("3日放假。", "没有写月份"),
        ("1月5日至3日放假。", "起止日期不对"),
        ("1月1日至6月1日放假。", "起止日期不对"),
        ("2025年5月1日放假。", "2025-05-01不在2027年"),
        ("1月2日放假。1月2日上班。", "既写了放假又写了上班"),
        ("1月1日放假。1月4日上班。", "2027-01-04是星期一,本来就上班"),
        ("共放假十三天。", "没有读到放假的日子"),
        ("", "没有读到放假的日子"),
    ],
)
def test_what_cannot_be_right_is_named(text, said):
    with pytest.raises(InputRefused) as caught:
        read(text, 2027)
    assert said in caught.value.message


@given(st.text(max_size=300))
def test_no_text_leads_to_anything_but_days_or_a_sentence(text):
    said, off = "", ()
    try:
        off = read(text, 2027).off
    except InputRefused as refused:
        said = refused.message
    assert bool(said) != bool(off)


@given(st.dates(date(2027, 1, 1), date(2027, 12, 10)), st.integers(1, 10))
def test_a_span_is_read_whole(first, length):
    last = first + timedelta(days=length)
    text = f"{first.month}月{first.day}日至{last.month}月{last.day}日放假。"
    assert read(text, 2027).off == tuple(first + timedelta(days=n) for n in range(length + 1))
