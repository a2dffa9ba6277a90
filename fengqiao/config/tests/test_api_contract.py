"""What the API answers is what its document says, for whatever is sent: by schemathesis."""

import re

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    ignored_auth,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from fengqiao.kernel.api.tests.conftest import token_of  # noqa: F401 - a fixture
from fengqiao.kernel.api.v1 import operations
from fengqiao.registers.organisations.tests.made import make_office, make_person

CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
    ignored_auth,
)
OPERATIONS = list(operations())
EASY = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much]


@pytest.fixture
def secret(cast, token_of, settings):  # noqa: F811
    settings.API_CALLS_A_MINUTE = 10**6
    for number in (1, 2):
        make_person(make_office(number), "周正")
    return token_of(cast.city, *{one.right for one in operations()} - {"own"})[1]


@pytest.fixture
def one_connection(db):
    """The server's own handler closes what it finds open; the test's transaction is to live on."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def schema(secret, one_connection):
    found = schemathesis.openapi.from_wsgi(
        "/api/v1/openapi.json", WSGIHandler(), headers={"Authorization": f"Bearer {secret}"}
    )
    found.config.generation.update(with_security_parameters=False)
    return found


def hold(schema, operation, secret, examples):
    """Whatever is sent to the operation, its answer is one of those that the document names."""
    stated = schema[re.sub(r"{\w+:", "{", operation.path)][operation.method]

    @given(case=stated.as_strategy())
    @settings(max_examples=examples, suppress_health_check=EASY)
    def holds(case):
        case.call_and_validate(headers={"Authorization": f"Bearer {secret}"}, checks=CHECKS)

    holds()


every_operation = pytest.mark.parametrize(
    "operation", OPERATIONS, ids=[one.name for one in OPERATIONS]
)


@every_operation
def test_answers_are_as_the_document_says(schema, operation, secret):
    hold(schema, operation, secret, examples=15)


@pytest.mark.long
@every_operation
def test_answers_are_as_the_document_says_for_very_much(schema, operation, secret):
    hold(schema, operation, secret, examples=500)
