import pytest
from django.template.loader import get_template

from fengqiao.kernel.ui.typesetting import typeset_template

WIDE = ("，", "：", "（", "）")


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("<p>达标:共{{ n }}个</p>", f"<p>达标{WIDE[1]}共{{{{ n }}}}个</p>"),
        ("名称({{ code }})", f"名称{WIDE[2]}{{{{ code }}}}{WIDE[3]}"),
        ('<i title="先办,后看">', f'<i title="先办{WIDE[0]}后看">'),
        ('{% empty "没有,先导入" %}', f'{{% empty "没有{WIDE[0]}先导入" %}}'),
        ('<b data-x="中,文">', '<b data-x="中,文">'),
        ("<script>f('中,文')</script>", "<script>f('中,文')</script>"),
        ("{# 中,文 #}", "{# 中,文 #}"),
        ("{% comment %} 中,文 {% endcomment %}", "{% comment %} 中,文 {% endcomment %}"),
        ("{{ a|default:'b' }}:{{ c }}", f"{{{{ a|default:'b' }}}}{WIDE[1]}{{{{ c }}}}"),
        ("<b>{{ a }}</b>({{ b }})", f"<b>{{{{ a }}}}</b>{WIDE[2]}{{{{ b }}}}{WIDE[3]}"),
        ("处(差1台(件))", f"处{WIDE[2]}差1台{WIDE[2]}件{WIDE[3]}{WIDE[3]}"),
        ("12:30, 3<4", "12:30, 3<4"),
        ("&emsp;&emsp;年&#8195;月", "&emsp;&emsp;年&#8195;月"),
    ],
)
def test_only_chinese_text_is_typeset(source, seen):
    assert typeset_template(source) == seen


def test_templates_are_typeset_when_they_are_loaded(rf):
    page = get_template("ui/chart.html").render({"title": "甲:乙", "option": {}, "name": "x"})
    assert f"甲{WIDE[1]}乙" in page
