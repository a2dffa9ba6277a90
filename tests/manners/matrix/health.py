"""A worker that keeps its clock."""

from django.utils import timezone

from fengqiao.config.upkeep.figures import ALIVE
from fengqiao.kernel.jobs.models import Schedule
from tests.manners.matrix.world import World


def prepare(world: World) -> None:
    now = timezone.now()
    Schedule.objects.create(name=ALIVE, due_at=now, started_at=now)
