"""Whose notice is opened."""

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.notices.models import Kind, Notice
from tests.manners.matrix.asked import of_person


def notice(user: User) -> dict[str, int]:
    return {"pk": Notice.objects.create(user=user, kind=Kind.RESULT, text="已完成").pk}


RECORDS = {"notices:open": of_person(notice)}
