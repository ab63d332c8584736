"""Where there are few hits, what else may have been meant is offered under them."""

from __future__ import annotations

import pytest

from contacts_tui.domain.listing import Listing, Order
from contacts_tui.services import search
from contacts_tui.services.session import Session
from tests.services.reference import LAURIER, new_company, new_person


def offers(session: Session, typed: str, order: Order = Order.BEST) -> tuple[str, ...]:
    window = search.answer(session, Listing(typed=typed, order=order)).window
    window.page(0, 50)
    return window.offers()


@pytest.fixture
def misheard(reference_book: Session) -> Session:
    new_person(reference_book, name="Eva Jonson")
    new_person(reference_book, name="Eva Johnson")
    new_person(reference_book, name="Adam Johnson")
    return reference_book


def test_what_sounds_alike_is_offered_in_place_of_the_word(misheard: Session) -> None:
    assert offers(misheard, "jonson") == ("johnson",)
    assert offers(misheard, "Johnson EVA") == ("jonson eva",)
    assert offers(misheard, "jonson", Order.NAME) == ("johnson",)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "jonso",
        "johnston",  # read as another word
        "adam johnson",  # the other spelling finds nobody
        '"jonson"',
        "jonson type:person",
        "jonson -roy",
        "eva jonson e j",  # too many words
        "jonson@laurier.example",
        "nobody",
        LAURIER,
        "0100",
    ],
)
def test_nothing_is_offered_to(misheard: Session, typed: str) -> None:
    assert offers(misheard, typed) == ()


def test_nothing_is_offered_under_many_hits(misheard: Session) -> None:
    for number in range(6):
        new_company(misheard, name=f"Jonson & Co {number}")
    assert offers(misheard, "jonson") == ()


def test_what_finds_only_the_hits_themselves_is_not_offered(misheard: Session) -> None:
    new_company(misheard, name="Meyer Meier")
    assert offers(misheard, "meyer") == ()
    new_company(misheard, name="Meier")
    assert offers(misheard, "meyer") == ("meier",)


def test_nothing_is_looked_up_once_nobody_wants_to_know(misheard: Session) -> None:
    window = search.answer(misheard, Listing(typed="jonson")).window
    assert window.total == 1
    window.stop()
    assert window.offers() == ()
