from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from fengqiao.kernel.api.models import Answer
from fengqiao.kernel.jobs.registry import periodic


def kept() -> timedelta:
    """For how long a key is a promise."""
    return timedelta(days=settings.KEPT_DAYS["answers"])


@periodic("api.answers", hours=1)
def forget_answers() -> None:
    """A key is a promise for a time; what it was answered with may speak of people."""
    Answer.objects.filter(created_at__lt=timezone.now() - kept()).delete()
