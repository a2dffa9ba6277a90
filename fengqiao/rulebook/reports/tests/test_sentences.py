"""The sentences of a report."""

from dataclasses import replace

from fengqiao.lib.typography import typeset
from fengqiao.rulebook.reports import sentences, summary

from .making import area, judged, office, small_city


def test_the_title_comes_from_the_standard_whatever_its_city():
    city = small_city()
    assert sentences.title(city) == "泰州新时代“枫桥式”司法所达标情况报告"

    city.title = "某县司法所工作方案"
    assert sentences.title(city) == "某县司法所达标情况报告"

    city.title = "考核办法"
    assert sentences.title(city) == "考核办法达标情况报告"


def test_the_overview_names_day_standard_sizes_and_offices_without_a_class():
    text = sentences.scope(small_city())

    assert "截至2021年12月31日" in text
    assert "2个市(区)司法所7个" in text
    assert "大型3个、中型2个、小型1个、尚未确定分类1个" in text


def test_the_outcome_gives_met_unmet_and_open():
    text = sentences.outcome(small_city())

    assert text == "经逐项评定,达标2个,达标率28.6%;未达标4个,因资料不全待定1个。"


def test_the_overview_puts_rates_beside_targets_and_says_where_there_is_no_such_office():
    text = sentences.sizes(judged([office("01"), office("02", area("unmet"))]))

    assert "大型司法所达标1个,达标率50.0%(年度目标90%)" in text
    assert "无中型司法所" in text


def test_districts_are_named_as_done_or_with_what_they_are_short_of():
    text = sentences.districts(small_city())

    assert "已完成年度目标的市(区)1个:高港区" in text
    assert "海陵区大型还差2个、中型还差1个、小型还差1个" in text


def test_reasons_count_offices_and_items():
    city = small_city()
    text = sentences.reasons(city, summary.most_lacked(summary.item_totals(city)))

    assert "未达标的4个司法所共有未达标项目5项次,涉及2个项目" in text
    assert "业务用房面积(3个)、标识标牌规范(2个)" in text


def test_a_city_where_all_meet_says_so():
    city = judged([office("01")])

    assert sentences.reasons(city, []) == "各司法所均无未达标项目。"
    assert sentences.wanted(city, []) == "各司法所资料齐全,没有需要补充的项目。"
    assert sentences.nearest(city, 0) == "没有未达标的司法所。"


def test_missing_data_name_the_offices_that_they_alone_keep_open():
    city = small_city()
    text = sentences.wanted(city, summary.most_unknown(summary.item_totals(city)))

    assert "有2个司法所的2个项目资料不全" in text
    assert "1个没有未达标项目,补齐资料后即可作出结论" in text


def test_offices_without_a_class_are_told_apart_where_data_are_missing():
    city = judged([office("01", area("unknown"), size=None), office("02", area("unknown"))])
    text = sentences.wanted(city, summary.most_unknown(summary.item_totals(city)))

    assert "1个尚未确定分类,按分类提出要求的项目都待定,应先认定分类;2个没有未达标项目" in text


def test_the_basis_names_document_days_in_force_and_the_day_judged():
    city = small_city()
    said = sentences.basis(city)
    assert "自2021年8月19日起施行的版本" in said
    assert "按2021年12月31日的情况" in said

    until, ground = city.about.valid_from.replace(year=2025), "《方案》(某局2021年8月19日印发)"
    city.about = replace(city.about, valid_to=until, ground=ground)
    assert "2025年8月19日起失效" in sentences.basis(city)
    assert sentences.basis(city).startswith("依据《方案》(某局2021年8月19日印发)")


def test_no_word_of_a_machine_stands_in_the_text():
    city = small_city()
    text = "".join([sentences.basis(city), *sentences.readings(city)])
    assert not any(word in text for word in (city.standard, city.digest[:12], city.edition))


def test_every_reading_of_the_standard_is_given():
    first, reading = sentences.readings(small_city())

    assert typeset(first).endswith("\uff1a")
    assert reading.startswith("1.关于3.3.c:")
    assert reading.endswith("视为达到。")
