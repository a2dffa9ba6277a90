"""What is drawn without templates is what Django's own templates draw."""

from typing import Any

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy
from hypothesis import given, settings
from hypothesis import strategies as st

from fengqiao.kernel.ui.widgets import DRAWN, Renderer

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=8)
VALUES = st.none() | TEXTS | st.integers() | st.booleans()
WRITTEN = st.none() | TEXTS | st.dates()
NAMES = st.from_regex(r"[a-z][a-z-]{0,6}", fullmatch=True)
ATTRS = st.dictionaries(NAMES, TEXTS | st.booleans() | st.integers(), max_size=3)
OPTIONS = st.tuples(VALUES, TEXTS | st.integers())
CHOICES = st.lists(OPTIONS | st.tuples(TEXTS, st.lists(OPTIONS, max_size=2)), max_size=4)
ENTRIES = [
    forms.TextInput,
    forms.NumberInput,
    forms.EmailInput,
    forms.URLInput,
    forms.PasswordInput,
    forms.HiddenInput,
    forms.DateInput,
    forms.DateTimeInput,
    forms.TimeInput,
    forms.CheckboxInput,
]


def same(widget: forms.Widget, value: Any) -> None:
    assert widget.template_name in DRAWN
    drawn = [widget.render("one", value, renderer=by()) for by in (Renderer, DjangoTemplates)]
    assert drawn[0] == drawn[1]


@pytest.mark.parametrize("kind", ENTRIES)
@settings(max_examples=25)
@given(value=WRITTEN, attrs=ATTRS)
def test_an_entry_is_drawn_as_django_draws_it(kind, value, attrs):
    same(kind(attrs=attrs), value)


@given(value=VALUES, attrs=ATTRS, choices=CHOICES)
def test_a_choice_is_drawn_as_django_draws_it(value, attrs, choices):
    same(forms.Select(attrs=attrs, choices=choices), value)


@given(values=st.lists(TEXTS, max_size=3), choices=CHOICES)
def test_a_choice_of_several_is_drawn_as_django_draws_it(values, choices):
    same(forms.SelectMultiple(choices=choices), values)


def test_words_to_be_translated_and_words_marked_safe_stay_what_they_are():
    choices = [("a", gettext_lazy("Yes")), ("b", mark_safe("<b>粗</b>")), ("c", "<b>粗</b>")]
    same(forms.Select(choices=choices), "b")
    same(forms.NullBooleanSelect(), True)


def test_a_widget_with_a_template_of_its_own_is_drawn_by_it():
    class Own(forms.TextInput):
        template_name = "django/forms/widgets/textarea.html"

    assert Own().render("one", "x", renderer=Renderer()).startswith("<textarea")
