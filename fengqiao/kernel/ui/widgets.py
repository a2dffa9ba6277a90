"""The widgets that every form is full of, drawn without templates.

Django draws each option of a select by two templates of its own, which made the filter row half the
cost of a list. What is drawn here is the same to the letter (`tests/test_widgets.py`); a widget with
another template is drawn by it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.forms.renderers import TemplatesSetting
from django.utils.formats import localize
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

Drawn = Mapping[str, Any]  # the context that a widget gives its template


class Renderer(TemplatesSetting):
    """`FORM_RENDERER` of the settings."""

    def render(self, template_name: str, context: Any, request: Any = None) -> str:
        """Drawn by the table below, or by the template."""
        draw = DRAWN.get(template_name)
        return draw(context["widget"]) if draw else super().render(template_name, context, request)


def entry(widget: Drawn) -> SafeString:
    """An `<input>` of any type."""
    value = _value(widget["value"])
    kind, name, rest = widget["type"], widget["name"], attributes(widget)
    return format_html('<input type="{}" name="{}"{}{}>', kind, name, value, rest)


def choice(widget: Drawn) -> SafeString:
    """A `<select>` with its options, in groups where they have names."""
    groups = _joined(_group(name, options) for name, options, _at in widget["optgroups"])
    return format_html(
        '<select name="{}"{}>{}\n</select>', widget["name"], attributes(widget), groups
    )


def attributes(widget: Drawn) -> SafeString:
    """The attributes with a blank before each; one that is True stands without a value."""
    return _joined(
        format_html(" {}", name) if value is True else format_html(' {}="{}"', name, str(value))
        for name, value in widget["attrs"].items()
        if value is not False
    )


def _value(value: Any) -> SafeString:
    return SafeString("") if value is None else format_html(' value="{}"', str(value))


def _group(name: str | None, options: list[Drawn]) -> SafeString:
    drawn = _joined(format_html("\n  {}\n", _option(one)) for one in options)
    return format_html('\n  <optgroup label="{}">{}\n  </optgroup>', name, drawn) if name else drawn


def _option(widget: Drawn) -> SafeString:
    value, label = str(widget["value"]), conditional_escape(localize(widget["label"]))
    return format_html('<option value="{}"{}>{}</option>', value, attributes(widget), label)


def _joined(parts: Any) -> SafeString:
    return mark_safe("".join(parts))  # noqa: S308 - each part was escaped


ENTRIES: tuple[str, ...] = (
    "input",
    "text",
    "number",
    "email",
    "url",
    "tel",
    "search",
    "password",
    "hidden",
)
ENTRIES += ("date", "datetime", "time", "checkbox")
DRAWN: Mapping[str, Callable[[Drawn], SafeString]] = {
    **{f"django/forms/widgets/{name}.html": entry for name in ENTRIES},
    "django/forms/widgets/select.html": choice,
}
