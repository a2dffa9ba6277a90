"""Calls as programs make them."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from fengqiao.kernel.api import tokens


class Caller:
    """A program with a token; `call("/me")` gives the answer."""

    def __init__(self, secret):
        self.secret, self.client = secret, Client()

    def __call__(self, path, query=None, **headers):
        return self.client.get(f"/api/v1{path}", query or {}, headers=self._headers(headers))

    def post(self, path, body, key="key-0000001", **headers):
        more = {"Idempotency-Key": key, **headers} if key else headers
        text = body if isinstance(body, str) else json.dumps(body)
        return self.client.post(
            f"/api/v1{path}", text, content_type="application/json", headers=self._headers(more)
        )

    def _headers(self, more):
        return {"Authorization": f"Bearer {self.secret}"} | more


@pytest.fixture
def token_of():
    """`token_of(user, "standards.see")` makes a token: itself and its secret."""

    def made(user, *scopes, days=30):
        until = timezone.localdate() + timedelta(days=days)
        return tokens.make(by=user, name="试验", scopes=scopes, expires_on=until)

    return made


@pytest.fixture
def caller(token_of):
    """`caller(cast.city, "standards.see")` makes calls with a token of that person."""
    return lambda user, *scopes: Caller(token_of(user, *scopes)[1])
