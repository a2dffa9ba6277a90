"""The pages of tokens: one's own, a new one, and what a program may call."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.gates import ACT, FORM, needs
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.accounts.rights import TABLES
from fengqiao.kernel.api import reference as reference_of
from fengqiao.kernel.api import tokens as acts
from fengqiao.kernel.api.forms import TokenForm
from fengqiao.kernel.api.models import Token
from fengqiao.kernel.api.permissions import USE
from fengqiao.kernel.api.v1 import document
from fengqiao.kernel.ui.paging import page_of


@needs(USE)
def tokens(request: HttpRequest) -> HttpResponse:
    """One's own tokens, the newest first."""
    page = page_of(request, Token.objects.visible_to(request.user))
    for token in page.rows:
        token.rights = [TABLES.rights[name].label for name in token.scopes if name in TABLES.rights]
    return render(request, "api/tokens.html", {"page": page})


@needs(USE, FORM)
def new(request: HttpRequest) -> HttpResponse:
    """Make one; the page that answers is the only one that ever shows the secret."""
    form = TokenForm(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        token, secret = acts.make(
            by=user_of(request),
            name=typed["name"],
            scopes=typed["scopes"],
            expires_on=typed["expires_on"],
        )
        return render(request, "api/made.html", {"token": token, "secret": secret})
    status = 400 if form.errors else 200
    return render(request, "api/new.html", {"form": form}, status=status)


@needs(USE, ACT)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """It opens nothing from now on."""
    token = get_object_or_404(Token.objects.visible_to(request.user), pk=pk)
    acts.end(token, by=user_of(request))
    messages.success(request, _("令牌已停用。"))
    return redirect("tokens:tokens")


@needs(USE)
def reference(request: HttpRequest) -> HttpResponse:
    """Every operation in words, from the same document that programs read."""
    host = request.build_absolute_uri("/").rstrip("/")
    groups = reference_of.groups(document(), user_of(request))
    return render(request, "api/reference.html", {"groups": groups, "host": host})


@needs(USE)
def openapi(request: HttpRequest) -> JsonResponse:
    """The document, to be saved and read by a program."""
    return JsonResponse(document(), json_dumps_params={"ensure_ascii": False})
