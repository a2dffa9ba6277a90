"""What the tables of a report hold."""

from fengqiao.lib.typography import typeset
from fengqiao.rulebook.reports import columns
from fengqiao.rulebook.reports.sources import legend
from fengqiao.rulebook.reports.tables import printed

from .making import area, office, rooms, signage, small_city

ABOUT = small_city().about


def test_the_rows_of_classes_and_of_offices_without_one_add_up_to_all():
    *parts, whole = columns.sizes(small_city()).rows

    assert [row[0] for row in parts] == ["大型", "中型", "小型", "未分类"]
    assert [sum(row[at] for row in parts) for at in (1, 2, 3, 4)] == whole[1:5]


def test_met_yes_no_items_of_one_clause_share_a_row_and_all_others_stand_alone():
    alike = [rooms(clause="3.2.d"), signage()]
    shared = columns.annex(office("01", area(), *alike), ABOUT).rows
    apart = columns.annex(office("01", area(), rooms("unmet", "3.2.d"), signage()), ABOUT).rows

    assert [printed(row[1]) for row in shared] == [
        "业务用房面积",
        typeset("法治宣传室;标识标牌规范"),
    ]
    assert [printed(row[1]) for row in apart] == ["业务用房面积", "法治宣传室", "标识标牌规范"]
    assert printed(apart[1][4]) == typeset("未达标:没有设立法治宣传室。")


def test_each_source_is_named_with_the_clauses_that_rest_on_it():
    assert legend(office("01", area(), signage())) == [
        "名册 海陵.xlsx(名册导入,2021年12月31日):3.2.a",
        "实地检查(检查认定,2021年11月2日):3.2.d",
    ]
    assert legend(office("01", area())) == ["名册 海陵.xlsx(名册导入,2021年12月31日)"]
