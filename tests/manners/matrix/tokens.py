"""Whose token is ended."""

from datetime import timedelta

from django.utils import timezone

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.api import tokens
from tests.manners.matrix.asked import of_person


def token(user: User) -> dict[str, int]:
    until = timezone.localdate() + timedelta(days=30)
    return {"pk": tokens.make(by=user, name="试验", scopes=[], expires_on=until)[0].pk}


RECORDS = {"tokens:end": of_person(token)}
