"""Tabler Icons beside words."""

from functools import cache

from django.utils.html import format_html
from django.utils.safestring import SafeString


@cache
def icon(name: str) -> SafeString:
    """An icon beside a word; screen readers pass over it."""
    return format_html('<i class="ti ti-{}" aria-hidden="true"></i>', name)
