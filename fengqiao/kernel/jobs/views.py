from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRefresh

from fengqiao.kernel.accounts.gates import ACT, own
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.audit.watching import nothing_done
from fengqiao.kernel.jobs.models import Job
from fengqiao.kernel.jobs.running import again
from fengqiao.lib.faults import InputRefused

PAGE_SIZE = 50


@own()
def jobs(request: HttpRequest) -> HttpResponse:
    """All work, the newest first; what failed can be tried again from its page."""
    rows = Job.objects.visible_to(request.user).select_related("by")
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "jobs/jobs.html", {"page": page})


def job_or_404(request: HttpRequest, pk: int) -> Job:
    """The job, if the user may see it."""
    rows = Job.objects.visible_to(request.user).select_related("by")
    found: Job = get_object_or_404(rows, pk=pk)
    return found


@own()
def job(request: HttpRequest, pk: int) -> HttpResponse:
    """One job: how far it is, what it made, or why it did not."""
    return render(request, "jobs/job.html", {"job": job_or_404(request, pk)})


@own()
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """The bar alone; when the job has ended the whole page is drawn anew."""
    found = job_or_404(request, pk)
    if found.has_ended:
        return HttpResponseClientRefresh()
    return render(request, "jobs/_progress.html", {"job": found})


@own(ACT)
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Try a failed job again."""
    found = job_or_404(request, pk)
    try:
        again(found, by=user_of(request))
    except InputRefused as refused:
        nothing_done()
        messages.error(request, refused.message)
    else:
        messages.success(request, _("已重新排队。"))
    return redirect(found)
