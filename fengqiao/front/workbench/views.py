from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """The work list of the day."""
    return render(request, "workbench/today.html", {"day": timezone.localdate()})
