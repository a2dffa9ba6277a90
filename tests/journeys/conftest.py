"""A real browser for whole stories: Debian's Chromium, driven by playwright, against a live server.

Pictures of what was seen lie in the folder FENGQIAO_SCREENSHOTS, or in pytest's temporary folder.
"""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from fengqiao.config.home import ROOT
from fengqiao.kernel.accounts.demo import ACCOUNTS, BEGINS_ON, make_demo_accounts
from fengqiao.kernel.accounts.models import User

FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDTHS = {"desk": 1440, "phone": 390}


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("journey")


@pytest.fixture(scope="session")
def browser():
    assert (ROOT / "static" / "vendor").is_dir(), "网页资源还没有准备:请先运行 script/setup"
    # playwright's loop runs in this thread, which Django would take for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def page(browser, live_server):
    """A page with nobody signed in; whatever the browser complains of fails the test."""
    complaints = []
    context = browser.new_context(
        base_url=live_server.url, viewport={"width": WIDTHS["desk"], "height": 900}, locale="zh-CN"
    )
    page = context.new_page()
    page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(error.stack))
    yield page
    context.close()
    assert complaints == []


@pytest.fixture
def sign_in_as(page, live_server):
    """Signs a demo account in through the sign-in page: `sign_in_as("zhuli")`.

    Where the city has no areas yet, each has its role everywhere.
    """
    make_demo_accounts()
    for account in ACCOUNTS:
        user = User.objects.get(username=account.username)
        if not user.grants.exists():
            user.grants.create(role=account.role, begins_on=BEGINS_ON)

    def signed_in(username):
        page.goto("/accounts/login/")
        page.locator(f"[data-login={username}]").click()
        page.locator("#sign-in button[type=submit]").click()
        page.wait_for_url(f"{live_server.url}/")
        return page

    return signed_in


@pytest.fixture
def picture(page, tmp_path, request):
    """Takes the page at both widths and holds it to its width: nothing sticks out at the side."""
    folder = Path(os.environ.get("FENGQIAO_SCREENSHOTS") or tmp_path)

    def taken(name):
        for device, width in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": 900})
            page.wait_for_timeout(100)  # charts follow the new width
            page.screenshot(path=folder / f"{name}-{device}.png", full_page=True)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, device)
        page.set_viewport_size({"width": WIDTHS["desk"], "height": 900})

    return taken
