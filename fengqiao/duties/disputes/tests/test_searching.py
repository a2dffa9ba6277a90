"""Disputes in the search of all pages: by what they are found, and by whom."""

import pytest

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.models import Dispute, DisputeToken, Party
from fengqiao.duties.disputes.searching import find, rebuild
from fengqiao.duties.disputes.tests.made import accept, made
from fengqiao.kernel.crypto.bare import bare
from fengqiao.kernel.search.words import words_of

PARTIES = (
    {"name": "周海涛", "phone": "+8613812345678", "id_number": "321202196203041815"},
    {"name": "泰州市安居物业有限公司"},
)


@pytest.fixture
def known(office):
    made(office.area, office.mediator, by=office.clerk, parties=({"name": "海涛周"},))
    return made(office.area, office.clerk, parties=PARTIES, summary="院墙漏水,吵到半夜")


def found(user, text):
    return list(find(user, words_of(text)))


@pytest.mark.parametrize(
    "text",
    [
        "周海",
        "海涛 物业",
        "周海涛",
        "安居物业",
        "有限公司",
        "zht",
        "5678",
        "1815",
        "13812345678",
        "138 1234 5678".replace(" ", "-"),
        "321202196203041815",
        "周海涛 5678",
    ],
)
def test_a_dispute_is_found_by_its_parties(office, known, text):
    assert known in found(office.clerk, text)


@pytest.mark.parametrize(
    "text",
    [
        "周涛",
        "钱春",
        "周海涛 9999",
        "周海涛周",
        "海涛物业",
        "漏水",
        "半夜",
        "0000",
        "zh",
        "XY",
        "13800000000",
    ],
)
def test_what_does_not_fit_finds_nothing_and_words_of_the_case_are_in_no_index(office, known, text):
    assert known not in found(office.clerk, text)


def test_a_whole_name_is_one_party_and_not_pieces_of_two(office):
    made(office.area, office.clerk, parties=({"name": "周海"}, {"name": "海涛"}))
    assert found(office.clerk, "周海涛") == []


@pytest.mark.parametrize("written", ["{0}", "{0}号", "{1}", "{2}"])
def test_it_is_found_by_its_number_however_that_is_written(office, known, written):
    serial = int(known.number.rpartition("第")[2].removesuffix("号"))
    wide = known.number.replace("(", "(").replace(")", ")")
    text = written.format(serial, known.number, wide)
    if written != "{0}号":
        assert found(office.clerk, text) == [known]
    else:
        assert found(office.clerk, f"第{text}") == []  # half a number is none


def test_a_bureau_finds_a_number_and_nobodys_name(office, known):
    assert found(office.bureau, known.number) == [known]
    for text in ("周海", "周海涛", "ZHT", "5678", "13812345678"):
        assert found(office.bureau, text) == []


def test_who_does_not_see_a_case_does_not_count_it(office, known):
    for text in (known.number, "周海", "5678"):
        assert found(office.stranger, text) == []
        assert found(office.mediator, text) == []
    assert found(office.mediator, "海涛") == [Dispute.objects.get(owner=office.mediator)]


def test_tokens_are_seen_by_those_who_see_their_dispute(office, known):
    for user in (office.clerk, office.mediator, office.bureau, office.stranger):
        seen = set(DisputeToken.objects.visible_to(user).values_list("dispute", flat=True))
        assert seen == set(Dispute.objects.visible_to(user).values_list("pk", flat=True))


def test_another_name_is_found_at_once_and_the_old_one_no_more(office, known):
    party = known.parties.first()
    actions.change_party(case=known, party=party, values={"name": "吴立新"}, by=office.clerk)
    assert found(office.clerk, "吴立") == [known]
    assert known not in found(office.clerk, "周海")


def test_a_change_that_fails_leaves_what_it_is_found_by(office, known, monkeypatch):
    def full(case):
        raise OSError("the disk is full")

    monkeypatch.setattr("fengqiao.duties.disputes.actions.searching.index", full)
    party = known.parties.first()
    with pytest.raises(OSError, match="full"):
        actions.change_party(case=known, party=party, values={"name": "吴立新"}, by=office.clerk)
    assert Party.objects.get(pk=party.pk).name == "周海涛"
    assert found(office.clerk, "周海涛") == [known]


def test_after_a_hand_over_the_new_owner_finds_it_and_the_old_one_does_not(office):
    case = accept(made(office.area, office.mediator), office.mediator)
    given = {"to": office.other_mediator, "reason": "休假"}
    actions.act(case=case, name="hand_over", given=given, by=office.mediator)
    assert found(office.other_mediator, "周海") == [case]
    assert found(office.mediator, "周海") == []


def test_the_index_holds_codes_and_no_name(office, known):
    codes = DisputeToken.objects.values_list(bare("code"), flat=True)
    assert codes
    assert all(code.startswith("L1:") for code in codes)


def test_tokens_that_were_lost_are_written_anew(office, known):
    before = set(DisputeToken.objects.values_list("dispute", "office", bare("code")))
    DisputeToken.objects.all().delete()
    assert found(office.clerk, "周海涛") == []
    assert rebuild() == 2
    assert set(DisputeToken.objects.values_list("dispute", "office", bare("code"))) == before


def test_a_search_takes_as_many_statements_for_many_disputes(office, known, queries):
    one = len(queries(lambda: found(office.clerk, "周海 5678")))
    for _number in range(5):
        made(office.area, office.clerk, parties=PARTIES)
    assert len(queries(lambda: found(office.clerk, "周海 5678"))) == one
