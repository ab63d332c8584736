"""Views: searches kept under a name, a user's own and everybody's; each is one step to undo."""

from __future__ import annotations

from dataclasses import replace

import pytest

from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.errors import NotAllowed, NotFound, Refused
from contacts_tui.domain.listing import Column, Listing, Order
from contacts_tui.services import history, preferences, search, setup_lists, user_setup, views
from contacts_tui.services.permissions import ALL_RIGHTS, Right
from contacts_tui.services.session import Session
from contacts_tui.services.views import View
from tests.services.reference import CANNON, LAURIER, as_user

CUSTOMERS = View(name="Customers", query="rel:cust", order=Order.NAME, columns=(Column.TOWN, Column.EMAIL))


def names(session: Session) -> list[str]:
    return [view.name for view in views.views(session)]


def test_a_view_is_kept_changed_and_taken_back(reference_book: Session) -> None:
    kept = views.keep(reference_book, CUSTOMERS)
    assert replace(kept, id=0) == CUSTOMERS
    assert views.views(reference_book) == (kept,)
    changed = views.keep(reference_book, replace(kept, name="Clients", order=Order.TOWN, turned=True))
    assert views.views(reference_book) == (changed,)
    history.undo(reference_book)
    assert views.views(reference_book) == (kept,)
    assert views.delete(reference_book, kept.id) == "Customers"
    assert names(reference_book) == []
    history.undo(reference_book)
    assert views.views(reference_book) == (kept,)


def test_ones_own_come_first_and_nobody_sees_those_of_another(reference_book: Session) -> None:
    jim = as_user(reference_book, "jim")
    views.keep(reference_book, replace(CUSTOMERS, name="A", is_own=False))
    views.keep(reference_book, replace(CUSTOMERS, name="Z"))
    views.keep(jim, replace(CUSTOMERS, name="M"))
    assert names(reference_book) == ["Z", "A"]
    assert names(jim._replace(user="JIM")) == ["M", "A"]


def test_those_of_everybody_take_the_right_to_the_set_up(reference_book: Session) -> None:
    rep = reference_book._replace(user="jim", rights=ALL_RIGHTS - {Right.SETUP})
    shared = views.keep(reference_book, replace(CUSTOMERS, is_own=False))
    with pytest.raises(NotAllowed):
        views.keep(rep, replace(shared, query="rel:pros"))
    with pytest.raises(NotAllowed):
        views.keep(rep, replace(shared, is_own=True))
    with pytest.raises(NotAllowed):
        views.delete(rep, shared.id)
    own = views.keep(rep, replace(CUSTOMERS, name="Mine"))
    with pytest.raises(NotAllowed):
        views.keep(rep, replace(own, is_own=False))
    history.undo(rep)
    assert names(rep) == ["Customers"]


def test_a_name_is_taken_once_by_each_user(reference_book: Session) -> None:
    kept = views.keep(reference_book, CUSTOMERS)
    with pytest.raises(Refused, match="there is “customers"):
        views.keep(reference_book, replace(CUSTOMERS, name="customers"))
    views.keep(as_user(reference_book, "jim"), CUSTOMERS)
    with pytest.raises(Refused, match="Name"):
        views.keep(reference_book, replace(CUSTOMERS, name=" "))
    views.delete(reference_book, kept.id)
    with pytest.raises(NotFound):
        views.delete(reference_book, kept.id)
    with pytest.raises(NotFound):
        views.keep(reference_book, kept)


def test_what_is_listed_becomes_a_view_that_lists_the_same(reference_book: Session) -> None:
    for listing in (
        Listing(typed="roy"),
        Listing(typed="m", within="rel:cust", kind=ContactType.PERSON),
        Listing(kind=ContactType.COMPANY, order=Order.TOWN, turned=True),
    ):
        view = views.keep(
            reference_book, replace(views.of_listing(listing, (Column.TOWN,)), name=listing.typed or "all")
        )
        before = search.answer(reference_book, listing).window.ids(0, 100)
        assert sorted(search.answer(reference_book, view.listing).window.ids(0, 100)) == sorted(before)
        assert (view.order, view.turned, view.columns) == (listing.order, listing.turned, (Column.TOWN,))


def test_the_set_up_shows_and_checks_them(reference_book: Session) -> None:
    line = setup_lists.add(reference_book, "views", {"name": "Towns", "sort": "-Town", "columns": "town, PHONE"})
    assert dict(line.values) == {"name": "Towns", "user": "", "query": "", "sort": "-town", "columns": "town phone"}
    with pytest.raises(Refused, match="no column “shoe”"):
        setup_lists.add(reference_book, "views", {"name": "Shoes", "columns": "shoe"})
    with pytest.raises(Refused, match="no order"):
        setup_lists.edit(reference_book, "views", line.id, {"sort": "size"})
    assert names(reference_book) == ["Towns"]


def test_the_columns_of_a_user_are_kept(reference_book: Session) -> None:
    wanted = (Column.TOWN, Column.NUMBER)
    user_setup.set_columns(reference_book, wanted)
    assert preferences.columns(reference_book) == wanted
    assert preferences.columns(as_user(reference_book, "jim")) != wanted
    history.undo(reference_book)
    assert preferences.columns(reference_book) != wanted


def test_a_search_within_a_view_finds_its_contacts_only(reference_book: Session) -> None:
    def found(listing: Listing) -> list[str]:
        return [row.no for row in search.answer(reference_book, listing).window.page(0, 100)]

    assert found(Listing(typed="cannon")) == [CANNON]
    assert found(Listing(typed="cannon", within="boulangerie")) == []
    assert LAURIER in found(Listing(within="boulangerie type:company"))
    digits = "".join(
        c for c in search.answer(reference_book, Listing(LAURIER)).window.page(0, 1)[0].phone if c.isdigit()
    )
    assert LAURIER in found(Listing(typed=digits, within="boulangerie type:company"))
    assert found(Listing(typed="boulangerie", within=digits)) != []
    assert found(Listing(typed=digits, within="-boulangerie")) == []
