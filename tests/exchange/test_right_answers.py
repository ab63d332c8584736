"""The contact that one has in mind is on the first line, or near it: how often, over some hundred queries."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.listing import Listing
from contacts_tui.exchange.importing import import_path
from contacts_tui.services import contacts, search, seeds
from contacts_tui.services.session import Session
from tests.exchange.conftest import shared
from tests.exchange.queries import Wish, wishes

FIRST, AMONG_THREE = 0.90, 0.97
OF_A_KIND = 0.75
"""So many of every kind of query at least have the contact among the first three."""
EACH = 12


def fill_sample(session: Session) -> None:
    seeds.sample(session)


def fill_cronus(session: Session) -> None:
    import_path(session, shared("cronus"), profile="nav")


def fill_listed(session: Session) -> None:
    seeds.usual(session, "en")
    with (shared("companies") / "sp500_constituents.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            town = row["Headquarters Location"].partition(",")[0]
            contacts.create(
                session, ContactType.COMPANY, {"name": row["Security"], "city": town, "address": row["Founded"]}
            )


@pytest.mark.parametrize("fill", [fill_sample, fill_cronus, fill_listed])
def test_the_contact_that_is_meant_is_found(session: Session, fill: object) -> None:
    assert callable(fill)
    fill(session)
    everyone = search.answer(session, Listing()).window
    asked = wishes(everyone.page(0, everyone.total), EACH)
    # Over the three books at least 200.
    assert len(asked) >= 80
    places = {wish: _place(session, wish) for wish in asked}
    missed = [f"{wish.kind}: {wish.typed!r} for {wish.number}: {place}" for wish, place in places.items() if place != 1]
    for kind in {wish.kind for wish in asked}:
        of_kind = [place for wish, place in places.items() if wish.kind == kind]
        assert sum(place <= 3 for place in of_kind) >= OF_A_KIND * len(of_kind), missed
    count = Counter(min(place, 4) for place in places.values())
    assert count[1] >= FIRST * len(asked), missed
    assert count[1] + count[2] + count[3] >= AMONG_THREE * len(asked), missed


def _place(session: Session, wish: Wish) -> int:
    """Where the contact stands, counted from 1; 99 where it does not."""
    found = [row.no for row in search.answer(session, Listing(wish.typed)).window.page(0, 50)]
    return found.index(wish.number) + 1 if wish.number in found else 99


def test_there_are_enough_queries(session: Session, tmp_path: Path) -> None:
    fill_sample(session)
    everyone = search.answer(session, Listing()).window
    rows = everyone.page(0, everyone.total)
    assert len({wish.kind for wish in wishes(rows, EACH)}) == 10
