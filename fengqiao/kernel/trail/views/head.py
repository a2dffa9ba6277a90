"""The head of the chain, to be printed and kept outside the system."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from fengqiao.kernel.accounts.gates import needs
from fengqiao.kernel.audit.checking import standing
from fengqiao.kernel.audit.permissions import HEAD
from fengqiao.kernel.audit.sealing import head as last_link


@needs(HEAD)
def head(request: HttpRequest) -> HttpResponse:
    """Number, hash and moment of the last link, and how the last verification ended."""
    link = last_link()
    context = {
        "link": link,
        "said": f"{link.position}:{link.hash}"
        if link
        else "",  # as `audit verify --since` takes it
        "standing": standing(),
        "now": timezone.now(),
    }
    return render(request, "trail/head.html", context)
