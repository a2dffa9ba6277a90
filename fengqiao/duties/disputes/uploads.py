"""What files a dispute takes."""

from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.files.kinds import MIB, Kind

ENCLOSURE, DRAFT = "disputes.enclosure", "disputes.dossier_draft"

UPLOADS = [
    Kind(ENCLOSURE, _("卷内材料"), ("jpeg", "png", "pdf"), size=20 * MIB, count=200),
    Kind(DRAFT, _("草卷"), ("pdf",)),
]
