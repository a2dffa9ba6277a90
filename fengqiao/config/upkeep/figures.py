"""What Prometheus asks: how requests go (django-prometheus, of this process), and how the system as a
whole does, read from the database each time."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Count, Max
from django.utils import timezone
from prometheus_client import CollectorRegistry
from prometheus_client.core import GaugeMetricFamily, Metric

from fengqiao.config.upkeep.acts import BACKED_UP
from fengqiao.kernel.audit.checking import standing
from fengqiao.kernel.audit.models import Entry, Link, Pending
from fengqiao.kernel.jobs.models import Job, Schedule, State

ALIVE = "upkeep.alive"  # in the periodic table
SILENT = timedelta(minutes=5)  # after which a worker is held to have stopped
UNSEALED = timedelta(minutes=5)  # an entry waits so long only where no worker seals
UNVERIFIED = timedelta(hours=48)  # it is verified once a day
OPEN = (State.WAITING, State.RUNNING, State.FAILED)


def worker_is_alive() -> bool:
    """Whether some worker has kept its clock lately."""
    return Schedule.objects.filter(name=ALIVE, started_at__gt=timezone.now() - SILENT).exists()


def wrong_with_the_trail() -> str:
    """A word for it; "" where all is well: whole when it was last verified, which is not long ago,
    and nothing has waited long for the sealer."""
    stands, now = standing(), timezone.now()
    if not stands.whole:
        return "bent"
    if stands.waits_since and stands.waits_since < now - UNSEALED:
        return "not sealed"
    if stands.verified_at and stands.verified_at < now - UNVERIFIED:
        return "not verified"
    return ""


class System:
    """Collected at each question; all of it by index or of small tables."""

    def collect(self) -> Iterator[Metric]:
        jobs = GaugeMetricFamily("fengqiao_jobs", "Background jobs by state.", labels=["state"])
        counted = dict(
            Job.objects.filter(state__in=OPEN).order_by().values_list("state").annotate(Count("pk"))
        )
        for state in OPEN:
            jobs.add_metric([state.value], counted.get(state.value, 0))
        yield jobs
        yield _gauge("trail_unsealed", "Entries that wait for the sealer.", Pending.objects.count())
        head = Link.objects.aggregate(last=Max("position"))["last"] or 0
        yield _gauge("trail_sealed", "Entries in the chain.", head)
        stands = standing()
        seconds = stands.verified_at.timestamp() if stands.verified_at else 0
        yield _gauge("trail_whole", "Whether the last verification found it so.", stands.whole)
        yield _gauge("trail_verified_timestamp_seconds", "When that was; 0: never.", seconds)
        yield _gauge("worker_up", "Whether a worker keeps its clock.", worker_is_alive())
        backup = Entry.objects.filter(act=BACKED_UP).order_by("-at").values_list("at").first()
        seconds = backup[0].timestamp() if backup else 0
        yield _gauge("backup_timestamp_seconds", "When the last backup ended; 0: never.", seconds)


def _gauge(name: str, words: str, value: float) -> Metric:
    return GaugeMetricFamily(f"fengqiao_{name}", words, value=float(value))


def text() -> bytes:
    """In the format that Prometheus reads."""
    from prometheus_client import REGISTRY, generate_latest

    own = CollectorRegistry()
    own.register(System())
    return generate_latest(REGISTRY) + generate_latest(own)
