"""What the pages of this app share: nothing of them is kept by a browser, and a person is reached
through the offices that know him."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.cache import never_cache

from fengqiao.kernel.accounts.gates import READ, View, needs
from fengqiao.kernel.accounts.held import holdings
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.registers.people.models import Known, Person
from fengqiao.registers.people.permissions import SEE


def private(right: str, methods: tuple[str, ...] = READ) -> Callable[[View], View]:
    """`needs`, for a page that no cache may keep."""
    gate = needs(right, methods)
    return lambda view: gate(never_cache(view))


def person_or_404(request: HttpRequest, pk: int) -> Person:
    """The person, if the user may see him; refused to who may not do what the page is for. A
    record that became part of another can only be looked at."""
    found: Person = get_object_or_404(Person.objects.visible_to(request.user), pk=pk)
    right = request.right  # type: ignore[attr-defined]
    if right != SEE:
        if found.merged_into_id:
            raise Http404
        if not Person.objects.visible_to(request.user, right).filter(pk=pk).exists():
            raise PermissionDenied
    return found


@dataclass(frozen=True, slots=True)
class Standing:
    """How a user stands to a person: the offices through which he sees him, the one for which he
    acts, and whether none of them is his own."""

    offices: list[Known]
    beyond: bool

    @property
    def area(self) -> Area:
        return self.offices[0].area


def standing(request: HttpRequest, person: Person) -> Standing:
    """The user's own office first, where it knows the person."""
    user = user_of(request)
    own = {held.path for held, _far in holdings(user, request.right)}  # type: ignore[attr-defined]
    rows = Known.objects.visible_to(user).filter(person=person).select_related("area")
    offices = sorted(rows, key=lambda known: (known.area.path not in own, known.pk))
    return Standing(offices, beyond=offices[0].area.path not in own)


def offices_of(user: User, right: str) -> QuerySet[Area]:
    """The offices of today for which the user holds the right, with their names."""
    today = timezone.localdate()
    areas = Area.objects.visible_to(user, right).of_kind(AreaKind.OFFICE)
    found: QuerySet[Area] = areas.on(today).named_on(today)
    return found
