"""The page on which a term is counted, and that of a year."""

import pytest

PAGE = "/deadlines/"


def shown(client, **query):
    answer = client.get(PAGE, query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_matter_and_a_day_give_the_last_day_its_steps_and_its_article(clerk_client):
    text = shown(clerk_client, rule="MED-22", start="2026-09-01")
    assert "2026年10月8日" in text
    assert "2026-10-01，这一天不上班，已顺延" in text
    assert "《民事诉讼法》第二百零五条" in text


def test_an_article_that_was_not_verified_is_never_shown(clerk_client):
    text = shown(clerk_client, rule="MED-11", start="2026-09-01")
    assert "2026年10月1日" in text
    assert "尚未核实" in text
    assert "人民调解工作若干规定" not in text


def test_an_end_in_a_year_without_a_notice_is_expected_only(clerk_client):
    assert "预计" in shown(clerk_client, rule="REC-06", start="2026-12-25")
    assert "预计" not in shown(clerk_client, rule="REC-06", start="2026-11-25")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"rule": "MED-22", "start": "2026-02-30"}, "应为日期"),
        ({"rule": "MED-22", "start": ""}, "请填日期"),
        ({"rule": "ZZZ-01", "start": "2026-02-03"}, "没有这个事项"),
        ({"rule": "MED-22", "start": "1999-01-01"}, "2004年至2099年"),
        ({"rule": "MED-22", "start": "2010-12-31"}, "自2011-01-01起施行"),
    ],
)
def test_what_cannot_be_counted_is_said_at_the_field(clerk_client, query, said):
    assert said in shown(clerk_client, **query)


def test_what_people_type_as_a_day_is_taken(clerk_client):
    assert "2026年10月8日" in shown(clerk_client, rule="MED-22", start="2026年9月1日")


def test_an_outsider_is_sent_to_sign_in(client):
    assert client.get(PAGE).status_code == 302
    assert client.get("/deadlines/calendar/2026/").status_code == 302


def test_the_page_asks_the_database_a_fixed_number_of_times(clerk_client, queries):
    def ask():
        return clerk_client.get(PAGE, {"rule": "MED-22", "start": "2026-09-01"})

    ask()
    assert len(queries(ask)) <= 5


def test_a_year_shows_its_days_off_and_its_worked_weekends(clerk_client):
    text = clerk_client.get("/deadlines/calendar/2026/").content.decode()
    assert text.count("<small>休</small>") == 19
    assert text.count("<small>班</small>") == 6
    assert "已按国务院办公厅公布的放假安排" in text


def test_a_year_without_a_notice_says_so(clerk_client):
    assert "预计" in clerk_client.get("/deadlines/calendar/2027/").content.decode()


@pytest.mark.parametrize("year", [1, 2003, 2100, 99999])
def test_a_year_that_is_out_of_reach_is_not_found(clerk_client, year):
    assert clerk_client.get(f"/deadlines/calendar/{year}/").status_code == 404
