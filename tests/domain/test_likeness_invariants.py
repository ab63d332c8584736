"""What holds for any two contacts."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.domain.likeness.blocking import keys
from contacts_tui.domain.likeness.details import Details
from contacts_tui.domain.likeness.rarity import Census, Rarity, counted
from contacts_tui.domain.likeness.reasons import MOST_AGAINST, MOST_FOR, reasons
from contacts_tui.domain.likeness.record import record
from contacts_tui.domain.likeness.score import compare
from contacts_tui.domain.likeness.terms import Field

NAMES = st.lists(
    st.sampled_from(("Anne", "Ann", "Roy", "Ray", "Royer", "Bob", "Robert", "R", "St", "Group")), max_size=4
)
ANY = st.text(max_size=12)


def some(*values: str) -> st.SearchStrategy[str]:
    return st.one_of(st.just(""), st.sampled_from(values), ANY)


DETAILS = st.builds(
    Details,
    id=st.integers(0, 10),
    is_company=st.booleans(),
    name=st.one_of(NAMES.map(" ".join), ANY),
    birthday=some("1970-01-31", "1970-01-30", "--01-31"),
    numbers=st.tuples(some("CA1234567", "CA1234568")),
    emails=st.tuples(some("anne.roy@roy.example", "ann.roy@roy.example", "info@roy.example")),
    phones=st.tuples(some("514 555 0100", "514 555 0101"), some("555 0100")),
    address=some("88 rue Laurier", "88 Laurier St", "9 Main Street"),
    post_code=some("H2X 1Y4", "H2X"),
    town=some("Montréal", "Montréal Nord", "Laval"),
    county=some("QC", "ON"),
    country=some("CA", "US"),
    other=some("pain", "pain et sel"),
)
COUNTS = st.dictionaries(st.sampled_from(("nroy", "nanne", "tmontreal", "p45550100")), st.integers(1, 900))


@given(DETAILS, DETAILS, COUNTS)
def test_the_order_of_two_contacts_does_not_matter(one: Details, other: Details, counts: dict[str, int]) -> None:
    book = Rarity(1000, counts)
    a, b = record(replace(one, id=1)), record(replace(other, id=2))
    there, back = compare(a, b, book), compare(b, a, book)
    swapped = compare(replace(a, id=2), replace(b, id=1), book)
    assert there == back
    assert (there is None) is (swapped is None)
    if there and swapped:
        assert there.score == pytest.approx(swapped.score)


@given(
    DETAILS,
    DETAILS,
    st.sampled_from([field.name for field in fields(Details) if field.name not in ("id", "is_company")]),
)
def test_a_blank_value_adds_no_term_of_its_field(one: Details, other: Details, name: str) -> None:
    book = Rarity(1000, {})
    blank = type(getattr(other, name))()
    without = compare(record(replace(one, id=1)), record(replace(other, id=2, **{name: blank})), book)
    of = {
        "birthday": {Field.BIRTHDAY}, "numbers": {Field.NUMBER}, "emails": {Field.EMAIL}, "phones": {Field.PHONE},
        "address": {Field.STREET, Field.HOUSE}, "post_code": {Field.POST_CODE}, "town": {Field.TOWN},
        "county": {Field.COUNTY}, "country": {Field.COUNTRY}, "other": {Field.OTHER},
        "name": {Field.WORD, Field.NAME, Field.FORM, Field.FIRST_NAME},
    }  # fmt: skip
    if without:
        assert not of.get(name, set()) & {term.field for term in without.terms}


@given(DETAILS, DETAILS, st.floats(-20, 20))
def test_only_what_cannot_reach_a_score_is_given_up(one: Details, other: Details, least: float) -> None:
    book = Rarity(1000, {})
    a, b = record(replace(one, id=1)), record(replace(other, id=2))
    whole, found = compare(a, b, book), compare(a, b, book, least=least)
    assert found == whole or (whole is not None and whole.score < least)


@given(DETAILS)
def test_nobody_is_more_like_a_contact_than_its_copy(one: Details) -> None:
    book = Rarity(1000, {})
    found = compare(record(replace(one, id=1)), record(replace(one, id=2)), book)
    assert found
    assert all(term.weight >= 0 for term in found.terms)


@given(DETAILS, DETAILS)
def test_any_two_can_be_explained(one: Details, other: Details) -> None:
    census = Census()
    census.add(record(one))
    census.add(record(other))
    book = census.rarity()
    one, other = replace(one, id=1), replace(other, id=2)
    found = compare(record(one), record(other), book)
    if found:
        told = reasons(found, one, other, book)
        assert len(told.agree) <= MOST_FOR
        assert len(told.differ) <= MOST_AGAINST
        assert str(told.said)


@given(DETAILS)
def test_keys_and_counted_values_are_there_once(one: Details) -> None:
    for found in (keys(record(one)), list(counted(record(one)))):
        assert len(set(found)) == len(found)
