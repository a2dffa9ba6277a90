"""The doors that are shut in earnest: HTTPS, cookies, headers, hosts, origins, redirects."""

import json
import os
import subprocess
import sys

import pytest
from django.test import Client

from fengqiao.config.home import ROOT
from fengqiao.conftest import PASSWORD
from fengqiao.registers.organisations.tests.made import make_office

LOGIN = "/accounts/login/"
HOST = "fengqiao.example"


def in_earnest(code, tmp_path, **more):
    """What a process with the settings of a system in earnest says."""
    environment = {
        "FENGQIAO_HOME": str(tmp_path),
        "FENGQIAO_DEMO": "0",
        "FENGQIAO_HOSTS": HOST,
        "PYTHONPATH": str(ROOT),
        "PATH": os.environ["PATH"],
    } | more
    return subprocess.run(
        [sys.executable, "-P", *code], env=environment, capture_output=True, text=True, check=False
    )


SAY = """
import json
from fengqiao.config import safety as s
print(json.dumps({name: getattr(s, name) for name in dir(s) if name.isupper()}))
"""


@pytest.fixture
def earnest(settings, tmp_path):
    """The settings of safety as they are in earnest, behind a proxy."""
    said = in_earnest(["-c", SAY], tmp_path, FENGQIAO_PROXIES="1")
    for name, value in json.loads(said.stdout).items():
        setattr(settings, name, value)
    settings.ALLOWED_HOSTS = [HOST]
    return settings


def over_https(enforce=False):
    """A browser behind the proxy."""
    return Client(enforce_csrf_checks=enforce, headers={"host": HOST, "x-forwarded-proto": "https"})


def test_djangos_own_check_for_deployment_finds_nothing(tmp_path):
    arguments = "-m django check --deploy --fail-level WARNING --settings fengqiao.config.settings"
    said = in_earnest(arguments.split(), tmp_path)
    assert said.returncode == 0, said.stderr
    assert "no issues" in said.stdout


def test_plain_http_is_sent_to_https_but_for_the_health_address(db, earnest):
    client = Client(headers={"host": HOST})
    assert client.get(LOGIN)["Location"] == f"https://{HOST}{LOGIN}"
    assert client.get("/health/").status_code == 200


def test_what_a_client_says_of_https_is_believed_only_behind_a_proxy_of_ours(db, earnest):
    assert over_https().get(LOGIN).status_code == 200
    earnest.SECURE_PROXY_SSL_HEADER = None  # as without FENGQIAO_PROXIES
    assert over_https().get(LOGIN).status_code == 301


def test_without_a_proxy_no_header_of_one_is_believed(tmp_path):
    said = json.loads(in_earnest(["-c", SAY], tmp_path).stdout)
    assert said["SECURE_PROXY_SSL_HEADER"] is None


def test_browsers_come_back_by_https_for_a_year(db, earnest):
    header = over_https().get(LOGIN)["Strict-Transport-Security"]
    assert header == "max-age=31536000; includeSubDomains"


def test_cookies_are_for_this_host_over_https_and_out_of_reach_of_scripts(db, cast, earnest):
    client = over_https()
    client.get(LOGIN)
    client.post(LOGIN, {"login": "clerk", "password": PASSWORD})
    assert {"__Host-sessionid", "__Host-csrftoken"} <= set(client.cookies)
    for cookie in client.cookies.values():
        assert (cookie["secure"], cookie["httponly"], cookie["path"]) == (True, True, "/")
        assert (cookie["samesite"], cookie["domain"]) == ("Lax", "")


