"""Many offices: still a matter of seconds."""

import time

import pytest

from fengqiao.rulebook.reports import as_docx, as_html, as_xlsx

from .making import area, judged, office, rooms, signage

SECONDS = 40  # a workbook of 600 offices takes 2 where nothing else runs


@pytest.mark.long
@pytest.mark.parametrize("write", [as_xlsx, as_html, as_docx])
def test_six_hundred_offices_with_thirty_items_each(write, tmp_path):
    items = [area("unmet"), signage(), rooms()] * 10
    city = judged(office(f"{code:05}", *items, district=f"{code % 9}区") for code in range(600))

    start = time.perf_counter()
    write(city, tmp_path / "报告")

    assert time.perf_counter() - start < SECONDS
