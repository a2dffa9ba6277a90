"""For how long persons and their requests are kept, and what is left of them afterwards."""

from collections.abc import Collection, Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from django.db.models import DateTimeField, Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.models import Entry
from fengqiao.registers.people.enums import RequestState
from fengqiao.registers.people.erasing import erase_person, erase_request
from fengqiao.registers.people.models import Known, Person, Request
from fengqiao.registers.people.references import all_references
from fengqiao.registers.protection.kept import Due, Kept

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

# What an office does because it still has to do with the person; to look at the page is none of it.
USES = (
    "people.added",
    "people.known",
    "people.changed",
    "people.opened",
    "people.merged",
    "people.unmerged",
    "people.asked",
    "people.copied",
    "people.answered",
)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def due_persons(before: date, area: Area | None, among: Collection[int] | None) -> Iterator[Due]:
    """Persons whom an office knows, has not dealt with since, and who stand in no open work: a row
    that points at a person keeps him for as long as its own reference says."""
    uses = Entry.objects.filter(
        subject_kind=Person._meta.label_lower,
        subject_id=OuterRef("person_id"),
        area_id=OuterRef("area_id"),
        act__in=USES,
    ).order_by("-at")
    rows: QuerySet[Any] = Known.objects.filter(since__lt=before, person__merged_into=None)
    rows = _narrowed(rows, "person_id", area, among)
    today = timezone.localdate()
    for reference in all_references():
        rows = rows.exclude(Exists(reference.keeping(OuterRef("person_id"), today, before)))
    asked = Request.objects.filter(person=OuterRef("person_id"), area=OuterRef("area_id"))
    rows = rows.exclude(Exists(asked.filter(Q(decided_on=None) | Q(decided_on__gte=before))))
    rows = rows.annotate(last=Subquery(uses.values("at")[:1], output_field=DateTimeField())).filter(
        Q(last=None) | Q(last__lt=_midnight(before))
    )
    for known in rows.select_related("person").order_by("pk").iterator():
        last = timezone.localtime(known.last).date() if known.last else known.since
        yield Due(known.person_id, known.area_id, known.person.made_at, max(last, known.since))


def due_requests(before: date, area: Area | None, among: Collection[int] | None) -> Iterator[Due]:
    """Requests that were answered so long ago."""
    rows = Request.objects.filter(decided_on__lt=before, erased_on=None)
    rows = rows.exclude(state=RequestState.OPEN)
    for row in _narrowed(rows, "pk", area, among).order_by("pk").iterator():
        yield Due(row.pk, row.area_id, row.made_at, row.decided_on)


def _narrowed(
    rows: QuerySet[Any], column: str, area: Area | None, among: Collection[int] | None
) -> QuerySet[Any]:
    if area is not None:
        rows = rows.filter(area=area)
    return rows if among is None else rows.filter(**{f"{column}__in": among})


def person_is_there(subject_id: int, area_id: int, made_at: datetime) -> bool:
    """Whether the office knows the person of this number and stamp."""
    return Known.objects.filter(
        person=subject_id, area=area_id, person__made_at=made_at, person__erased_on=None
    ).exists()


def request_is_there(subject_id: int, area_id: int, made_at: datetime) -> bool:
    return Request.objects.filter(
        pk=subject_id, area=area_id, made_at=made_at, erased_on=None
    ).exists()


def person_seen(user: "User", subject_id: int) -> Area | None:
    rows = Known.objects.visible_to(user).filter(person=subject_id).select_related("area")
    known = rows.order_by("pk").first()
    return known.area if known else None


def request_seen(user: "User", subject_id: int) -> Area | None:
    rows = Request.objects.visible_to(user).filter(pk=subject_id).select_related("area")
    request = rows.first()
    return request.area if request else None


KEPT = [
    Kept(
        name="people.person",
        title=_("人员档案"),
        purpose=_("办理本人事项;再来时不重复登记。还有未了结事项的,不列入销毁。"),
        rule="KEP-01",
        url="people:person",
        due=due_persons,
        wipe=erase_person,
        again=person_is_there,
        seen=person_seen,
    ),
    Kept(
        name="people.request",
        title=_("个人信息请求"),
        purpose=_("证明已经答复本人的请求。"),
        rule="KEP-02",
        url="people:request",
        due=due_requests,
        wipe=erase_request,
        again=request_is_there,
        seen=request_seen,
    ),
]
