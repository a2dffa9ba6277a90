from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from fengqiao.duties.disputes.public import open_cases_of
from fengqiao.kernel.accounts.gates import own
from fengqiao.kernel.accounts.open_work import left_behind
from fengqiao.kernel.accounts.permissions import MANAGE
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.deadlines.models import Term
from fengqiao.kernel.jobs.models import Job, State
from fengqiao.oversight.standards.permissions import SEE
from fengqiao.oversight.standards.seen import newest_for, seen_by

SOON, MOST = timedelta(days=7), 20


@own()
def today(request: HttpRequest) -> HttpResponse:
    """The work list of the day: what failed, what is running, and where the standard stands."""
    jobs = Job.objects.visible_to(request.user)
    day, user = timezone.localdate(), user_of(request)
    newest = newest_for(user)
    cases, open_count = open_cases_of(user, MOST)
    context = {
        "day": day,
        "terms": Term.objects.visible_to(request.user).due_by(day + SOON)[:MOST],
        "left": left_behind(user, day + SOON) if user.can(MANAGE) else {},
        "cases": cases,
        "open_count": open_count,
        "failed": jobs.filter(state=State.FAILED)[:10],
        "running": jobs.filter(state__in=[State.WAITING, State.RUNNING])[:10],
        "judgement": newest,
        "seen": seen_by(request.user, newest) if newest else None,
        "reads_standards": user.can(SEE),
    }
    return render(request, "workbench/today.html", context)
