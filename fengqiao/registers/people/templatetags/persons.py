"""What pages with personal data share."""

from typing import Any

from django import template

from fengqiao.registers.people.grounds import purpose_named

register = template.Library()


@register.inclusion_tag("people/_told.html")
def told(name: str) -> dict[str, Any]:
    """For what this form takes personal data, and the way to the notice on paper."""
    return {"told": purpose_named(name)}
