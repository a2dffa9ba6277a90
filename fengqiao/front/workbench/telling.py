"""Who is told of terms that come to their end: the owner, and where nothing happens his director."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.holders import with_role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.deadlines.models import Level, Term
from fengqiao.kernel.deadlines.reckoning import said
from fengqiao.kernel.deadlines.signals import level_reached, term_moved
from fengqiao.kernel.notices.models import Kind
from fengqiao.kernel.notices.sending import notify


def listen() -> None:
    level_reached.connect(of_level, dispatch_uid="workbench.of_level")
    term_moved.connect(of_move, dispatch_uid="workbench.of_move")


def of_level(sender: Any, *, term: Term, level: Level, **kwargs: Any) -> None:
    text = _("期限“%(title)s”%(level)s,到期日%(day)s。") % {
        "title": term.title,
        "level": level.label,
        "day": said(term.due_on),
    }
    notify(answering(term), text, term.url, kind=Kind.ATTENTION)
    if level == Level.ESCALATED:
        directors = with_role([Role.DIRECTOR], timezone.localdate(), term.area)
        others = directors.exclude(pk=term.owner.pk) if term.owner else directors
        notify(others, text, term.url, kind=Kind.ATTENTION)


def of_move(sender: Any, *, term: Term, before: Any, **kwargs: Any) -> None:
    text = _("放假安排公布后,期限“%(title)s”的到期日由%(before)s变为%(day)s。") % {
        "title": term.title,
        "before": said(before),
        "day": said(term.due_on),
    }
    notify(answering(term), text, term.url, kind=Kind.ATTENTION)


def answering(term: Term) -> Iterable[User]:
    """The owner; where it waits in the inbox of its office, the staff there."""
    if term.owner:
        return [term.owner]
    return with_role([Role.DIRECTOR, Role.ASSISTANT], timezone.localdate(), term.area)
