from hypothesis import given
from hypothesis import strategies as st

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.search.words import LONGEST, MOST_WORDS, opened, sealed, too_short, words_of


def test_words_are_half_width_capitals_and_each_there_once():
    assert words_of(" 周海涛 138123 zht ZHT  ") == ["周海涛", "138123", "ZHT"]


@given(st.text())
def test_whatever_is_typed_makes_few_words(text):
    words = words_of(text)
    assert len(words) <= MOST_WORDS
    assert all(word and not word.isspace() for word in words)
    assert (
        words == words_of(" ".join(words)) or len(text) > LONGEST or len(" ".join(words)) > LONGEST
    )


def test_one_sign_is_too_short_unless_it_is_a_figure():
    assert too_short(["周", "7", "周海", "X"]) == ["周", "X"]


def test_an_address_is_read_by_who_made_it_alone():
    one, other = User(pk=1), User(pk=2)
    token = sealed("321202196203041815", one)
    assert "3212" not in token
    assert opened(token, one) == "321202196203041815"
    assert opened(token, other) == ""
    assert opened("nonsense", one) == ""
    assert sealed("", one) == ""
