"""A recorded end that was wrong is taken back with its reason."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.gates import FORM, needs
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.organisations import actions
from fengqiao.registers.organisations.actions.taking_back import ENDING, Ending, about_end
from fengqiao.registers.organisations.forms.base import TakeBackForm
from fengqiao.registers.organisations.models import StaffRecord, end_word
from fengqiao.registers.organisations.permissions import CHANGE
from fengqiao.registers.organisations.views.common import act_page, office_or_404


def row_or_404(request: HttpRequest, listing: str, pk: int) -> Ending:
    """The row that ended, if the user may see it."""
    model = ENDING.get(listing)
    if model is None:
        raise Http404
    rows: Any = model.objects.visible_to(request.user)
    joined = "staff__office" if model is StaffRecord else "office"
    found: Ending = get_object_or_404(rows.select_related(joined), pk=pk)
    return found


@needs(CHANGE, FORM)
def take_back(request: HttpRequest, listing: str, pk: int) -> HttpResponse:
    """The person did not leave, the thing is still there: from that day on, all is as before."""
    row = row_or_404(request, listing, pk)
    try:
        area, name, on = about_end(row)
    except InputRefused as taken_back:
        raise Http404 from taken_back
    office = office_or_404(request, area.pk, on)
    form, words = TakeBackForm(request.POST or None), {"name": name, "end": end_word(listing)}

    def act() -> str:
        actions.take_back_end(row=row, why=form.cleaned_data["why"], by=user_of(request))
        return _("已撤回{name}的{end}登记。").format(**words)

    return act_page(
        request,
        form,
        act,
        back=reverse("organisations:office", args=[area.pk]),
        place=office.name or str(office),
        title=_("{name}:撤回{end}").format(**words),
        note=_("原记自 {day:%Y-%m-%d} 起{end}。撤回后从这一天起照旧,以前保存的评定不变。").format(
            day=on, **words
        ),
        submit=_("撤回"),
    )
