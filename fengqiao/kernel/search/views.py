"""What was found: of each kind the first few, or one kind page after page."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache

from fengqiao.kernel.accounts.gates import ACT, own
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.search.forms import SearchForm
from fengqiao.kernel.search.registry import Hit, Kind, kinds_of
from fengqiao.kernel.search.words import opened, sealed, too_short, words_of
from fengqiao.kernel.ui.paging import PAGE_SIZE, Page, page_of

FEW = 5


@dataclass(frozen=True, slots=True)
class Section:
    """One kind with what was found of it."""

    kind: Kind
    page: Page
    hits: list[Hit]

    @property
    def more(self) -> bool:
        return self.page.beyond or self.page.count > len(self.hits)


@own()
@never_cache
def search(request: HttpRequest) -> HttpResponse:
    """The sections in which something was found; `?in=` shows one kind alone."""
    user, token = user_of(request), request.GET.get("q", "")
    text = opened(token, user)
    words, kinds = words_of(text), kinds_of(user)
    short = too_short(words)
    one = next((kind for kind in kinds if kind.name == request.GET.get("in")), None)
    asked = [] if short or not words else [one] if one else kinds
    sections = [_section(request, kind, words, whole=bool(one)) for kind in asked]
    context: dict[str, Any] = {
        "form": SearchForm(initial={"words": text}),
        "token": token,
        "words": words,
        "short": short,
        "kinds": kinds,
        "one": one,
        "sections": [section for section in sections if section.hits],
    }
    return render(request, "search/search.html", context)


def _section(request: HttpRequest, kind: Kind, words: list[str], *, whole: bool) -> Section:
    user = user_of(request)
    page = page_of(request, kind.find(user, words), PAGE_SIZE if whole else FEW)
    return Section(kind, page, kind.shown(user, page.rows) if page.rows else [])


@own(ACT)
def search_for(request: HttpRequest) -> HttpResponse:
    """Takes what was typed, which an address may not carry as it is, to the page."""
    form = SearchForm(request.POST)
    text = form.cleaned_data["words"] if form.is_valid() else ""
    token = sealed(text, user_of(request))
    query = f"?{urlencode({'q': token})}" if token else ""
    return redirect(f"{reverse('search:search')}{query}")
