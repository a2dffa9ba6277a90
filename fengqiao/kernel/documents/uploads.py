"""What files papers are."""

from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.files.kinds import MIB, Kind

PAPER, TEMPLATE = "documents.paper", "documents.template"

UPLOADS = [
    Kind(PAPER, _("文书"), ("pdf", "docx")),
    Kind(TEMPLATE, _("文书模板"), ("docx",), size=5 * MIB),
]
