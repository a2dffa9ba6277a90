"""What is recorded of the calendar."""

from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.audit.registry import Act, Kind

ACTS = [
    Act("deadlines.entered", _("录入放假安排"), _("{by}录入了{subject}"), Kind.SETTING),
    Act("deadlines.confirmed", _("复核放假安排"), _("{by}复核了{subject}"), Kind.SETTING),
    Act("deadlines.discarded", _("作废放假安排"), _("{by}作废了{subject}"), Kind.SETTING),
]
