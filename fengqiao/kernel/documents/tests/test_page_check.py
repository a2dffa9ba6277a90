from django.urls import reverse

from fengqiao.kernel.documents.models import PaperState
from fengqiao.kernel.documents.sealing import address_of, seal_of


def url(code):
    return reverse("documents:check", args=[code])


def page(client, paper, seal=""):
    answer = client.get(url(paper.code), {"seal": seal} if seal else {})
    assert answer.status_code == 200
    return answer.content.decode()


def test_anybody_reads_number_day_and_digits_but_no_name(client, paper):
    text = page(client, paper)
    assert paper.case_number in text
    assert seal_of(paper) in text
    assert "周海涛" not in text


def test_the_printed_code_opens_the_page_and_says_that_it_fits(client, paper):
    text = client.get(address_of(paper)).content.decode()
    assert "校验码一致" in text


def test_other_digits_are_told(client, paper):
    assert "校验码不一致" in page(client, paper, "0000-0000-0000-0000")


def test_what_was_changed_in_the_rows_does_not_fit_any_more(client, paper):
    printed = address_of(paper)
    paper.values = {"当事人": "别人"}
    paper.save()
    assert "校验码不一致" in client.get(printed).content.decode()


def test_a_void_or_replaced_paper_says_so(client, paper):
    for state, said in ((PaperState.VOID, "已经作废"), (PaperState.REPLACED, "新的版本")):
        paper.state = state
        paper.save()
        assert said in page(client, paper)


def test_a_code_that_was_never_given_is_not_found(client, paper):
    assert client.get(url("f" * 32)).status_code == 404


def test_who_tries_many_codes_is_stopped(client, paper, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "check_paper": "2/m/ip"}
    codes = [client.get(url(f"{number:032}")).status_code for number in range(3)]
    assert codes == [404, 404, 429]
