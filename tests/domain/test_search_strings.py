"""What a search string is, and how many of them make two companies a pair (domain section 5)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.domain.errors import Refused
from contacts_tui.domain.search_strings import (
    End,
    SearchStringRule,
    check_hit,
    check_rule,
    needed,
    share,
    string_of,
    with_switches,
)

FIRST, LAST = SearchStringRule(field="name", end=End.FIRST), SearchStringRule(field="name", end=End.LAST)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The Cannon Group Ltd.", "THECA", "UPLTD"),
        ("192 Market Square", "192MA", "QUARE"),
        ("192 Market Sq.", "192MA", "KETSQ"),
        ("+1 418-555-0142", "14185", "50142"),
        ("Strauß", "STRAU", "RAUSS"),
    ],
)
def test_strings(text: str, first: str, last: str) -> None:
    assert (string_of(FIRST, text), string_of(LAST, text)) == (first, last)


def test_du_10_a_short_text_is_taken_whole_and_signs_alone_give_none() -> None:
    assert (string_of(FIRST, "AB"), string_of(LAST, "AB")) == ("AB", "AB")
    assert (string_of(FIRST, "---"), string_of(LAST, "---")) == ("", "")


def test_du_11_how_many_are_needed() -> None:
    assert needed(16, 60) == 10
    assert needed(6, 60) == 4
    assert needed(6, 1) == 1
    assert needed(6, 100) == 6


def test_du_12_accents_are_folded() -> None:
    text = "Équipements Tremblay inc."
    assert (string_of(FIRST, text), string_of(LAST, text)) == ("EQUIP", "AYINC")


def test_the_share_that_is_shown() -> None:
    assert round(share(4, 6), 2) == 66.67
    assert share(0, 0) == 0


@given(st.text(max_size=40), st.integers(2, 10), st.sampled_from(End))
def test_a_string_is_short_upper_case_and_made_of_letters_and_digits(text: str, length: int, end: End) -> None:
    made = string_of(SearchStringRule(field="name", end=end, length=length), text)
    assert len(made) <= length
    assert not made or made.isalnum()
    assert made == made.upper()


@pytest.mark.parametrize("length", [1, 11])
def test_a_rule_takes_from_two_to_ten(length: int) -> None:
    with pytest.raises(Refused, match="from 2 to 10"):
        check_rule(SearchStringRule(field="name", length=length))


@pytest.mark.parametrize("hit", [0, 101])
def test_the_hit_is_a_percentage(hit: int) -> None:
    with pytest.raises(Refused, match="from 1 to 100"):
        check_hit(hit)


def test_switches_follow_each_other() -> None:
    on, off = "maintain_duplicate_search_strings", "autosearch_for_duplicates"
    assert with_switches({off: True}) == {off: True, on: True}
    assert with_switches({on: False}) == {on: False, off: False}
    assert with_switches({on: True}) == {on: True}
    assert with_switches({off: True, on: False}) == {off: False, on: False}
