from fengqiao.kernel.documents.layouts import (
    BLANK,
    Cell,
    Form,
    Number,
    Para,
    Title,
    filled,
    places,
    set_text,
)

LAYOUT = (
    Title("{{ 类别 }}书"),
    Number(),
    Form(((Cell("当事人", "{{ 当事人 }}"), Cell("日期", "{{ 日期 }}")),)),
    Para("经查,{{ 事实 }}。\n理由:{{ 理由 }}"),
)
VALUES = {
    "类别": "申请",
    "案号": "(2026)海陵人调字第00012号",
    "当事人": "周海涛",
    "日期": "",
    "事实": "漏水",
}


def test_a_layout_names_all_its_places():
    assert places(LAYOUT) == {"类别", "案号", "当事人", "日期", "事实", "理由"}


def test_an_empty_place_is_a_line_in_a_sentence_and_nothing_in_a_form():
    title, number, form, para = (part["block"] for part in filled(LAYOUT, {**VALUES, "理由": ""}))
    assert title.text == "申请书"
    assert number.text == "(2026)海陵人调字第00012号"
    assert [cell.text for cell in form.rows[0]] == ["周海涛", ""]
    assert para.lines == ["经查\uff0c漏水。", f"理由\uff1a{BLANK}"]


def test_a_value_may_hold_braces_and_several_lines():
    said = filled((Para("{{ 事实 }}"),), {"事实": "一、{{ 当事人 }}\n二、完"})
    assert said[0]["block"].lines == ["一、{{ 当事人 }}", "二、完"]


def test_words_are_typeset_and_places_are_not():
    assert (
        set_text("申请人:{{ 申请方 }},(签名)") == "申请人\uff1a{{ 申请方 }}\uff0c\uff08签名\uff09"
    )
