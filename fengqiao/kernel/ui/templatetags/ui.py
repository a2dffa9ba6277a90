"""The components of pages, as README.md beside the app lists them."""

from typing import Any
from urllib.parse import urlsplit

from django import template
from django.forms import BoundField, Form
from django.forms.widgets import CheckboxInput, Select
from django.template.context import Context
from django.template.defaultfilters import stringfilter
from django.urls import resolve
from django.utils.safestring import SafeString

from fengqiao.kernel.accounts.gates import right_of
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.rights import OWN, PUBLIC
from fengqiao.kernel.ui.icons import icon
from fengqiao.kernel.ui.keyset import Stretch
from fengqiao.kernel.ui.paging import Page
from fengqiao.lib import typography

register = template.Library()
register.simple_tag(icon)

# verdict: the word, the icon and the colour; the word always stands there, colour is never alone
VERDICTS: dict[str | bool | None, tuple[str, str, str]] = {
    "met": ("达标", "circle-check", "met"),
    "unmet": ("未达标", "circle-x", "unmet"),
    "unknown": ("未知", "help-circle", "unknown"),
}
VERDICTS |= {True: VERDICTS["met"], False: VERDICTS["unmet"], None: VERDICTS["unknown"]}


@register.filter(is_safe=True)
@stringfilter
def typeset(text: str) -> str:
    """Chinese punctuation for a text that comes from code or data."""
    return typography.typeset(text)


@register.simple_tag(takes_context=True)
def may_open(context: Context, url: str) -> bool:
    """For a link that a page draws itself: `{% may_open judge_url as can_judge %}`."""
    return opens(context, url)


def opens(context: Context, url: str) -> bool:
    """Whether who looks at the page may enter the address; what one may not do is not drawn."""
    user = context.get("user")
    right = right_of(resolve(urlsplit(url).path).func) if url else None
    return right in (OWN, PUBLIC) or (
        right is not None and isinstance(user, User) and user.can(right)
    )


@register.inclusion_tag("ui/page_header.html", takes_context=True)
def page_header(
    context: Context,
    title: str,
    count: int | str | None = None,
    unit: str = "",
    action: str = "",
    action_url: str = "",
    action_icon: str = "plus",
    note: str = "",
    allowed: bool = True,
) -> dict[str, Any]:
    """Title, count and the one main act of a page, for those who may do it."""
    return {
        "title": title,
        "count": count,
        "unit": unit,
        "action": action,
        "action_url": action_url if allowed and opens(context, action_url) else "",
        "action_icon": action_icon,
        "note": note,
    }


@register.inclusion_tag("ui/breadcrumb.html")
def breadcrumb(*parts: str) -> dict[str, Any]:
    """Label and address in turn, this page last: `{% breadcrumb "达标" url "海陵区" %}`."""
    return {"steps": list(zip(parts[:-1:2], parts[1::2], strict=True)), "here": parts[-1]}


@register.inclusion_tag("ui/verdict.html")
def verdict(value: str | bool | None) -> dict[str, Any]:
    """A verdict as word, icon and colour; takes met/unmet/unknown or true/false/none."""
    word, icon_name, tone = VERDICTS[value]
    return {"word": word, "icon_name": icon_name, "tone": tone}


@register.inclusion_tag("ui/source.html")
def fact_source(source: Any) -> dict[str, Any]:
    """Where a fact comes from: a `rulebook.tables.Source`, or nothing where none gives it."""
    return {"source": source, "kind": source.how if source else ""}


@register.inclusion_tag("ui/empty.html", takes_context=True)
def empty(
    context: Context,
    title: str,
    text: str = "",
    action: str = "",
    action_url: str = "",
    symbol: str = "inbox",
) -> dict[str, Any]:
    """What a page without rows says: what to do first."""
    return {
        "title": title,
        "text": text,
        "action": action,
        "action_url": action_url if opens(context, action_url) else "",
        "symbol": symbol,
    }


@register.inclusion_tag("ui/progress.html")
def progress(url: str, percent: int | None, text: str, done: bool = False) -> dict[str, Any]:
    """A bar that asks `url` for itself every second until it is drawn as done."""
    return {"url": url, "percent": percent, "text": text, "done": done}


@register.inclusion_tag("ui/pagination.html", takes_context=True)
def pagination(context: Context, page: Page) -> dict[str, Any]:
    """Which rows these are, and the ways to the pages around; filters in the address stay."""
    return {"page": page, "request": context["request"]}


@register.inclusion_tag("ui/stretch.html", takes_context=True)
def stretch(context: Context, stretch: Stretch) -> dict[str, Any]:
    """The ways to older and newer rows of a list without a count; filters in the address stay."""
    return {"stretch": stretch, "request": context["request"]}


@register.inclusion_tag("ui/sortable.html", takes_context=True)
def sortable(context: Context, label: str, name: str, default: str = "") -> dict[str, Any]:
    """A column head that orders the list; `name` is a key of the view's `order_of` table."""
    current = context["request"].GET.get("sort", default)
    direction = {name: "ascending", f"-{name}": "descending"}.get(current, "none")
    return {
        "request": context["request"],
        "label": label,
        "direction": direction,
        "next": f"-{name}" if direction == "ascending" else name,
    }


@register.inclusion_tag("ui/rate_bar.html")
def rate_bar(of: int, among: int, target: float | None = None) -> dict[str, Any]:
    """A share as a bar with the target as a mark; the numbers stand beside it as text."""
    share = 100 * of / among if among else 0.0
    mark = None if target is None else round(100 * float(target), 1)
    return {"of": of, "among": among, "share": round(share, 1), "mark": mark}


@register.inclusion_tag("ui/chart.html")
def chart(
    name: str,
    option: dict[str, Any],
    title: str,
    table: dict[str, Any] | None = None,
    size: str = "md",
    map_url: str = "",
) -> dict[str, Any]:
    """An ECharts chart with its numbers behind a toggle.

    `name` is unique on the page; `table` is {"head": [...], "rows": [[...], ...]}; `map_url` is the
    address of a GeoJSON file that the option calls "map"; a datum with `url` opens that address.
    """
    return {
        "name": name,
        "option": option,
        "title": title,
        "table": table,
        "size": size,
        "map_url": map_url,
    }


@register.inclusion_tag("ui/form_errors.html")
def form_errors(form: Form) -> dict[str, Any]:
    """What is wrong with a form, on top of it, each line a link to its field."""
    return {"form": form}


@register.inclusion_tag("ui/act_form.html")
def act_form(
    form: Form, submit: str, back: str, style: str = "", autocomplete: str = ""
) -> dict[str, Any]:
    """A form that acts, all its fields with the one coloured button and the way back."""
    return {
        "form": form,
        "submit": submit,
        "back": back,
        "style": style,
        "autocomplete": autocomplete,
    }


@register.filter
def styled(field: BoundField) -> SafeString:
    """The widget of a field with the class that the style sheet wants for it."""
    widget = field.field.widget
    plain = {CheckboxInput: "form-check-input", Select: "form-select"}
    name = next((css for kind, css in plain.items() if isinstance(widget, kind)), "form-control")
    if hasattr(widget, "option_inherits_attrs") and not isinstance(widget, Select):
        name = ""
    wrong = " is-invalid" if field.errors else ""
    return field.as_widget(attrs={"class": f"{name}{wrong}".strip()})
