"""What pages of records show of the trail."""

from typing import Any

from django import template
from django.db.models import Model
from django.template.context import Context
from django.urls import reverse

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.audit.reach import SEE

register = template.Library()


@register.inclusion_tag("trail/who_looked.html", takes_context=True)
def who_looked(context: Context, record: Model) -> dict[str, Any]:
    """A link to who has looked at the record, for those who may read the trail: `{% who_looked
    person %}`. Asks the database nothing."""
    user = context.get("user")
    if not (isinstance(user, User) and user.can(SEE)):
        return {}
    return {"url": reverse("trail:record", args=[record._meta.label_lower, record.pk])}
