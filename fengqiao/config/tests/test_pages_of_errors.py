from types import ModuleType

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.test import Client
from django.urls import path

from fengqiao.config import urls
from fengqiao.config.errors import NumberFilter
from fengqiao.kernel.accounts.gates import own


@pytest.fixture
def page_that(cast, sign_in, settings):
    """What a signed-in person sees of a page that raises the given error."""

    def broken(error):
        @own()
        def raises(request):
            raise error

        broken_urls = ModuleType("broken_urls")
        vars(broken_urls).update(vars(urls))
        broken_urls.urlpatterns = [path("breaks/", raises), *urls.urlpatterns]
        settings.ROOT_URLCONF = broken_urls
        client = sign_in(cast.clerk)
        client.raise_request_exception = False
        return client.get("/breaks/")

    return broken


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (PermissionDenied(), 403, "没有权限"),
        (SuspiciousOperation(), 400, "无法处理这个请求"),
        (ValueError("secret detail"), 500, "系统出错"),
        (OperationalError("database is locked"), 503, "别的操作正在写入"),
        (OperationalError("secret detail"), 500, "系统出错"),
    ],
)
def test_an_error_is_said_in_chinese_without_a_trace(page_that, error, status, words):
    page = page_that(error)
    text = page.content.decode()
    assert page.status_code == status
    assert words in text
    assert "secret detail" not in text


def test_the_number_of_an_error_stands_in_the_log(page_that, caplog):
    caplog.handler.addFilter(NumberFilter())
    page = page_that(ValueError("secret detail"))
    record = next(record for record in caplog.records if record.levelname == "ERROR")
    assert record.error_number in page.content.decode()
    assert record.exc_info


def test_a_page_that_is_not_there_is_said_in_chinese(clerk_client):
    page = clerk_client.get("/nothing/")
    assert page.status_code == 404
    assert "没有这个页面" in page.content.decode()


def test_an_address_for_a_button_says_so_when_it_is_visited(clerk_client):
    page = clerk_client.get("/accounts/logout/")
    assert (page.status_code, page["Allow"]) == (405, "POST")
    assert "不能直接打开" in page.content.decode()


def test_a_form_without_its_token_is_refused_in_chinese(db):
    page = Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": "a"})
    assert page.status_code == 403
    assert "提交没有生效" in page.content.decode()


def test_a_request_that_announces_too_much_is_refused_unread(clerk_client, settings):
    settings.MAX_REQUEST_BYTES = 10
    page = clerk_client.post("/", {"text": "x" * 20})
    assert page.status_code == 413
    assert "内容太大" in page.content.decode()


@pytest.mark.parametrize("number", [2**63, 10**30])
def test_a_number_that_no_database_holds_is_not_there(city_client, number):
    for page in ("/standards/judgements/{}/offices/x/", "/jobs/{}/", "/organisations/offices/{}/"):
        assert city_client.get(page.format(number)).status_code == 404


def test_every_error_says_its_number(clerk_client):
    page = clerk_client.get("/nothing/")
    assert page["X-Request-Id"] in page.content.decode()


def test_who_asks_too_often_is_told_how_long_to_wait(client, db):
    form = {"login": "nobody", "code": "1"}
    for _attempt in range(21):
        page = client.post("/accounts/code/", form)
    assert (page.status_code, page["Retry-After"]) == (429, "60")
    assert "请一分钟后再试" in page.content.decode()
    assert page["X-Request-Id"] in page.content.decode()


@pytest.mark.parametrize("path", ["/nothing/", "/accounts/logout/"])
def test_the_number_of_every_refusal_stands_in_the_log(clerk_client, caplog, path):
    caplog.handler.addFilter(NumberFilter())
    page = clerk_client.get(path)
    assert page["X-Request-Id"] in {record.error_number for record in caplog.records}
