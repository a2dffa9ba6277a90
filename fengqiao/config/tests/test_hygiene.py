"""What must not stand in the log does not, whatever an error quoted."""

import logging.config
from copy import deepcopy
from types import ModuleType

import pytest
from django.conf import settings as configured
from django.urls import path
from hypothesis import given
from hypothesis import strategies as st

from fengqiao.config import urls
from fengqiao.config.errors import record
from fengqiao.config.hygiene import clean
from fengqiao.kernel.accounts.gates import FORM, own
from fengqiao.kernel.api.tests.conftest import caller, token_of  # noqa: F401 - fixtures

ID, PHONE, SECRET = "321202197001010018", "13912345678", "fq_0123456789abcdefghijklmnopqrstuvwxyz"
PASSWORD = "a-very-secret-password"


@pytest.fixture
def log(tmp_path):
    """The log as the product writes it; gives its text."""
    file = tmp_path / "fengqiao.log"
    wanted = deepcopy(configured.LOGGING)
    wanted["handlers"]["file"]["filename"] = file
    root = logging.getLogger()
    before = root.handlers[:]
    logging.config.dictConfig(wanted)
    ours = [handler for handler in root.handlers if handler not in before]
    yield lambda: file.read_text(encoding="utf-8") if file.exists() else ""
    for handler in ours:
        handler.close()
    root.handlers[:] = before


@pytest.fixture
def breaking(cast, sign_in, settings):
    """A signed-in client for whom `/breaks/` raises an error that quotes all that was sent."""

    @own(FORM)
    def breaks(request):
        raise ValueError(f"cannot take {request.POST.dict()} of {request.headers}")

    broken = ModuleType("broken_urls")
    vars(broken).update(vars(urls))
    broken.urlpatterns = [path("breaks/", breaks), *urls.urlpatterns]
    settings.ROOT_URLCONF = broken
    client = sign_in(cast.clerk)
    client.raise_request_exception = False
    return client


def test_what_was_sent_to_a_page_that_breaks_is_not_in_the_log(breaking, log):
    sent = {"number": ID, "phone": PHONE, "password": PASSWORD, "note": f"token {SECRET}"}
    page = breaking.post("/breaks/", sent, headers={"authorization": f"Bearer {SECRET}"})
    text = log()
    assert page.status_code == 500
    assert "ValueError" in text
    assert f"[{page['X-Request-Id']}]" in text
    for private in (ID, PHONE, PASSWORD, SECRET, breaking.cookies["sessionid"].value):
        assert private not in text


def test_a_failed_sign_in_leaves_no_password_in_the_log(cast, client, log):
    client.post("/accounts/login/", {"login": PHONE, "password": PASSWORD})
    assert PASSWORD not in log()
    assert PHONE not in log()


def test_a_refused_call_leaves_no_token_in_the_log(cast, caller, log):  # noqa: F811
    call = caller(cast.city, "standards.see")
    call("/offices")
    call.client.get(f"/api/v1/me?token={SECRET}", headers={"Authorization": f"Bearer {SECRET}"})
    text = log()
    assert "403" in text or "Forbidden" in text
    assert call.secret not in text
    assert SECRET not in text


def test_every_line_of_a_request_has_its_number(breaking, log):
    page = breaking.get("/nothing/")
    assert f"[{page['X-Request-Id']}] django.request" in log()


def test_a_trace_of_the_command_line_is_clean_as_well(tmp_path, monkeypatch):
    monkeypatch.setenv("FENGQIAO_HOME", str(tmp_path))
    record(f"ValueError: {ID} and postgres://fengqiao:{PASSWORD}@127.0.0.1/db")
    text = (tmp_path / "logs/fengqiao.log").read_text(encoding="utf-8")
    assert ID not in text
    assert PASSWORD not in text
    assert "@127.0.0.1/db" in text


AROUND = st.text("汉字 ,。:()=abc-_\n", max_size=12)
MOBILE = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)
RESIDENT = st.from_regex(r"[1-9][0-9]{16}[0-9X]", fullmatch=True)
TOKEN = st.from_regex(r"fq_[A-Za-z0-9_-]{43}", fullmatch=True)


@given(AROUND, st.one_of(MOBILE, RESIDENT, TOKEN), AROUND)
def test_a_number_of_somebody_never_passes(before, private, after):
    assert private not in clean(before + private + after)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("{'password': 'x y', 'on': '2026-06-30'}", "{'password': ***, 'on': '2026-06-30'}"),
        ("Cookie: sessionid=abc; other=1", "Cookie: ***; other=1"),
        (
            "DETAIL:  Key (username)=(李四) already exists.",
            "DETAIL:  Key (username)=(***) already exists.",
        ),
        (
            "DETAIL:  Failing row contains (1, 李四, null).",
            "DETAIL:  Failing row contains (***)",
        ),
        ("电话 0523-86391234", "电话 ***"),
        ("mobile +86 139 1234 5678", "mobile ***"),
        ("2026-11-25 18:22:01,123 INFO [7F3A-91C2] job 12", None),
        ("Not Found: /standards/judgements/12/offices/321202007/", None),
        ("task 0b5a2c9e-9d3a-4f62-8f0e-7c1d2e3f4a5b done in 1234 ms", None),
    ],
)
def test_what_goes_and_what_stays(said, kept):
    assert clean(said) == (said if kept is None else kept)
