"""Operations of nobody else: who the token is, the work it started, and the document of it all."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import Resolver404, resolve
from ninja import Router, Schema

from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.accounts.rights import OWN
from fengqiao.kernel.api.operations import reads
from fengqiao.kernel.jobs.models import Job

router = Router(tags=["公用"])


class Me(Schema):
    """Whose token it is and what it was lent."""

    username: str
    name: str
    token: str
    scopes: list[str]
    expires_on: date


class JobOut(Schema):
    """Work in the background. `made` is the number of what it made, `result` its page."""

    id: int
    kind: str
    title: str
    state: str
    percent: int | None
    message: str
    result: str
    made: int | None
    created_at: datetime
    ended_at: datetime | None

    @classmethod
    def of(cls, job: Job) -> "JobOut":
        return cls(
            id=job.pk,
            kind=job.kind,
            title=job.title,
            state=job.state,
            percent=job.percent,
            message=job.message,
            result=job.result,
            made=_made(job.result),
            created_at=job.created_at,
            ended_at=job.ended_at,
        )


def _made(address: str) -> int | None:
    """The number in the address of a page."""
    try:
        number: int | None = resolve(address).kwargs.get("pk") if address else None
    except Resolver404:
        return None
    return number


@reads(router, "/me", OWN, Me, "令牌的所有人、权限和到期日")
def me(request: HttpRequest) -> Any:
    user, token = user_of(request), request.auth  # type: ignore[attr-defined]
    return {
        "username": user.username,
        "name": user.name,
        "token": token.start,
        "scopes": token.scopes,
        "expires_on": token.expires_on,
    }


@reads(router, "/jobs/{int:pk}", OWN, JobOut, "一项后台任务的进度和结果")
def job(request: HttpRequest, pk: int) -> Any:
    return JobOut.of(get_object_or_404(Job.objects.visible_to(request.user), pk=pk))


@reads(router, "/openapi.json", OWN, dict[str, Any], "本接口的 OpenAPI 文件")
def openapi(request: HttpRequest) -> Any:
    from fengqiao.kernel.api.v1 import document

    return JsonResponse(document(), json_dumps_params={"ensure_ascii": False})
