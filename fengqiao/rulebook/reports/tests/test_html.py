"""The page."""

import base64
import re

import pytest

from fengqiao.rulebook.reports import as_html, drawing

from .reading import Page


@pytest.fixture
def path(tmp_path):
    return tmp_path / "报告.html"


def test_nothing_on_the_page_points_outside_or_runs(city, path, heading, left_out):
    as_html(city, path, heading=heading, left_out=left_out)
    page, source = Page(path), path.read_text(encoding="utf-8")

    assert not re.search(r"https?:|//[a-z]|url\(|@import", source)
    assert not {"script", "link", "iframe"} & set(page.tags)
    assert all(link.startswith("#") for link in page.values("href"))
    assert all(image.startswith("data:image/svg+xml;base64,") for image in page.values("src"))


def test_pictures_are_drawings_without_the_day_they_were_made(city, path):
    as_html(city, path)
    pictures = [base64.b64decode(src.partition(",")[2]) for src in Page(path).values("src")]

    assert len(pictures) == 2
    assert all(b"<svg" in picture for picture in pictures)
    assert not any(b"matplotlib.org" in picture or b"<dc:date" in picture for picture in pictures)


def test_a_phone_can_read_it_and_every_link_arrives(city, path):
    as_html(city, path)
    page = Page(path)

    assert "width=device-width, initial-scale=1" in page.values("content")
    assert page.tags.count("table") == page.values("class").count("scroll") + page.values(
        "class"
    ).count("scroll whole")
    targets = page.values("id")
    assert len(targets) == len(set(targets)) == len(city.offices)
    assert {link.removeprefix("#") for link in page.values("href")} == set(targets)


def test_markup_in_a_name_stays_text(hostile, path):
    as_html(hostile, path)
    page = Page(path)

    assert "b" not in page.tags
    assert "<b>𠮷野&𬭬镇</b>司法所" in page.text


def test_the_same_judgement_gives_the_same_page(city, path, tmp_path):
    as_html(city, path)
    as_html(city, tmp_path / "again.html")

    assert path.read_bytes() == (tmp_path / "again.html").read_bytes()


def test_without_a_chinese_font_the_page_says_that_nothing_was_drawn(city, path, monkeypatch):
    monkeypatch.setattr(drawing, "chinese_font", lambda: None)
    as_html(city, path)
    page = Page(path)

    assert "img" not in page.tags
    assert "本机没有中文字体" in page.text
