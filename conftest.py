"""What every test needs, wherever it lies."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, settings

from fengqiao.kernel.audit import guards

# A busy machine is no fault of the code: no example is timed.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture(scope="session", autouse=True)
def the_trail_can_be_emptied() -> Iterator[None]:
    """Tests that commit empty all tables afterwards, which the guards of the trail forbid."""
    operations = type(connection.ops)  # of every connection: threads have their own
    flush = operations.sql_flush

    def unguarded(*args: Any, **kwargs: Any) -> list[str]:
        vendor = connection.vendor
        return [*guards.removal(vendor), *flush(*args, **kwargs), *guards.statements(vendor)]

    patch = pytest.MonkeyPatch()
    patch.setattr(operations, "sql_flush", unguarded)
    yield
    patch.undo()
