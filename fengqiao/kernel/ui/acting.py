"""A page with one form that acts."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from fengqiao.lib.faults import InputRefused


def act_page(
    request: HttpRequest,
    form: Form,
    act: Callable[[], str],
    *,
    back: Any,
    template: str,
    **context: Any,
) -> HttpResponse:
    """A valid post acts, says what was done and goes `back`: an address, or a thing that has one.

    A refused act leaves what was typed and stands in the form as its error.
    """
    if request.method == "POST" and form.is_valid():
        try:
            messages.success(request, act())
            return redirect(back)
        except InputRefused as refused:
            say_in(form, refused)
    status = 400 if form.errors else 200
    return render(request, template, {"form": form, "back": back, **context}, status=status)


def say_in(form: Form, refused: InputRefused) -> None:
    """Each fault at the field of that label, the rest on top."""
    names = {str(field.label): name for name, field in form.fields.items()}
    for fault in refused.faults:
        form.add_error(names.get(fault.column), fault.sentence)
    if not refused.faults:
        form.add_error(None, refused.message)
