"""A page with one form that acts, and a button that does."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from fengqiao.kernel.audit.watching import nothing_done
from fengqiao.lib.faults import InputRefused


class Made(NamedTuple):
    """What was done, and the thing that it made, whose page follows: a thing or its address."""

    said: str
    thing: Any


def act_page(
    request: HttpRequest,
    form: Form,
    act: Callable[[], str | Made],
    *,
    back: Any,
    template: str,
    at: str | None = None,
    **context: Any,
) -> HttpResponse:
    """A valid post acts, says what was done and goes `back`: an address, or a thing that has one.

    A refused act leaves what was typed and stands in the form as its error, at the field `at` where
    it names none itself.
    """
    if request.method == "POST" and form.is_valid():
        try:
            done = act()
        except InputRefused as refused:
            say_in(form, refused, at)
        else:
            said, to = done if isinstance(done, Made) else (done, back)
            messages.success(request, said)
            return redirect(to)
    status = 400 if form.errors else 200
    return render(request, template, {"form": form, "back": back, **context}, status=status)


def act_button(request: HttpRequest, act: Callable[[], str], *, back: Any) -> HttpResponse:
    """Acts, and goes `back` with what was done, or with why it was not."""
    try:
        messages.success(request, act())
    except InputRefused as refused:
        nothing_done()
        messages.error(request, refused.message)
    return redirect(back)


def say_in(form: Form, refused: InputRefused, at: str | None = None) -> None:
    """Each fault at the field of that label, the rest on top."""
    names = {str(field.label): name for name, field in form.fields.items()}
    for fault in refused.faults:
        form.add_error(names.get(fault.column), fault.sentence)
    if not refused.faults:
        form.add_error(at, refused.message)
