"""A query taken apart into fields and written again: nothing of it is lost."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.domain.query import Ask, parse_query
from contacts_tui.domain.query_text import Asked, taken_apart, written


@pytest.mark.parametrize(
    ("typed", "words", "fields"),
    [
        ("cannon city:Leeds tea", "cannon tea", {Ask.CITY: ("Leeds",)}),
        ('ville:"North Bay" rel:cust rel:press', "", {Ask.CITY: ("North Bay",), Ask.RELATION: ("cust", "press")}),
        ("rep:moi sans:courriel type:c", "", {Ask.SALESPERSON: ("me",), Ask.LACKS: ("email",), Ask.TYPE: ("company",)}),
        ('-rel:cust company.city:york "market square" -leeds has:money', None, {}),
        ("city:leeds city:york", "city:leeds", {Ask.CITY: ("york",)}),
        ("+44 121 496 0100", None, {}),
    ],
)
def test_what_a_form_can_show_and_what_stays_as_it_was(
    typed: str, words: str | None, fields: dict[Ask, tuple[str, ...]]
) -> None:
    assert taken_apart(typed) == Asked(typed if words is None else words, fields)


def test_it_is_written_in_the_language_of_the_user() -> None:
    asked = Asked("cannon", {Ask.HAS: ("email",), Ask.CITY: ("North Bay",), Ask.SALESPERSON: ("me",)})
    assert written(asked) == 'cannon city:"North Bay" rep:me has:email'
    assert written(asked, "fr") == 'cannon ville:"North Bay" rep:moi avec:courriel'
    assert written(Asked()) == ""


def test_quotes_that_were_not_closed_do_not_swallow_the_fields() -> None:
    assert written(Asked('"market square', {Ask.CITY: ("Leeds",)})) == '"market square" city:Leeds'
    assert written(taken_apart('city:"new york')) == 'city:"new york"'


def test_a_code_with_signs_is_asked_for_by_its_words() -> None:
    text = written(Asked("", {Ask.GROUP: ("X-CARD", 'A "B" C')}))
    assert [term.words for term in parse_query(text).fields] == [("x", "card"), ("a", "b", "c")]


_PIECES = [
    "city:", "ville:", "rel:", "-", '"', "cust", "new york", " ", " ", "leeds", "has:", "email", "no:", "money",
    "type:", "person", "rep:", "me", "company.", "12", "+", "last:", "foo:", "é", "a@b.example", ":", ".",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=14), st.sampled_from(["en", "fr"]))
def test_taken_apart_and_written_again_it_asks_for_the_same(pieces: list[str], language: str) -> None:
    typed = "".join(pieces)
    before, after = parse_query(typed), parse_query(written(taken_apart(typed), language))
    assert (after.words, after.number) == (before.words, before.number)
    assert Counter(after.fields) == Counter(before.fields)
    assert len(after.problems) == len(before.problems)


@given(st.text(max_size=50))
def test_whatever_is_typed_it_asks_for_the_same(typed: str) -> None:
    before, after = parse_query(typed), parse_query(written(taken_apart(typed)))
    assert (after.words, Counter(after.fields), after.number) == (before.words, Counter(before.fields), before.number)
