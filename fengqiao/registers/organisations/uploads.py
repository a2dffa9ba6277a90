"""What files the register takes."""

from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.files.kinds import MIB, Kind

PHOTO = "organisations.photo"

UPLOADS = [Kind(PHOTO, _("用房照片"), ("jpeg", "png"), size=20 * MIB, count=30)]
