from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from fengqiao.kernel.jobs.registry import periodic
from fengqiao.kernel.notices.models import Notice


@periodic("notices.expire", hours=24)
def expire() -> None:
    """An inbox is no record: what counts stands where the notice leads, and in the trail."""
    before = timezone.now() - timedelta(days=settings.KEPT_DAYS["notices"])
    Notice.objects.filter(created_at__lt=before).delete()
