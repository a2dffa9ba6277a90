"""Main pages leave nothing in the browser's console: no error, no warning, no breach of the policy."""

import re

import pytest

MOST = 16
# What only signs out, or downloads a file, is no page.
NO_PAGE = re.compile(r"logout|export|download|\.(xlsx|docx|pdf|csv)|/files?/|template|format=")


def kind(address: str) -> str:
    """Addresses that differ in a number or a query alone are of one kind."""
    return re.sub(r"\d+|[0-9a-f-]{20,}", "#", address.split("?")[0].split("#")[0])


@pytest.fixture
def heard(page):
    """Errors and warnings of the console, breaches of the policy among them, with the address."""
    said: list[str] = []

    def hear(one):
        if one.type in ("error", "warning"):
            said.append(f"{page.url} {one.type}: {one.text}")

    page.on("console", hear)
    page.add_init_script(
        "addEventListener('securitypolicyviolation', e => "
        "console.error('policy', e.violatedDirective, e.blockedURI))"
    )
    return said


def links(page) -> list[str]:
    """Addresses of this system that the page leads to."""
    found = page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
    return [address for address in found if address.startswith("/") and not NO_PAGE.search(address)]


def test_pages_leave_nothing_in_the_console(page, sign_in_as, heard):
    sign_in_as("suozhang")
    waiting, seen, shut = ["/", *links(page)], set(), []
    while waiting and len(seen) < MOST:
        address = waiting.pop(0)
        if kind(address) in seen:
            continue
        seen.add(kind(address))
        answer = page.goto(address)
        if answer.status != 200:
            shut.append((address, answer.status))
            continue
        page.wait_for_load_state("networkidle")
        waiting += links(page)
    assert len(seen) > 8
    assert (heard, shut) == ([], [])
