"""An import as a step: its units of work, its end before time, and taking it back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise

import pytest

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import NotAllowed, Refused
from contacts_tui.domain.import_result import ImportResult, Tally
from contacts_tui.domain.incoming import Incoming
from contacts_tui.domain.record import Record
from contacts_tui.services import checks, history, importing, setup_lists
from contacts_tui.services.permissions import Right
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
from contacts_tui.store.models import TABLES
from contacts_tui.store.records import Records
from contacts_tui.store.unit_of_work import BatchKey, UnitOfWork
from tests.services.incoming import company, given, imported, person
from tests.services.reference import LAURIER, MARIE, change, numbers, rows, values


def state(session: Session) -> list[Record]:
    """Every row of the book, without what the program counts and stamps."""
    found = [row for record in TABLES for row in rows(session, record)]
    return [
        replace(row, version=0, modified_at=None) if isinstance(row, Contact) else replace(row, version=0)
        for row in found
    ]


def test_an_import_is_one_step_that_undo_takes_back(reference_book: Session) -> None:
    before = state(reference_book)
    result = imported(
        reference_book,
        company(LAURIER, "Laurier", city="Laval"),
        company("C1", "Roy inc.", country="FR"),
        person("P1", "Anne Roy", company="C1"),
        person(MARIE, "Marie T.", company="C1"),
        given("business_relations", "C1", "CUST", link_to="customer", no="1"),
    )
    step = history.batch(reference_book, result.batch).batch
    assert (step.verb, step.subject, step.user) == ("import", "export", "marie")
    assert state(reference_book) != before
    history.undo(reference_book)
    assert state(reference_book) == before
    assert checks.check(reference_book) == ()


def test_undo_is_refused_once_someone_changed_what_came_in(session: Session) -> None:
    result = imported(session, company("CT000001", "Roy inc."))
    change(session, "CT000001", city="Laval")
    with pytest.raises(Refused, match=r"Roy inc\. was changed since"):
        history.undo(session, result.batch)


def test_a_dry_run_counts_and_writes_nothing(reference_book: Session) -> None:
    before, steps = rows(reference_book, Contact), history.batches(reference_book)
    found = (
        company("C1", "Roy inc.", country="FR"),
        person("P1", "Anne Roy", company="C1"),
        company(LAURIER, "Laurier"),
        given("mailing_groups", "P1", "MOVE"),
    )
    tried = imported(reference_book, *found, dry_run=True)
    assert (rows(reference_book, Contact), history.batches(reference_book)) == (before, steps)
    done = imported(reference_book, *found)
    assert replace(tried, dry_run=False, batch=done.batch) == done


def test_others_write_while_a_dry_run_is_under_way(session: Session) -> None:
    other = Book.open(session.book.path)
    other.records.database.timeout = 0

    seen: list[int] = []

    def meanwhile(done: int, total: int) -> None:
        seen.append(done)
        setup_lists.add(session._replace(book=other, user="paul"), "countries", {"code": f"C{done}"})

    everybody = tuple(company(f"C{n:04}", f"Company {n}", n, country="C200") for n in range(400))
    result = importing.run(session, Incoming(contacts=everybody), subject="many", dry_run=True, progress=meanwhile)
    assert (result.created, result.lists["countries"]) == (400, Tally(created=1))
    assert [line.name for line in setup_lists.lines(session, "countries")] == sorted({f"C{now}" for now in seen})
    other.close()


def test_a_unit_writes_at_most_200_rows_and_all_are_one_step(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[int] = [0]
    inner = Records.unit

    @contextmanager
    def counted(self: Records, batch: BatchKey) -> Iterator[UnitOfWork]:
        with inner(self, batch) as unit:
            yield unit
        lines.append(session.book.lists().execute("SELECT COUNT(*) FROM history_change").fetchone()[0])

    monkeypatch.setattr(Records, "unit", counted)
    everybody = [company(f"C{n:04}", f"Company {n}", n, country=f"C{n % 40}") for n in range(500)]
    seen: list[tuple[int, int]] = []
    result = importing.run(
        session, Incoming(contacts=tuple(everybody)), subject="many", progress=lambda *now: seen.append(now)
    )
    written = [after - before for before, after in pairwise(lines)]
    assert max(written) <= 200
    assert (sum(written), result.created) == (500 + 40 + 4, 500)  # the series, its line, the set-up, that it names it
    assert seen[-1] == (500, 500)
    assert len(history.batches(session)) == 1


def test_others_write_between_the_units(session: Session) -> None:
    other = session._replace(user="paul")
    added: list[str] = []

    def meanwhile(done: int, total: int) -> None:
        if not added:
            added.append(setup_lists.add(other, "countries", {"code": "CA", "name": "Canada"}).name)

    everybody = tuple(company(f"C{n:04}", f"Company {n}", n, country="CA" if n > 250 else "") for n in range(400))
    result = importing.run(session, Incoming(contacts=everybody), subject="many", progress=meanwhile)
    assert result.created == 400
    assert result.lists["countries"] == Tally(unchanged=1)
    assert values(session, "C0300")["country"] == "CA"


def test_stopping_keeps_what_is_written_and_says_so(session: Session) -> None:
    done: list[int] = []
    everybody = tuple(company(f"C{n:04}", f"Company {n}", n) for n in range(500))
    result = importing.run(
        session,
        Incoming(contacts=everybody),
        subject="many",
        progress=lambda now, _: done.append(now),
        stopped=lambda: bool(done),
    )
    assert result.stopped
    assert not result.complete
    assert len(numbers(session)) == result.created == done[0] < 500
    history.undo(session, result.batch)
    assert numbers(session) == []


def test_who_may_not_import_is_told(session: Session) -> None:
    with pytest.raises(NotAllowed):
        importing.run(session._replace(rights=frozenset({Right.READ})), Incoming(), subject="x")


def test_nothing_comes_of_nothing(session: Session) -> None:
    assert imported(session) == ImportResult()
    assert history.batches(session) == ()
