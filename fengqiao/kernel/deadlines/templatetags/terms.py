"""How a term is shown wherever it stands."""

from datetime import date

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from fengqiao.kernel.deadlines.models import Term

register = template.Library()
NEAR = 3  # days before the end from which it is amber


@register.simple_tag
def days_left(term: Term, today: date) -> SafeString:
    """还有3天, 今天到期, 逾期2天: in words first, in colour besides."""
    left = (term.due_on - today).days
    if left < 0 and not term.provisional:
        return _marked("fq-unmet", "alert-triangle", _("逾期%(days)s天") % {"days": -left})
    if left == 0:
        return _marked("fq-unmet", "alarm", _("今天到期"))
    words = _("还有%(days)s天") if left > 0 else _("已过%(days)s天,待放假安排公布")
    return _marked("fq-soon" if left <= NEAR else "", "clock", words % {"days": abs(left)})


def _marked(style: str, icon: str, words: str) -> SafeString:
    return format_html(
        '<strong class="{}"><i class="ti ti-{}" aria-hidden="true"></i> {}</strong>',
        style,
        icon,
        words,
    )
