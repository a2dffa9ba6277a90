from datetime import date

import pytest
from django import forms
from django.template import RequestContext, Template
from django.test import RequestFactory

from fengqiao.kernel.ui.paging import page_of
from fengqiao.lib.typography import typeset
from fengqiao.rulebook.tables import Source


def draw(template, request=None, **context):
    request = request or RequestFactory().get("/")
    return Template("{% load ui %}" + template).render(RequestContext(request, context))


class Form(forms.Form):
    name = forms.CharField(label="姓名", help_text="按身份证写,不要简称")
    kind = forms.ChoiceField(label="类型", choices=[("a", "甲")])
    flags = forms.MultipleChoiceField(
        label="要点", choices=[("a", "甲")], widget=forms.CheckboxSelectMultiple, required=False
    )
    sure = forms.BooleanField(label="确认", required=False)


@pytest.mark.parametrize(
    ("value", "word"),
    [("met", "达标"), ("unmet", "未达标"), ("unknown", "未知"), (True, "达标"), (None, "未知")],
)
def test_a_verdict_is_a_word_and_never_colour_alone(value, word):
    drawn = draw("{% verdict value %}", value=value)
    assert f" {word}</span>" in drawn
    assert "aria-hidden" in drawn


def test_a_source_tells_kind_text_and_date():
    drawn = draw("{% fact_source source %}", source=Source("found", "王某", date(2026, 3, 1)))
    assert "检查认定" in drawn
    assert "王某" in drawn
    assert "2026-03-01" in drawn
    assert "没有来源" in draw("{% fact_source source %}", source=None)


def test_pages_keep_the_filters_of_the_address(rf):
    request = rf.get("/?kind=a&page=2")
    drawn = draw("{% pagination page %}", request, page=page_of(request, range(120)))
    assert 'href="?kind=a&amp;page=3"' in drawn
    assert "第 51–100 条" in drawn


def test_a_column_head_turns_the_order_and_goes_back_to_the_first_page(rf):
    drawn = draw("{% sortable '面积' 'area' %}", rf.get("/?sort=area&page=3"))
    assert 'aria-sort="ascending"' in drawn
    assert 'href="?sort=-area"' in drawn


def test_a_form_says_at_the_field_and_on_top_what_is_wrong():
    form = Form({"name": "", "kind": "z"})
    drawn = draw("{% form_errors form %}{{ form.name.as_field_group }}", form=form)
    assert 'href="#id_name"' in drawn
    assert 'aria-invalid="true"' in drawn
    assert 'aria-describedby="id_name_helptext id_name_error"' in drawn
    assert 'id="id_name_error"' in drawn
    assert typeset("按身份证写,不要简称") in drawn


@pytest.mark.parametrize(
    ("field", "css"),
    [("name", "form-control"), ("kind", "form-select"), ("sure", "form-check-input")],
)
def test_a_widget_has_the_class_of_its_kind(field, css):
    assert f'class="{css}"' in draw("{{ field|styled }}", field=Form()[field])


def test_a_group_of_boxes_is_a_fieldset():
    drawn = draw("{{ form.flags.as_field_group }}", form=Form())
    assert "<fieldset" in drawn
    assert "form-control" not in drawn


def test_a_chart_carries_its_numbers_and_cannot_break_out_of_its_script():
    drawn = draw(
        '{% chart "rates" option title="达标率" table=table %}',
        option={"title": {"text": "</script><script>alert(1)"}},
        table={"head": ["市(区)", "率"], "rows": [["海陵区", "80%"]]},
    )
    assert "<script>alert" not in drawn
    assert "<td>海陵区</td>" in drawn


def test_a_progress_bar_asks_until_it_is_done():
    assert 'hx-get="/job/"' in draw('{% progress "/job/" 30 "正在导入" %}')
    assert "hx-get" not in draw('{% progress "/job/" 100 "已完成" done=True %}')


def test_a_rate_bar_of_nothing_is_empty_and_says_its_numbers():
    assert 'aria-label="0/0"' in draw("{% rate_bar 0 0 %}")
    assert typeset('aria-label="3/4,目标 80.0%"') in draw("{% rate_bar 3 4 target=0.8 %}")


def test_an_empty_page_says_what_to_do_first():
    drawn = draw('{% empty "没有待办" action="今日" action_url="/" %}')
    assert 'href="/"' in drawn


def test_an_empty_page_offers_nothing_that_its_reader_may_not_do():
    drawn = draw('{% empty "没有名册" action="导入名册" action_url="/imports/" %}')
    assert "没有名册" in drawn
    assert "/imports/" not in drawn


def test_a_single_box_stands_before_its_words_which_are_its_label():
    class Ticking(forms.Form):
        told = forms.BooleanField(label="已告知,各方", required=False, help_text="先问清")

    drawn = Ticking().as_div()
    label = drawn[drawn.index("<label") : drawn.index("</label>")]
    assert 'for="id_told"' in label
    assert label.index("<input") < label.index("已告知，各方")
    assert drawn.count("<input") == 1
    assert "先问清" in drawn
