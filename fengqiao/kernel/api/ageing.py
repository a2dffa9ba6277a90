from django.utils import timezone

from fengqiao.kernel.api.idempotency import kept
from fengqiao.kernel.api.models import Answer
from fengqiao.kernel.jobs.registry import periodic


@periodic("api.answers", hours=1)
def forget_answers() -> None:
    """A key is a promise for a time; what it was answered with may speak of people."""
    Answer.objects.filter(created_at__lt=timezone.now() - kept()).delete()
