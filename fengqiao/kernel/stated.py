"""How an app states something to the kernel: in a module of a name that the kernel knows, which is
looked for once all apps are there."""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from django.apps import apps


def modules(name: str) -> Iterator[ModuleType]:
    """The module of this name of each app of ours that has one, in the order of the apps."""
    for config in apps.get_app_configs():
        if config.name.startswith("fengqiao.") and find_spec(f"{config.name}.{name}"):
            yield import_module(f"{config.name}.{name}")
