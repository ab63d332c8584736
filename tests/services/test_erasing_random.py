"""Contacts are erased in between of whatever else is done to a book by chance: it stays whole."""

from __future__ import annotations

import pytest

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.erasing import ERASED, Erasure
from contacts_tui.services import checks, erasing
from contacts_tui.services.session import Session
from tests.services.chaos import Chaos
from tests.services.partner_book import book
from tests.services.reference import as_user, rows

__all__ = ["book"]

_EACH, _TIMES = 20, 7


@pytest.mark.parametrize("seed", [9, 10, 17, 33, 38])
def test_a_book_in_which_some_are_erased_stays_whole(book: Session, seed: int) -> None:
    chaos = Chaos((book, as_user(book, "jim")), seed)
    gone = set()
    for _ in range(_TIMES):
        for _ in range(_EACH):
            chaos.step()
        one = chaos.one()
        erasing.erase(chaos.session, one.id, "R-1")
        gone.add(one.id)
        assert checks.check(book) == ()
    assert {row.contact_id for row in rows(book, Erasure)} == gone
    assert ERASED in {row.name for row in rows(book, Contact)}
