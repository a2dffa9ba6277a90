"""Disputes for programs: what the pages show, and each act through the same form and the same engine.

A court, a police station or a township registers with the token of somebody of the office. What may be
done with a case stands in its `offers`, each with the fields that it takes.
"""

from datetime import date
from typing import Any, Literal

from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Path, Query, Router
from ninja.errors import HttpError
from pydantic import Field

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.enums import Difficulty, Kind, Matter, Referrer, Source, State
from fengqiao.duties.disputes.forms.acts import FORMS
from fengqiao.duties.disputes.forms.filters import OPEN
from fengqiao.duties.disputes.forms.register import LONGEST, RegisterForm
from fengqiao.duties.disputes.handlers import offices_of
from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.permissions import HANDLE, LIST, REGISTER
from fengqiao.duties.disputes.selection import narrow
from fengqiao.duties.disputes.told import Detail, Done, Row, detail_of, rows_of
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.api.cursors import page_of
from fengqiao.kernel.api.operations import reads, writes
from fengqiao.kernel.api.schemas import Body, Page, Paging, Word
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.workflow.refusals import Overtaken, Unmet
from fengqiao.kernel.workflow.tables import TAKE_BACK
from fengqiao.lib.faults import Fault, InputRefused

router = Router(tags=["矛盾调解"])


class Wanted(Paging):
    """Which disputes."""

    state: State | None = Field(None, description="状态")
    open: bool = Field(False, description="只要未办结的")
    matter: Matter | None = Field(None, description="纠纷类型")
    kind: Kind | None = Field(None, description="调解类别")
    only: Literal["", "mine", "late"] = Field("", description="mine 我承办的,late 有期限逾期的")
    since: date | None = Field(None, description="登记日期从")
    until: date | None = Field(None, description="登记日期到")

    def narrowing(self) -> dict[str, Any]:
        given = self.model_dump(exclude={"cursor", "limit", "open"}, exclude_none=True)
        return given | ({"state": OPEN} if self.open else {})


class Registering(Body):
    """A dispute as it comes in; the names of the fields are those of the form."""

    office: Word = Field("", description="司法所编码;只有一个所的可以不填")
    matter: Matter
    name: Word = Field(description="申请方")
    phone: Word = ""
    other_name: Word = Field("", description="对方")
    other_phone: Word = ""
    more_names: list[Word] = Field([], description="其他当事人")
    summary: str = Field("", max_length=LONGEST, description="简要情况")
    request: str = Field("", max_length=LONGEST, description="申请事项")
    source: Source = Source.APPLICATION
    referrer: Referrer | None = Field(None, description="移送单位;来源为委托移送的必填")
    kind: Kind = Kind.PEOPLE
    difficulty: Difficulty = Difficulty.ORDINARY
    asked_on: date | None = None
    registered_on: date | None = None


class Acting(Body):
    """What is given with an act, by the names that its `fields` bear."""

    seen: int | None = Field(None, ge=0, le=2**31 - 1, description="看到的 version;不是最新的不办")
    given: dict[str, str | bool | int | float | None] = Field({}, description="见 offers 的 fields")


@reads(router, "/disputes", LIST, Page[Row], "纠纷列表,新的在前")
def disputes(request: HttpRequest, asked: Wanted = Query(...)) -> Any:  # noqa: B008
    user = user_of(request)
    rows = narrow(Dispute.objects.visible_to(user), asked.narrowing(), user, timezone.localdate())
    page = page_of(request, rows.select_related("owner"), asked, by="-pk")
    return page | {"items": rows_of(user, page["items"])}


@reads(router, "/disputes/{int:pk}", LIST, Detail, "一件纠纷:情况、经过、现在能办什么")
def dispute(request: HttpRequest, pk: int) -> Any:
    user, found = user_of(request), _case(request, pk)
    record("disputes.seen", by=user, subject=found, area=found.office, label=found.number)
    return detail_of(user, found)


@writes(router, "/disputes", REGISTER, Done, "登记一件纠纷")
def register_dispute(request: HttpRequest, asked: Registering) -> Done:
    user = user_of(request)
    offices = offices_of(user, REGISTER)
    if not offices:
        raise PermissionDenied
    codes = {office.code: office.pk for office in offices}
    if asked.office and asked.office not in codes:
        raise _refused("office", _("没有这个司法所,或者不在您的范围内。"))
    given = asked.model_dump() | {"office": codes.get(asked.office)}
    given["more_names"] = ";".join(asked.more_names)
    form = RegisterForm(typed(given), offices=offices, user=user)
    _require_valid(form)
    return Done.of(actions.register(by=user, **form.values()))


def _case(request: HttpRequest, pk: int) -> Dispute:
    rows = Dispute.objects.visible_to(request.user).select_related("office", "owner")
    found: Dispute = get_object_or_404(rows, pk=pk)
    return found


def _reached(request: HttpRequest, pk: int, act: str) -> None:
    """A case within one's rights, and an act that there is."""
    if act not in FORMS:
        raise Http404
    _case(request, pk)


@writes(
    router, "/disputes/{int:pk}/acts/{act}", HANDLE, Done, "办理一项", status=200, reaches=_reached
)
def act_on_dispute(
    request: HttpRequest,
    pk: int,
    asked: Acting,
    act: Word = Path(..., description="offers 里的 act"),  # noqa: B008
) -> Done:
    user, case = user_of(request), _case(request, pk)
    form = FORMS[act](typed(asked.given), case=case)
    for name in asked.given:
        if name not in form.fields:
            raise _refused(name, _("没有这一项"))
    _require_valid(form)
    given = {name: value for name, value in form.cleaned_data.items() if name != "seen"}
    try:
        if act == TAKE_BACK:
            actions.take_back(case=case, reason=given["reason"], by=user, seen=asked.seen)
        else:
            actions.act(case=case, name=act, given=given, by=user, seen=asked.seen)
    except Overtaken as overtaken:
        raise HttpError(409, overtaken.message) from None
    except Unmet as unmet:
        raise _refused(form.guards.get(unmet.guard.name, ""), unmet.message) from None
    return Done.of(Dispute._base_manager.get(pk=case.pk))


def typed(values: dict[str, Any]) -> dict[str, str]:
    """Values as a browser would send them: a box that is not ticked is not sent."""
    told = {name: "on" if value is True else value for name, value in values.items()}
    return {name: str(value) for name, value in told.items() if value not in (None, False)}


def _require_valid(form: Form) -> None:
    """The sentences of the page, each at its field."""
    if form.is_valid():
        return
    faults = [
        Fault("", 0, "" if name == "__all__" else name, "", str(sentence))
        for name, sentences in form.errors.items()
        for sentence in sentences
    ]
    raise InputRefused(_("有的内容不符合要求,没有保存。"), faults)


def _refused(field: str, sentence: str) -> InputRefused:
    return InputRefused(sentence, [Fault("", 0, field, "", sentence)])
