"""The papers of a dispute: which act makes them, for which kind of mediation, and how they look. The
numbers are those of the forms of 司发通〔2010〕239号; 行政调解 has no paper of a committee."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes import paper_values as values
from fengqiao.duties.disputes.enums import PEOPLES_LAW, AgreementForm, Kind
from fengqiao.duties.disputes.layouts import closing, opening, records
from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.numbering import series
from fengqiao.kernel.documents.models import Paper
from fengqiao.kernel.documents.tables import Document

REOPENING = ("reopen",)
OFFICIAL = (Kind.ADMINISTRATIVE,)


def is_written(case: Dispute, event: Any) -> bool:
    """Unless it was printed before it was signed: that one is the agreement."""
    printed = Paper.objects.about(case).standing().filter(document__endswith="agreement")
    return case.agreement_form == AgreementForm.WRITTEN and not printed.exists()


def is_oral(case: Dispute, event: Any) -> bool:
    return case.agreement_form == AgreementForm.ORAL


def is_open_talk(case: Dispute, event: Any) -> bool:
    """What is said to the mediator alone is never printed."""
    return not values.last_session(case).private


_ROWS = (
    Document("application", _("调解申请书"), (opening.APPLICATION,), values.of_case),
    Document("register", _("受理登记表"), (opening.REGISTER,), values.of_case, made_by=("accept",)),
    Document(
        "acceptance", _("受理通知书"), (opening.ACCEPTANCE,), values.of_case, made_by=("accept",)
    ),
    Document(
        "rights",
        _("权利义务告知书"),
        (opening.RIGHTS,),
        values.of_case,
        made_by=("accept",),
        kinds=PEOPLES_LAW,
    ),
    Document(
        "declined",
        _("不予受理通知书"),
        (opening.DECLINED,),
        values.of_ending,
        made_by=("decline",),
        number=series("不受"),
        lapses_by=REOPENING,
    ),
    Document("asked", _("调查记录"), (records.ASKED,), values.of_talk, many=True),
    Document(
        "session",
        _("调解记录"),
        (records.SESSION,),
        values.of_session,
        made_by=("session",),
        when=is_open_talk,
        many=True,
    ),
    Document(
        "agreement",
        _("人民调解协议书"),
        (closing.AGREEMENT,),
        values.of_ending,
        made_by=("agree",),
        when=is_written,
        kinds=PEOPLES_LAW,
        number=series("调协"),
    ),
    Document(
        "official_agreement",
        _("行政调解协议书"),
        (closing.OFFICIAL_AGREEMENT,),
        values.of_ending,
        made_by=("agree",),
        when=is_written,
        kinds=OFFICIAL,
        number=series("行调协"),
    ),
    Document(
        "oral",
        _("口头协议登记表"),
        (closing.ORAL,),
        values.of_ending,
        made_by=("agree",),
        when=is_oral,
    ),
    Document(
        "ended",
        _("终结书"),
        (closing.ENDED,),
        values.of_ending,
        made_by=("fail", "refuse"),
        number=series("终"),
        lapses_by=REOPENING,
    ),
    Document(
        "report",
        _("结案报告表"),
        (closing.REPORT,),
        values.of_ending,
        made_by=("agree", "fail", "refuse", "withdraw"),
        lapses_by=REOPENING,
    ),
)

NAMES: dict[Any, tuple[str, ...]] = {
    values.of_case: values.CASE_NAMES,
    values.of_ending: values.ENDING_NAMES,
    values.of_session: values.SESSION_NAMES,
    values.of_talk: values.TALK_NAMES,
}
DOCUMENTS = tuple(replace(one, names=NAMES[one.fields]) for one in _ROWS)
