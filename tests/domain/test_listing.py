"""What a list shows: orders, columns and searches within searches, as they are kept and as they are told."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.listing import (
    COLUMNS,
    ORDERS,
    TURNED_ORDERS,
    USUAL,
    Column,
    Listing,
    Order,
    columns_text,
    order_text,
    order_words,
    parse_columns,
    parse_order,
    sort_keys,
)
from contacts_tui.domain.query import parse_query


def test_every_order_and_every_column_has_words() -> None:
    assert set(ORDERS) == set(Order)
    assert set(COLUMNS) == set(Column)
    assert set(TURNED_ORDERS) < set(Order)


@given(order=st.sampled_from(Order), turned=st.booleans())
def test_an_order_is_kept_as_text(order: Order, turned: bool) -> None:
    turned = turned and order in TURNED_ORDERS
    assert parse_order(order_text(order, turned=turned)) == (order, turned)


@given(columns=st.lists(st.sampled_from(Column), min_size=1, unique=True))
def test_columns_are_kept_as_text(columns: list[Column]) -> None:
    assert parse_columns(columns_text(tuple(columns))) == tuple(columns)


def test_blank_is_what_is_usual() -> None:
    assert parse_order("") == (Order.BEST, False)
    assert parse_columns(" ") == USUAL
    assert (order_text(Order.BEST, turned=False), columns_text(USUAL)) == ("", "")


def test_what_there_is_not_is_told_with_what_there_is() -> None:
    with pytest.raises(Refused, match=r"no order “size”.*best, name, company, town, changed, number"):
        parse_order("size")
    with pytest.raises(Refused, match=r"no column “fax”.*about, job"):
        parse_columns("town fax")


def test_the_same_order_again_is_turned_round() -> None:
    by_name = Listing().sorted_by(Order.NAME)
    again = by_name.sorted_by(Order.NAME)
    assert (by_name.turned, again.turned, again.sorted_by(Order.NAME).turned) == (False, True, False)
    assert again.sorted_by(Order.TOWN) == Listing(order=Order.TOWN)
    by_company = Listing(order=Order.COMPANY)
    assert by_company.sorted_by(Order.COMPANY) == by_company


def test_a_list_that_nothing_matches_better_says_what_comes_first() -> None:
    assert str(order_words(Order.BEST, turned=False, by_words=True)) == "best match first"
    assert str(order_words(Order.BEST, turned=False, by_words=False)) == "newest change first"
    assert str(order_words(Order.NAME, turned=True, by_words=True)) == "Z to A"


def test_what_asks_for_nothing_is_plain() -> None:
    assert Listing(typed="  ").is_plain
    for asked in (
        Listing(typed="a"),
        Listing(within="rep:me"),
        Listing(kind=ContactType.PERSON),
        Listing(order=Order.NAME),
    ):
        assert not asked.is_plain


def test_people_stand_under_their_company_and_blank_towns_at_the_end() -> None:
    acme, other = sort_keys("Acme", "Zurich", "Acme", 7), sort_keys("Acme", "", "Acme", 12)
    anna, zoe = sort_keys("Anna", "Bern", "Acme", 7), sort_keys("Zoé", "Bern", "Acmé", 12)
    in_order = [
        (acme.company, "company"),
        (anna.company, "person"),
        (other.company, "company"),
        (zoe.company, "person"),
    ]
    assert all(one < next_one for one, next_one in pairwise(in_order))
    assert anna.town < acme.town < other.town


def test_a_search_within_a_search_asks_for_both() -> None:
    inner = parse_query("roy").within(parse_query("rel:cust montreal"))
    assert inner.wanted == ("roy",)
    assert [term.words for term in inner.all_fields] == [("cust",)]
    assert parse_query("roy").within(parse_query(" ")) == parse_query("roy")
    assert not parse_query("").within(parse_query("rel:cust")).is_blank
    assert len(parse_query("x:1").within(parse_query("rel:")).problems) == 2
