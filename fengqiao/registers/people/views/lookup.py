"""Known persons beside a form, while one types."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from fengqiao.kernel.accounts.gates import ACT
from fengqiao.registers.people.forms.lookup import LookupForm
from fengqiao.registers.people.models import Person
from fengqiao.registers.people.permissions import SEE
from fengqiao.registers.people.searching import find, with_number
from fengqiao.registers.people.shown import row
from fengqiao.registers.people.views.common import private

OFFERED = 6
SHORTEST = 2  # signs of a name; one sign fits half the village


@private(SEE, ACT)
def lookup(request: HttpRequest) -> HttpResponse:
    """A fragment: those whose number was typed, then those of that name; masked, and only whom
    the user may see. Nothing of it is recorded, for nothing is shown that the list does not show.
    """
    typed = LookupForm(request.POST).typed()
    numbers = [typed.get("id_number", ""), typed.get("phone", "")]
    people = Person.objects.visible_to(request.user).current()
    same = list(with_number(people, numbers).order_by("-pk")[:OFFERED]) if any(numbers) else []
    name = typed.get("name", "")
    named = list(find(people, name).order_by("-pk")[:OFFERED]) if len(name) >= SHORTEST else []
    known = {person.pk for person in same}
    today = timezone.localdate()
    context = {
        "same": [row(person, today) for person in same],
        "named": [row(person, today) for person in named if person.pk not in known],
    }
    return render(request, "people/_lookup.html", context)
