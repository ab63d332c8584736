"""The contact that one has in mind is on the first line, or near it: how often, over some hundred queries."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.listing import Listing
from contacts_tui.exchange.importing import import_path
from contacts_tui.services import contacts, search, seeds
from contacts_tui.services.session import Session
from tests.exchange.conftest import shared
from tests.exchange.queries import Wish, wishes
from tests.exchange.typed_queries import CRONUS, LISTED, SAMPLE, typed_queries

Fill = Callable[[Session], None]

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


FILLED = [(fill_sample, SAMPLE), (fill_cronus, CRONUS), (fill_listed, LISTED)]


@pytest.mark.parametrize(("fill", "table"), FILLED)
def test_the_contact_that_is_meant_is_found(session: Session, fill: Fill, table: str) -> None:
    fill(session)
    rows = _everyone(session)
    made = wishes(rows, EACH)
    # Over the three books at least 200 that are made from their rows, and 150 that were thought of.
    assert len(made) >= 80
    _score(session, made)
    numbers = {row.name: row.no for row in rows}
    _score(session, [Wish(kind, typed, numbers[name]) for kind, typed, name in typed_queries(table)])


def _everyone(session: Session) -> Sequence[ContactRow]:
    window = search.answer(session, Listing()).window
    return window.page(0, window.total)


def _score(session: Session, asked: Sequence[Wish]) -> None:
    """Over all of them, and by kind, which the message tells where too many are missed."""
    places = {wish: _place(session, wish) for wish in asked}
    of_kinds: dict[str, list[int]] = {}
    for wish, place in places.items():
        of_kinds.setdefault(wish.kind, []).append(place)
    missed = [f"{wish.kind}: {wish.typed!r} for {wish.number}: {place}" for wish, place in places.items() if place != 1]
    report = "\n".join([*(f"{kind}: {found}" for kind, found in of_kinds.items()), *missed])
    for kind, found in of_kinds.items():
        assert sum(place <= 3 for place in found) >= OF_A_KIND * len(found), f"{kind}\n{report}"
    count = Counter(min(place, 4) for place in places.values())
    assert count[1] >= FIRST * len(asked), report
    assert count[1] + count[2] + count[3] >= AMONG_THREE * len(asked), report


def _place(session: Session, wish: Wish) -> int:
    """Where the contact stands, counted from 1; 99 where it does not."""
    found = [row.no for row in search.answer(session, Listing(wish.typed)).window.page(0, 50)]
    return found.index(wish.number) + 1 if wish.number in found else 99


def test_there_are_enough_queries(session: Session, tmp_path: Path) -> None:
    fill_sample(session)
    assert len({wish.kind for wish in wishes(_everyone(session), EACH)}) == 10
    assert sum(len(typed_queries(table)) for _fill, table in FILLED) >= 150
