"""Photos of the premises: one is added, one no longer holds."""

from datetime import date
from typing import TYPE_CHECKING

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.files.storing import refuse_more, store
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.organisations.actions.common import record_on, register_turn
from fengqiao.registers.organisations.enums import Shows
from fengqiao.registers.organisations.models import Photo
from fengqiao.registers.organisations.uploads import PHOTO

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


def add_photo(
    *,
    office: Area,
    upload: UploadedFile,
    shows: Shows | str,
    taken_on: date,
    remark: str,
    by: "User | None",
) -> Photo:
    """The office looked so on that day."""
    if taken_on > timezone.localdate():
        raise InputRefused(_("拍摄日期不能晚于今天。"))
    with register_turn():
        record_on(office, taken_on)
        refuse_more(PHOTO, Photo.objects.filter(office=office, ended_on=None).count())
        photo = Photo.objects.create(
            office=office,
            shows=Shows(shows),
            taken_on=taken_on,
            remark=remark,
            stored=store(upload, by=by, area=office, kind=PHOTO),
            recorded_by=by,
        )
        record(
            "organisations.photo_added",
            by=by,
            subject=office,
            on=taken_on,
            shows=photo.get_shows_display(),
            remark=remark,
        )
    return photo


def end_photo(*, photo: Photo, on: date, by: "User | None") -> None:
    """From the day on, the photo no longer stands for what the office looks like."""
    with register_turn():
        photo.refresh_from_db()
        if photo.ended_on is not None:
            raise InputRefused(_("这张照片已经停用。"))
        if on < photo.taken_on:
            raise InputRefused(_("停用日期不能早于拍摄日期。"))
        Photo.objects.filter(pk=photo.pk).update(ended_on=on)
        shown = photo.get_shows_display()
        record("organisations.photo_ended", by=by, subject=photo.office, on=on, shows=shown)
