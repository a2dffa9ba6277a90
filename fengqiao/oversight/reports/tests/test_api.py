"""Figures for programs."""

import pytest

from fengqiao.duties.disputes.tests.made import make_user
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.api.tests.conftest import token_of  # noqa: F401 - a fixture
from fengqiao.oversight.reports.permissions import SEE

URL = "/api/v1/figures?first=2024-03-01&last=2024-03-31&area="


@pytest.fixture
def ask(client, offices, token_of):  # noqa: F811
    _token, secret = token_of(make_user(offices[0], Role.DIRECTOR), SEE)

    def asked(url):
        return client.get(url, headers={"authorization": f"Bearer {secret}"})

    return asked


def test_the_figures_of_ones_own_place(ask, ledger):
    answer = ask(f"{URL}321202007")
    assert answer.status_code == 200
    found = {(one["id"], *one["by"].values()): one for one in answer.json()["figures"]}
    assert found["disputes.accepted",]["of"] == 4
    assert found["disputes.accepted", "合同"]["of"] == 1
    rate = found["disputes.success_rate",]
    assert (rate["of"], rate["among"]) == (2, 3)
    assert found["disputes.amount",]["of"] == 3001
    assert found["disputes.refused",]["of"] == 0


@pytest.mark.parametrize("area", ["321202", "321202008", "321281", "321200"])
def test_a_place_beyond_is_not_there(ask, ledger, area):
    assert ask(f"{URL}{area}").status_code == 404


def test_a_period_that_is_none_is_refused(ask, ledger):
    answer = ask("/api/v1/figures?first=2024-03-31&last=2024-03-01&area=321202007")
    assert answer.status_code in (400, 422)
    assert "早于起日" in answer.json()["detail"]
    assert ask("/api/v1/figures?first=x&last=2024-03-01&area=321202007").status_code == 422


def test_the_queries_are_few(ask, ledger, django_assert_max_num_queries):
    ask(f"{URL}321202007")
    with django_assert_max_num_queries(45):
        assert ask(f"{URL}321202007").status_code == 200
