from datetime import timedelta

from django.utils import timezone

from fengqiao.kernel.jobs.registry import periodic
from fengqiao.kernel.notices.models import Notice

KEPT = timedelta(days=180)


@periodic("notices.expire", hours=24)
def expire() -> None:
    """An inbox is no record: what counts stands where the notice leads, and in the trail."""
    Notice.objects.filter(created_at__lt=timezone.now() - KEPT).delete()
