"""Charts and the map are drawn by their own script, under the policy without inline style."""

from types import ModuleType

import pytest
from django.http import HttpResponse
from django.template import RequestContext, Template
from django.urls import path
from playwright.sync_api import expect

from fengqiao.config import urls
from fengqiao.kernel.accounts.gates import public

PAGE = """{% extends "ui/base.html" %}{% load static ui %}
{% block head %}{% include "ui/chart_scripts.html" %}{% endblock %}
{% block main %}{% static "vendor/321200.json" as map_url %}
{% chart "rates" bars title="各市区达标率" table=table %}
{% chart "city" map title="泰州市" map_url=map_url size="lg" %}{% endblock %}"""
DISTRICTS = ["海陵区", "高港区", "姜堰区", "兴化市", "靖江市", "泰兴市"]
CONTEXT = {
    "bars": {
        "xAxis": {"data": DISTRICTS},
        "yAxis": {"max": 100},
        "series": [{"type": "bar", "data": [80, 60, 75, {"value": 40, "url": "/health/"}, 90, 55]}],
    },
    "table": {"head": ["市(区)", "达标率"], "rows": [["海陵区", "80%"]]},
    "map": {
        "tooltip": {},
        "visualMap": {"min": 0, "max": 100, "inRange": {"color": ["#fbeae7", "#9f2a1f"]}},
        "series": [
            {
                "type": "map",
                "map": "map",
                "label": {"show": True},
                "data": [{"name": name, "value": 15 * n} for n, name in enumerate(DISTRICTS, 1)],
            }
        ],
    },
}


@pytest.fixture
def charts(settings):
    """The address of a page with a bar chart and a map."""

    @public()
    def page(request):
        return HttpResponse(Template(PAGE).render(RequestContext(request, CONTEXT)))

    module = ModuleType("charts_urls")
    vars(module).update(vars(urls), urlpatterns=[path("charts/", page), *urls.urlpatterns])
    settings.ROOT_URLCONF = module
    return "/charts/"


def test_charts_are_drawn_with_their_numbers_behind_a_toggle(page, charts, picture):
    page.goto(charts)
    for name in ("rates", "city"):
        holder = page.locator(f"[data-chart={name}]")
        expect(holder.locator("svg")).to_be_visible()
        assert holder.bounding_box()["height"] > 100
    expect(page.locator("[data-chart=city] svg")).to_contain_text("兴化市")
    page.get_by_text("靖江市").last.hover()
    expect(page.get_by_text("靖江市 75")).to_be_visible()
    expect(page.get_by_role("cell", name="海陵区")).to_be_hidden()
    page.get_by_text("看表格").click()
    expect(page.get_by_role("cell", name="海陵区")).to_be_visible()
    picture("charts")
