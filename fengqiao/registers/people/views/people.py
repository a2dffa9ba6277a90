"""The list of persons, masked, and the search in it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from fengqiao.kernel.accounts.gates import ACT
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.search.words import opened, sealed
from fengqiao.kernel.ui.paging import order_of, page_of
from fengqiao.registers.people.forms.search import SearchForm
from fengqiao.registers.people.models import Person
from fengqiao.registers.people.permissions import SEE
from fengqiao.registers.people.searching import find
from fengqiao.registers.people.shown import row
from fengqiao.registers.people.views.common import private

ORDERS = {"made": "pk", "name": "name", "age": "-born_on"}


@private(SEE)
def people(request: HttpRequest) -> HttpResponse:
    """The persons of one's offices who fit what was asked."""
    words = opened(request.GET.get("q", ""), user_of(request))
    order = order_of(request, ORDERS, "-made")
    page = page_of(
        request,
        find(Person.objects.visible_to(request.user).current(), words).order_by(order, "-pk"),
    )
    today = timezone.localdate()
    context = {
        "form": SearchForm(initial={"words": words}),
        "words": words,
        "page": page,
        "rows": [row(person, today) for person in page.rows],
    }
    return render(request, "people/people.html", context)


@private(SEE, ACT)
def search(request: HttpRequest) -> HttpResponse:
    """Takes the words, which an address may not carry as they are, to the list."""
    form = SearchForm(request.POST)
    words = form.cleaned_data["words"].strip() if form.is_valid() else ""
    token = sealed(words, user_of(request))
    return redirect(f"{reverse('people:people')}{'?' + urlencode({'q': token}) if token else ''}")
