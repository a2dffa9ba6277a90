from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fengqiao.config.upkeep.tests.filling import FILL
from fengqiao.config.upkeep.tests.systems import System, on_sqlite


@pytest.fixture(scope="session")
def original(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[System]:
    """Made and filled once; no test touches it."""
    one = System(tmp_path_factory.mktemp("upkeep") / "original")
    if on_sqlite():
        request.getfixturevalue("migrated")(one.home)
    one.run("migrate")
    one.script(FILL)
    yield one
    one.drop_database()


@pytest.fixture
def system(tmp_path: Path) -> Iterator[Callable[..., System]]:
    """Makes systems, empty or like another; their databases are dropped after the test."""
    made: list[System] = []

    def make(name: str, like: System | None = None) -> System:
        made.append(System(tmp_path / name, like))
        return made[-1]

    yield make
    for one in made:
        one.drop_database()


@pytest.fixture
def filled(system: Callable[..., System], original: System) -> System:
    """A system of the test's own with something in it."""
    return system("filled", original)
