"""A form for each act of the table."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.agreement import has_rows
from fengqiao.duties.disputes.enums import (
    MADE_HERE,
    PEOPLES_LAW,
    Difficulty,
    Ground,
    Matter,
    Meeting,
    Screening,
    State,
    Way,
)
from fengqiao.duties.disputes.forms.act import CHOOSE, LONGEST, ActForm, box, words
from fengqiao.duties.disputes.forms.appointing import FORMS as APPOINTING_FORMS
from fengqiao.duties.disputes.forms.passing import FORMS as PASSING_FORMS
from fengqiao.duties.disputes.forms.reports import REPORT_FORMS
from fengqiao.duties.disputes.forms.representing import REPRESENTING_FORMS
from fengqiao.duties.disputes.forms.transferring import FORMS as TRANSFERRING_FORMS
from fengqiao.duties.disputes.guards import without_authority
from fengqiao.duties.disputes.handlers import handlers_of, others_than_owner
from fengqiao.duties.disputes.handling import bodies_of
from fengqiao.duties.disputes.models import Dispute
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.ui.fields import DayField
from fengqiao.kernel.workflow.tables import TAKE_BACK


class AcceptForm(ActForm):
    guards: ClassVar[dict[str, str]] = {
        "is_agreed_to": "consented",
        "is_nowhere_else": "nowhere_else",
        "is_screened": "violence",
        "victim_is_told": "victim_told",
        "violence_is_reported": "violence",
    }
    on = DayField(label=_("受理日期"))
    consented = box(_("各方当事人都同意调解"))
    nowhere_else = box(_("已核实:法院、公安机关或者其他机关没有受理或者解决"))
    violence = forms.ChoiceField(
        label=_("家庭暴力"), required=False, choices=[*CHOOSE, *Screening.choices]
    )
    victim_told = box(_("已告知受害人可以报警、申请告诫书和人身安全保护令"))
    words = words(_("说明"))

    def __init__(self, *args: Any, case: Dispute, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        if case.matter != Matter.FAMILY:
            for name in ("violence", "victim_told"):
                del self.fields[name]


class DeclineForm(ActForm):
    guards: ClassVar[dict[str, str]] = {**ActForm.guards, "has_ground": "ground"}
    on = DayField(label=_("日期"))
    ground = forms.ChoiceField(label=_("原因"), required=False, choices=[*CHOOSE, *Ground.choices])
    reason = words(_("理由"), help_text=_("写明具体情况,会印在告知书上。"))
    routes_told = box(_("已告知当事人可以通过仲裁、行政、司法等途径维护自己的权利"))


class RefuseForm(ActForm):
    on = DayField(label=_("日期"))
    who = forms.CharField(label=_("哪一方拒绝"), required=False, max_length=100)
    routes_told = box(_("已告知当事人可以通过仲裁、行政、司法等途径维护自己的权利"))
    words = words(_("说明"), help_text=_("当事人有权拒绝,不作为任何人的工作失误。"))


class WithdrawForm(ActForm):
    on = DayField(label=_("日期"))
    reason = words(_("撤回的理由"))


class StartForm(ActForm):
    guards: ClassVar[dict[str, str]] = {"rights_are_told": "rights_told"}
    on = DayField(label=_("开始日期"))
    rights_told = box(_("已告知各方当事人调解的性质、原则、效力和他们的权利义务"))
    words = words(_("说明"))


class SessionForm(ActForm):
    guards: ClassVar[dict[str, str]] = {"has_record": "record"}
    on = DayField(label=_("日期"))
    way = forms.ChoiceField(label=_("方式"), choices=Meeting.choices)
    record = forms.CharField(
        label=_("调解记录"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("问答或者叙述都可以。"),
    )
    present = forms.CharField(label=_("参加人"), required=False, max_length=500)
    place = forms.CharField(label=_("地点"), required=False, max_length=100)
    private = box(_("单独谈话"), help_text=_("只供承办人参考,不打印,不给对方看。"))


class AgreeForm(ActForm):
    guards: ClassVar[dict[str, str]] = {
        "has_content": "agreement",
        "written_is_made_of_rows": "form",
        "nothing_is_due_before_it_is_signed": "signed_on",
        "is_signed": "signed_on",
        "is_signed_and_sealed": "signed_on",
        "days_of_signing_fit": "signed_on",
        "authority_covers_agreeing": "in_person",
    }
    on = DayField(label=_("结案日期"))
    form = forms.ChoiceField(
        label=_("协议形式"),
        choices=[(form.value, form.label) for form in MADE_HERE],
        help_text=_("涉及给付钱物、约定期限的,建议用书面形式。"),
    )
    agreement = forms.CharField(
        label=_("协议内容"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_(
            "口头协议记录内容:谁向谁做什么、数额、方式和期限。书面协议用“起草协议”逐项填写。"
        ),
    )
    amount = forms.DecimalField(
        label=_("涉及金额(元)"), required=False, min_value=0, max_digits=14, decimal_places=2
    )
    signed_on = DayField(label=_("各方当事人签名的日期"), required=False)
    mediator_signed_on = DayField(label=_("调解员签名的日期"), required=False)
    sealed_on = DayField(label=_("加盖调解委员会印章的日期"), required=False)
    in_person = box(_("代理人、代表人没有达成协议权限的,当事人本人已经签名或者当面同意"))

    def __init__(self, *args: Any, case: Dispute, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        if case.kind not in PEOPLES_LAW:
            del self.fields["sealed_on"]
        if not without_authority(case):
            del self.fields["in_person"]
        if has_rows(case):  # the text is made from them
            del self.fields["agreement"], self.fields["amount"]


class FailForm(ActForm):
    on = DayField(label=_("日期"))
    reason = words(_("理由"))
    routes_told = box(_("已告知当事人可以通过仲裁、行政、司法等途径维护自己的权利"))


class ExtendForm(ActForm):
    guards: ClassVar[dict[str, str]] = {**ActForm.guards, "is_agreed_to": "consented"}
    length = forms.TypedChoiceField(
        label=_("延长"), coerce=int, choices=[(1, _("1个月")), (2, _("2个月")), (3, _("3个月"))]
    )
    consented = box(_("各方当事人都同意延长"))
    reason = forms.CharField(label=_("理由"), required=False, max_length=300)


class TellForm(ActForm):
    on = DayField(label=_("告知日期"))
    way = forms.ChoiceField(
        label=_("方式"), choices=Way.choices, initial=Way.BY_HAND, widget=forms.RadioSelect
    )
    words = words(_("说明"))


class HandOverForm(ActForm):
    guards: ClassVar[dict[str, str]] = {
        **ActForm.guards,
        "goes_to_a_handler": "to",
        "goes_to_another": "to",
        "goes_to_who_is_free": "to",
    }
    to = forms.ModelChoiceField(
        User.objects.none(), label=_("移交给"), required=False, empty_label=_("请选择")
    )
    reason = words(_("移交的理由"))

    def __init__(self, *args: Any, case: Dispute, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        people = others_than_owner(case)
        self.fields["to"].queryset = people  # type: ignore[attr-defined]


class ReopenForm(ActForm):
    guards: ClassVar[dict[str, str]] = {**ActForm.guards, "goes_to_a_handler": "to"}
    on = DayField(label=_("重新办理的日期"))
    to = forms.ModelChoiceField(
        User.objects.none(), label=_("承办人"), required=False, empty_label=_("请选择")
    )
    reason = words(_("理由"), help_text=_("重新办理从登记开始,各方当事人都同意才能再受理。"))

    def __init__(self, *args: Any, case: Dispute, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        self.fields["to"].queryset = handlers_of(case.office)  # type: ignore[attr-defined]
        self.initial["to"] = case.owner_id


class AmendForm(ActForm):
    """The kind stays: the number of the case was given for it. Once it is accepted the body goes on to
    another one by an offer alone."""

    matter = forms.ChoiceField(label=_("纠纷类型"), choices=Matter.choices)
    difficulty = forms.ChoiceField(label=_("难易程度"), choices=Difficulty.choices)
    summary = words(_("简要情况"))
    request = words(_("申请事项"))

    def __init__(self, *args: Any, case: Dispute, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        for name in ("matter", "difficulty", "summary", "request"):
            self.initial[name] = getattr(case, name)
        if case.state == State.REGISTERED and case.kind in PEOPLES_LAW:
            self.fields["body"] = forms.ModelChoiceField(
                bodies_of(case.office), label=_("调解组织"), required=False, empty_label=_("未定")
            )
            self.initial["body"] = case.body


class TakeBackForm(ActForm):
    reason = forms.CharField(
        label=_("撤销的理由"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("误办的事项和这次撤销都留在办理经过里。"),
        error_messages={"required": _("请写明撤销的理由。")},
    )


FORMS: dict[str, type[ActForm]] = {
    "accept": AcceptForm,
    "start": StartForm,
    "session": SessionForm,
    "agree": AgreeForm,
    "fail": FailForm,
    "extend": ExtendForm,
    "decline": DeclineForm,
    "refuse": RefuseForm,
    "withdraw": WithdrawForm,
    "reopen": ReopenForm,
    "tell": TellForm,
    "amend": AmendForm,
    "hand_over": HandOverForm,
    TAKE_BACK: TakeBackForm,
    **REPORT_FORMS,
    **REPRESENTING_FORMS,
    **APPOINTING_FORMS,
    **PASSING_FORMS,
    **TRANSFERRING_FORMS,
}
