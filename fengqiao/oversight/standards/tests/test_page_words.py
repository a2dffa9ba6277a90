"""What stands beside the figures of the pages 达标: what a clause asks, what is short, on what ground."""

from django.db.models import Value
from django.db.models.functions import Replace
from django.urls import reverse

from fengqiao.lib.typography import typeset
from fengqiao.oversight.standards.keeping import detail_of
from fengqiao.oversight.standards.listed import nearest
from fengqiao.oversight.standards.verdicts import columns_of
from fengqiao.rulebook.reports.columns import lack
from fengqiao.rulebook.reports.summary import shortfall


def test_the_nearest_offices_come_with_what_each_is_short_of(judgement, city_client):
    page = city_client.get(reverse("standards:city", args=[judgement.pk]))
    shown = page.context["nearest"]
    order = []
    for one in shown:
        items = detail_of(one.office).items
        order.append((one.office.unmet, one.office.unknown, shortfall(items)))
        assert list(one.short) == [lack(item) for item in items if item.verdict == "unmet"]
        assert all(typeset(said) in page.content.decode() for said in one.short)
    assert shown
    assert order == sorted(order)
    assert any("差" in said for one in shown for said in one.short)


def test_of_offices_with_as_many_unmet_items_the_one_that_lacks_less_is_first(judgement):
    failing = judgement.offices.filter(meets=False, unmet=1, unknown=0).select_related("detail")
    found = nearest(judgement, failing, 100)
    short = [shortfall(detail_of(one.office).items) for one in found]
    assert len(short) > 1
    assert short == sorted(short)


def test_what_a_clause_asks_stands_once_on_the_page_of_an_office(judgement, city_client):
    office = judgement.offices.get(code="321202001")
    address = reverse("standards:office", args=[judgement.pk, office.row])
    text = city_client.get(address).content.decode()
    for clause in {item.clause for item in detail_of(office).items}:
        assert text.count(typeset(judgement.about["clauses"][clause])) == 1


def test_every_page_names_ground_and_readings(judgement, city_client):
    text = city_client.get(reverse("standards:city", args=[judgement.pk])).content.decode()
    assert "2021-08-19 起施行" in text
    for one in judgement.about["ambiguities"]:
        assert typeset(one["taken"]) in text


def test_a_roster_is_told_as_such(judgement, city_client):
    office = judgement.offices.get(code="321202001")
    address = reverse("standards:office", args=[judgement.pk, office.row])
    assert "名册导入" in city_client.get(address).content.decode()


def test_of_what_is_not_known_a_list_says_how_much_and_names_a_few(judgement, city_client):
    """An office without a class has thirteen items that nobody can judge."""
    judgement.offices.update(verdicts=Replace("verdicts", Value("u"), Value("m")))
    row, columns = judgement.offices.first(), columns_of(judgement.about)
    unknown = [at for at, letter in enumerate(row.verdicts) if letter == "m"]

    def text_with(count):
        letters = [*row.verdicts]
        for at in unknown[:count]:
            letters[at] = "n"
        judgement.offices.filter(pk=row.pk).update(verdicts="".join(letters))
        address = reverse("standards:offices", args=[judgement.pk])
        return city_client.get(address).content.decode()

    title = f'<span class="fq-lack">{columns[unknown[0]].title}</span>'
    assert title in text_with(3)
    many = text_with(13)
    assert "13 项待补充" in many
    assert title not in many
