"""What is not seen in a text."""

import unicodedata

import pytest

from fengqiao.lib import hidden


@pytest.mark.parametrize(
    "character",
    [
        "\u202e",
        "\u2066",
        "\u061c",
        "\u200b",
        "\u200d",
        "\ufeff",
        "\x07",
        "\x85",
        "\u2028",
        "\u3164",
    ],
)
def test_a_character_that_is_not_seen_is_named(character):
    assert f"U+{ord(character):04X}" in hidden.refused(f"张{character}三")
    assert hidden.shown(f"张{character}三") == f"张[U+{ord(character):04X}]三"


@pytest.mark.parametrize(
    "text",
    ["张三", "王\u9f98\U00020bb7", "阿依古丽·买买提", "葛\U000e0100", "第一行\n第二行\t", ""],
)
def test_what_is_seen_is_no_fault(text):
    assert hidden.refused(text) == ""
    assert hidden.shown(text) == text


def test_all_marks_of_direction_and_all_joiners_are_among_them():
    turning = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "BN"}
    for code in range(0x2000, 0x2070):
        if unicodedata.bidirectional(chr(code)) in turning:
            assert hidden.refused(chr(code)), hex(code)
