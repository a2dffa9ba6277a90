"""Pictures of charts."""

from fractions import Fraction

from fengqiao.lib.typography import typeset
from fengqiao.rulebook.reports import charts, drawing, summary

from .making import judged, office

PNG = b"\x89PNG\r\n"


def test_rates_are_bars_beside_their_target_and_a_missing_class_is_said(city):
    (chart,) = charts.rates(city)
    large = chart.panels[0]

    assert [panel.title for panel in chart.panels] == [
        "大型(目标90%)",
        "中型(目标30%)",
        "小型(目标10%)",
    ]
    assert large.target == float(Fraction(9, 10))
    assert [(bar.label, bar.text, bar.short) for bar in large.bars] == [
        ("海陵区", "33.3%", True),
        ("高港区", "无此类司法所", False),
    ]
    assert typeset("大型(目标90%)") in chart.spoken


def test_many_districts_take_several_charts():
    city = judged(office(f"{place:03}", district=f"{place:03}区") for place in range(41))

    drawn = charts.rates(city)
    assert [len(chart.panels[0].bars) for chart in drawn] == [20, 20, 1]


def test_the_reasons_chart_shows_the_most_lacked_items(city):
    chart = charts.reasons(summary.most_lacked(summary.item_totals(city)))

    assert [(bar.label, bar.value) for bar in chart.panels[0].bars] == [
        ("业务用房面积", 3),
        ("标识标牌规范", 2),
    ]


def test_the_same_chart_gives_the_same_bytes(city):
    (chart,) = charts.rates(city)

    assert drawing.svg(chart) == drawing.svg(chart)
    assert drawing.png(chart) == drawing.png(chart)
    assert drawing.png(chart).startswith(PNG)


def test_a_character_that_the_font_lacks_is_marked_instead_of_warned_of():
    (chart,) = charts.rates(judged([office("01", district="\U0003134a\ue000区")]))

    assert drawing.png(chart).startswith(PNG)


def test_drawing_leaves_the_settings_of_others_alone(city):
    import matplotlib as mpl

    before = dict(mpl.rcParams)
    drawing.svg(charts.rates(city)[0])

    assert dict(mpl.rcParams) == before
