"""A browser in which one never signed in before is told of, once."""

import pytest
from django.test import Client

from fengqiao.conftest import PASSWORD
from fengqiao.kernel.accounts import devices
from fengqiao.kernel.accounts.models import Device
from fengqiao.kernel.accounts.signals import new_device
from fengqiao.kernel.accounts.user_agents import device_name
from fengqiao.kernel.audit.models import Entry

LOGIN = "/accounts/login/"
TOLD = "本账号第一次在这台设备上登录"


@pytest.fixture
def heard():
    calls = []

    def hear(sender, **said):
        calls.append((said["user"].username, said["device"], said["address"]))

    new_device.connect(hear)
    yield calls
    new_device.disconnect(hear)


def sign_in(client, username="clerk"):
    client.post("/accounts/logout/")
    client.post(LOGIN, {"login": username, "password": PASSWORD})
    return client.get("/").content.decode()


def test_the_first_device_of_all_is_not_told_of(cast, heard):
    assert TOLD not in sign_in(Client())
    assert heard == []


def test_a_second_device_is_told_of_once(cast, heard):
    sign_in(Client())
    other = Client(headers={"User-Agent": "Mozilla/5.0 (Windows NT 10.0) Chrome/120.0 Edg/120.0"})
    assert TOLD in sign_in(other)
    assert TOLD not in other.get("/").content.decode()
    assert TOLD not in sign_in(other)
    assert heard == [("clerk", "Edge · Windows", "127.0.0.1")]
    assert Entry.objects.filter(act="accounts.new_device").count() == 1


def test_a_browser_that_two_use_is_known_to_each_for_himself(cast, heard):
    shared = Client()
    sign_in(shared)
    sign_in(Client(), "director")
    assert TOLD in sign_in(shared, "director")
    assert [username for username, _device, _address in heard] == ["director"]


def test_the_cookie_is_for_the_server_alone_and_only_its_digest_is_kept(cast):
    client = Client()
    sign_in(client)
    cookie = client.cookies[devices.COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie.value not in Device.objects.get().digest


def test_a_cookie_of_somebodys_making_is_replaced(cast):
    client = Client()
    client.cookies[devices.COOKIE] = "x"
    sign_in(client)
    assert devices.TOKEN.fullmatch(client.cookies[devices.COOKIE].value)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Mozilla/5.0 (Linux; Android 14) Chrome/1 Safari/1 MicroMessenger/8", "微信 · 安卓"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Safari/604.1", "Safari · iPhone"),
        ("Mozilla/5.0 (X11; Linux x86_64) UOS Chrome/1", "Chrome · 统信"),
        ("curl/8", "未知设备"),
        ("", "未知设备"),
    ],
)
def test_a_device_is_called_as_people_know_it(said, name):
    assert device_name(said) == name
