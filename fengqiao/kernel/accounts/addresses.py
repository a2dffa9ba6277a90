"""Every address of the system with the right that it wants, for the page of rights, for tests and
for checks from outside."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

from fengqiao.kernel.accounts.gates import methods_of, right_of


@dataclass(frozen=True, slots=True)
class Address:
    """A pattern as Django writes it, its full name, what may be sent to it, and the right."""

    pattern: str
    name: str
    methods: tuple[str, ...]
    right: str | None


def addresses() -> Iterator[Address]:
    """All addresses, in the order in which they are tried."""
    yield from _below(get_resolver(), "/", "")


def _below(resolver: URLResolver, prefix: str, space: str) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLPattern):
            view = entry.callback
            yield Address(route, f"{space}{entry.name}", methods_of(view), right_of(view))
        else:
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from _below(entry, route, inner)
