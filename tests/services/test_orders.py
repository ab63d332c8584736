"""Lists in every order, of everyone and of hits: what a sort in memory says, from either end and at any place."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.listing import TURNED_ORDERS, Listing, Order
from contacts_tui.domain.text import fold
from contacts_tui.services import contacts, deletion, search
from contacts_tui.services.cards import card_by_number
from contacts_tui.services.session import Session
from tests.services.reference import new_company, new_person

TOWNS = ("Québec", "Quesnel", "", "Montréal", "Ångby", "Zurich")
LAST = "\U0010ffff"
KEYS: dict[Order, Callable[[ContactRow, dict[str, str]], tuple[object, ...]]] = {
    Order.NAME: lambda row, _heads: (fold(row.name), row.id),
    Order.TOWN: lambda row, _heads: (fold(row.city) or LAST, fold(row.name), row.id),
    Order.NUMBER: lambda row, _heads: (row.no,),
    Order.COMPANY: lambda row, heads: (
        fold(row.company or row.name),
        heads[row.no],
        not row.is_company,
        fold(row.name),
    ),
}
WORDS: dict[Order, Callable[[ContactRow], str]] = {
    Order.NAME: lambda row: fold(row.name),
    Order.TOWN: lambda row: fold(row.city) or LAST,
    Order.COMPANY: lambda row: fold(row.company or row.name),
}
ORDERS = [(order, turned) for order in Order for turned in (False, True) if not turned or order in TURNED_ORDERS]


@pytest.fixture
def book(session: Session) -> Session:
    """Companies of which some have the same name, with people, and people without a company."""
    chance = random.Random(5)
    for number in range(1, 13):
        company = new_company(session, number=f"C{number:02}", name=f"Ateliers {'Éole' if number % 4 else 'Zoé'}")
        contacts.edit(session, company, {"city": chance.choice(TOWNS)})
        for index in range(3):
            person = new_person(
                session, number=f"P{number:02}{index}", name=f"{chance.choice('ABÉZ')}nna Roy", company=company.no
            )
            contacts.edit(session, person, {"city": chance.choice(TOWNS)})
    for index in range(5):
        new_person(session, number=f"S{index}", name=f"{chance.choice('ABÉZ')}lma Ek")
    return session


def rows(session: Session) -> list[ContactRow]:
    everyone = search.answer(session, Listing()).window
    return everyone.page(0, everyone.total)


def expected(session: Session, order: Order, turned: bool, only: Callable[[ContactRow], bool]) -> list[str]:
    if order in (Order.BEST, Order.CHANGED):
        found = [
            no
            for (no,) in session.book.lists().execute(
                "SELECT c.no FROM search_entry e JOIN contact c ON c.id = e.contact_id ORDER BY e.pos"
            )
        ]
        kept = [no for no in found if only(next(row for row in rows(session) if row.no == no))]
    else:
        ids = {row.id: row.no for row in rows(session)}
        companies = dict(session.book.lists().execute("SELECT id, coalesce(company_id, id) FROM contact"))
        heads = {no: f"{companies[contact_id]:012}" for contact_id, no in ids.items()}
        kept = [row.no for row in sorted(rows(session), key=lambda row: KEYS[order](row, heads)) if only(row)]
    return kept[::-1] if turned else kept


@pytest.mark.parametrize(("order", "turned"), ORDERS)
@pytest.mark.parametrize("kind", [None, ContactType.PERSON])
def test_everyone_stands_in_order_from_either_end(
    book: Session, order: Order, turned: bool, kind: ContactType | None
) -> None:
    window = search.answer(book, Listing(kind=kind, order=order, turned=turned)).window
    wanted = expected(book, Order.NAME if order is Order.BEST else order, turned, lambda row: kind in (None, row.type))
    assert window.total == len(wanted)
    for start in (0, 7, len(wanted) - 9, len(wanted) - 1):
        page = window.page(start, 9)
        assert [row.no for row in page] == wanted[start : start + 9]
        assert [window.position(row.id) for row in page] == list(range(start, start + len(page)))
    assert window.ids(len(wanted), 5) == []


@pytest.mark.parametrize(("order", "turned"), [one for one in ORDERS if one[0] is not Order.BEST])
def test_hits_stand_in_order(book: Session, order: Order, turned: bool) -> None:
    window = search.answer(book, Listing("eole", order=order, turned=turned)).window
    wanted = expected(book, order, turned, lambda row: "Éole" in row.name + row.company)
    assert window.total == len(wanted) > 20
    assert [row.no for row in window.page(0, 100)] == wanted
    assert [window.position(row.id) for row in window.page(5, 3)] == [5, 6, 7]
    assert window.position(-1) is None
    assert window.is_complete


@pytest.mark.parametrize("typed", ["", "a"])
@pytest.mark.parametrize(("order", "turned"), [one for one in ORDERS if one[0].is_alphabetical])
@pytest.mark.parametrize("letters", ["", "a", "É", "ateliers zo", "m", "zzz"])
def test_one_goes_to_the_first_that_begins_so(
    book: Session, typed: str, order: Order, turned: bool, letters: str
) -> None:
    window = search.answer(book, Listing(typed, order=order, turned=turned)).window
    keys = [WORDS[order](row) for row in window.page(0, window.total)]
    wanted = fold(letters)
    before = [key for key in keys if (key[: len(wanted)] > wanted if turned else key < wanted)]
    assert window.first_from(letters) == len(before)


def test_orders_follow_what_changes(book: Session) -> None:
    company = card_by_number(book, "C01").contact
    contacts.edit(book, company, {"name": "Aardvark", "city": "Aachen"})
    for order in (Order.NAME, Order.TOWN, Order.COMPANY):
        assert search.answer(book, Listing(order=order)).window.page(0, 1)[0].no == "C01"
    under_it = search.answer(book, Listing(order=Order.COMPANY)).window.page(1, 3)
    assert {row.company for row in under_it} == {"Aardvark"}
    deletion.delete(book, card_by_number(book, "S0").contact.id)
    assert "S0" not in [row.no for row in search.answer(book, Listing(order=Order.NUMBER)).window.page(0, 100)]


def test_what_is_broken_off_has_no_hits(book: Session) -> None:
    window = search.answer(book, Listing("eole", order=Order.TOWN)).window
    window.stop()
    assert (window.total, window.page(0, 10)) == (0, [])
