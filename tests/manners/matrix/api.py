"""Operations, called with a token that was lent every right; the records are those of the pages."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.api import tokens
from fengqiao.kernel.api.v1 import operations
from fengqiao.kernel.jobs.models import Job
from tests.manners.matrix import disputes, reports, standards
from tests.manners.matrix.asked import of_office, of_person
from tests.manners.matrix.world import Spot, World


def prepare(world: World) -> None:
    """What the pages of both have, before anything is asked."""
    standards.prepare(world)
    disputes.prepare(world)


def client(user: User | None) -> Client:
    """A program of this person; without one, a program without a token."""
    if user is None:
        return Client()
    until = timezone.localdate() + timedelta(days=30)
    rights = {one.right for one in operations()}
    _token, secret = tokens.make(by=user, name="试验", scopes=rights, expires_on=until)
    return Client(headers={"Authorization": f"Bearer {secret}"})


def job(user: User) -> dict[str, int]:
    return {"pk": Job.objects.create(kind="matrix", title="试验", by=user).pk}


def code(spot: Spot) -> dict[str, str]:
    return {"code": spot.office.names.get().code}


RECORDS = {
    "api:judgement": standards.whole(),
    "api:withdraw_judgement": standards.whole(),
    "api:judged_offices": standards.whole(),
    "api:judged_office": standards.office(by="code"),
    "api:office": of_office(code),
    "api:figures": reports.of_figures(),
    "api:job": of_person(job),
    "api:dispute": disputes.HERE,
    "api:act_on_dispute": of_office(
        lambda spot: {"pk": disputes.dispute(spot).pk, "act": "hand_over"}
    ),
}
