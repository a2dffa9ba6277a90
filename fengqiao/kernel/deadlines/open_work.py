"""Terms that run are work of their owners."""

from functools import partial
from typing import Any

from django.db.models import Model, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.open_work import Kind, kinds
from fengqiao.kernel.deadlines import terms
from fengqiao.kernel.deadlines.models import Term
from fengqiao.kernel.deadlines.permissions import SEE
from fengqiao.kernel.deadlines.reckoning import said

OTHER = "deadlines.term"


def work_by_term(model: type[Model], *, right: str) -> Kind:
    """Records of the model belong to the owner of their term; who takes one over must hold the
    right where the term lies."""
    label = model._meta.label_lower
    return _kind(label, model._meta.verbose_name or label, right, partial(_of, label))


def other_work() -> Kind:
    """Terms of which no app says more."""
    return _kind(OTHER, gettext_lazy("期限"), SEE, _others)


def _kind(name: str, title: str | Promise, right: str, rows: Any) -> Kind:
    return Kind(
        name=name,
        title=title,
        rows=rows,
        owner="owner",
        area="area",
        right=right,
        told=_told,
        hand_over=_hand_over,
    )


def _of(label: str) -> QuerySet[Term]:
    found: QuerySet[Term] = Term.objects.open().filter(subject_kind=label)
    return found


def _others() -> QuerySet[Term]:
    found: QuerySet[Term] = Term.objects.open().exclude(
        subject_kind__in=[kind.name for kind in kinds()]
    )
    return found


def _told(term: Term) -> str:
    return _("%(title)s,%(day)s到期") % {"title": term.title, "day": said(term.due_on)}


def _hand_over(row: Term, *, to: User, by: User) -> None:
    terms.hand_over(row, to=to, on=timezone.localdate(), by=by)
