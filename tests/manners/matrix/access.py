"""Whose account is asked for, and which role of it is to end."""

from fengqiao.kernel.accounts.models import User
from tests.manners.matrix.asked import of_person

ACCOUNT = of_person(lambda user: {"pk": user.pk})


def role(user: User) -> dict[str, int]:
    return {"pk": user.grants.latest("pk").pk}


NAMES = ("account", "close", "reopen", "code", "reset", "give", "work")
RECORDS = {f"access:{name}": ACCOUNT for name in NAMES} | {"access:end": of_person(role)}
