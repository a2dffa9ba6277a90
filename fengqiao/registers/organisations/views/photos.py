"""Photos of the premises: added, shown, ended."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.gates import FORM, needs
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.audit.seeing import seen
from fengqiao.kernel.files.serving import serve
from fengqiao.registers.organisations import actions
from fengqiao.registers.organisations.forms.base import EndForm
from fengqiao.registers.organisations.forms.photos import PhotoForm
from fengqiao.registers.organisations.models import Photo
from fengqiao.registers.organisations.permissions import CHANGE, SEE
from fengqiao.registers.organisations.views.changes import about
from fengqiao.registers.organisations.views.common import act_page


def photo_or_404(request: HttpRequest, pk: int) -> Photo:
    photos = Photo.objects.visible_to(request.user).select_related("stored", "office")
    found: Photo = get_object_or_404(photos, pk=pk)
    return found


@needs(CHANGE, FORM)
def add_photo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take or choose a photo, and say what it shows."""
    office, context = about(request, pk)
    form = PhotoForm(request.POST or None, request.FILES or None)

    def act() -> str:
        typed = dict(form.cleaned_data)
        upload = typed.pop("file")
        actions.add_photo(office=office, upload=upload, **typed, by=user_of(request))
        return _("已存照片。")

    return act_page(request, form, act, title=_("添加用房照片"), **context)


@needs(SEE)
def photo(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The picture itself, for those who may see the office; the trail knows who did."""
    found = photo_or_404(request, pk)
    seen("organisations.photo_seen", by=user_of(request), subject=found, area=found.office)
    return serve(request, found.stored)


@needs(CHANGE, FORM)
def end_photo(request: HttpRequest, pk: int) -> HttpResponse:
    """The photo no longer holds from a day on."""
    found = photo_or_404(request, pk)
    _office, context = about(request, found.office_id)
    form = EndForm(request.POST or None)

    def act() -> str:
        actions.end_photo(photo=found, on=form.cleaned_data["on"], by=user_of(request))
        return _("已停用照片。")

    title = _("停用照片:{shows}").format(shows=found.get_shows_display())
    context |= {"photo": reverse("organisations:photo", args=[pk]), "submit": _("停用")}
    page = "organisations/photo_end.html"
    return act_page(request, form, act, template=page, title=title, **context)
