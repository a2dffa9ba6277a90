"""The notice that a person is given before his data are taken."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.gates import needs
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.ui.papers import printed
from fengqiao.registers.people.grounds import FormPurpose, all_purposes, purpose_named
from fengqiao.registers.people.permissions import SEE
from fengqiao.registers.people.views.common import offices_of


@needs(SEE)
def notices(request: HttpRequest) -> HttpResponse:
    """All forms that take personal data."""
    return render(request, "people/told_list.html", {"purposes": all_purposes()})


@needs(SEE)
def told(request: HttpRequest, name: str) -> HttpResponse:
    """One notice as it will be printed."""
    context = {"told": _purpose(name), "office": _office(request)}
    return render(request, "people/told.html", context)


@needs(SEE)
def told_paper(request: HttpRequest, name: str) -> HttpResponse:
    """The notice as PDF, to be given to a person or hung up at the counter."""
    row = _purpose(name)
    name, office = _("告知书(%s)") % row.title, _office(request)
    return printed("people/papers/told.html", name, shown=True, told=row, office=office)


def _purpose(name: str) -> FormPurpose:
    try:
        return purpose_named(name)
    except LookupError:
        raise Http404 from None


def _office(request: HttpRequest) -> str:
    """The office whose notice it is; to be filled in by hand where the user has several."""
    names = [office.name for office in offices_of(user_of(request), SEE)[:2]]
    return names[0] if len(names) == 1 else ""