@pytest.mark.parametrize("path", ["/", "/jobs/", "/nothing/", LOGIN, "/accounts/logout/"])
def test_every_page_carries_the_headers(clerk_client, path):
    page = clerk_client.get(path)
    assert page["X-Frame-Options"] == "DENY"
    assert page["X-Content-Type-Options"] == "nosniff"
    assert page["Referrer-Policy"] == "same-origin"
    assert page["Cross-Origin-Opener-Policy"] == "same-origin"
    assert page["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in page["Permissions-Policy"]
    assert "bluetooth" not in page["Permissions-Policy"]  # browsers do not know it, and warn
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/", "/organisations/", "/notices/", "/nothing/", LOGIN])
def test_no_page_is_kept_by_a_browser_or_a_proxy(city_client, path):
    kept = city_client.get(path)["Cache-Control"]
    assert "no-store" in kept
    assert "private" in kept


def test_answers_to_programs_are_not_kept_either(client, db):
    assert client.get("/api/v1/me")["Cache-Control"] == "private, no-store"


def test_files_of_the_release_may_be_kept(client, db):
    answer = client.get("/static/ui/base.css")
    assert b"".join(answer)  # a file is closed when it was read
    answer.close()
    assert "no-store" not in answer["Cache-Control"]


def test_another_host_is_refused_in_words(db, settings):
    settings.ALLOWED_HOSTS = [HOST]
    page = Client(headers={"host": "evil.example"}).get(LOGIN)
    assert page.status_code == 400
    assert "无法处理这个请求" in page.content.decode()
    assert "evil.example" not in page.content.decode()


def test_a_host_that_a_proxy_forwards_is_not_believed(db, settings):
    settings.ALLOWED_HOSTS = [HOST]
    headers = {"host": HOST, "x-forwarded-host": "evil.example"}
    page = Client(headers=headers).get("/")
    assert "evil.example" not in page["Location"]


@pytest.mark.parametrize("origin", ["https://evil.example", "null", f"http://{HOST}"])
def test_a_form_from_elsewhere_is_refused(cast, earnest, origin):
    client = over_https(enforce=True)
    page = client.get(LOGIN).content.decode()
    token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    form = {"login": "clerk", "password": PASSWORD, "csrfmiddlewaretoken": token}
    assert client.post(LOGIN, form, headers={"origin": origin}).status_code == 403
    assert client.post(LOGIN, form, headers={"origin": f"https://{HOST}"}).status_code == 302


ELSEWHERE = [
    "https://evil.example/",
    "//evil.example/",
    "///evil.example",
    "https:evil.example",
    "\\\\evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "http://testserver@evil.example/",
]


@pytest.mark.parametrize("aim", ELSEWHERE)
def test_signing_in_and_out_never_leads_elsewhere(cast, client, aim):
    form = {"login": "clerk", "password": PASSWORD, "next": aim}
    assert client.post(f"{LOGIN}?next={aim}", form)["Location"] == "/"
    assert client.post("/accounts/logout/", {"next": aim})["Location"] == LOGIN


def test_signing_in_takes_a_new_session(cast, client):
    session = client.session
    session["planted"] = True
    session.save()
    client.cookies["sessionid"] = session.session_key
    client.post(LOGIN, {"login": "clerk", "password": PASSWORD})
    assert client.session.session_key != session.session_key
    client.post("/accounts/logout/")
    assert "sessionid" not in client.cookies or not client.cookies["sessionid"].value


def test_a_signed_out_session_opens_nothing_if_it_is_sent_again(cast, client):
    client.post(LOGIN, {"login": "clerk", "password": PASSWORD})
    stolen = client.cookies["sessionid"].value
    client.post("/accounts/logout/")
    client.cookies["sessionid"] = stolen
    assert client.get("/").status_code == 302


@pytest.mark.parametrize("query", ["?q=a%00b", "?page=%00", "?name=%00&on=2026-01-01"])
def test_a_nul_in_a_query_breaks_nothing(city_client, query):
    for page in ("/organisations/", "/standards/judgements/", "/notices/", "/jobs/"):
        assert city_client.get(page + query).status_code == 400


def test_a_sent_redirect_of_the_last_page_stays_here(client, db):
    page = client.post("/jobs/1/again/", headers={"referer": "https://evil.example/jobs/"})
    assert page["Location"].startswith(LOGIN)
    assert "evil.example" not in page["Location"]


def test_markup_in_a_name_stays_a_text(city_client, cast):
    hostile = '"><script>alert(1)</script>'
    make_office(1, hostile)
    cast.city.name = hostile
    cast.city.save()
    for path in ("/organisations/", "/organisations/places/?q=x", "/", "/notices/"):
        page = city_client.get(path).content.decode()
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)" in page, path
