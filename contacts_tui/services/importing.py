"""Merging rows from outside into the book: lists first, then companies, people, their codes, what they have bought.

A whole book of another system is taken as it is. A cell that is blank leaves what the book has, so that running the
same import again changes nothing, and nothing that was entered here meanwhile is wiped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import partial
from typing import Protocol, TypeVar

from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.history import Verb
from contacts_tui.domain.import_result import ImportResult, LikeAnother
from contacts_tui.domain.incoming import Incoming, IncomingContact
from contacts_tui.domain.message import message
from contacts_tui.services import import_assignments, import_likes, import_lists, import_setup, search_strings
from contacts_tui.services.import_assignments import AssignmentStep
from contacts_tui.services.import_contacts import ContactStep
from contacts_tui.services.import_known import type_of
from contacts_tui.services.import_lists import LineStep
from contacts_tui.services.import_purchases import SalesLineStep
from contacts_tui.services.import_step import Report, Step
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.services.unit import ROWS_AT_ONCE, Progress, batch
from contacts_tui.store.reader import Reader
from contacts_tui.store.turns import turn
from contacts_tui.store.unit_of_work import BatchKey, UnitOfWork

#: One row may write itself, its company, a new code in each of its fields, and the series that numbers contacts.
_ROOM = 14

T = TypeVar("T")
Taken = TypeVar("Taken", contravariant=True)


class _Merging(Protocol[Taken]):
    """A step that takes rows of one kind."""

    written: int

    def take(self, row: Taken, /) -> None: ...


class _Stopped(Exception):
    """The user stopped the import between two units."""


class _Rehearsed(Exception):
    """Ends the unit of a dry run, so that nothing of it remains, what was noted outside of the book included."""


@permission(Right.IMPORT)
def run(
    session: Session,
    incoming: Incoming,
    *,
    subject: str,
    dry_run: bool = False,
    compare: bool = True,
    progress: Progress | None = None,
    stopped: Callable[[], bool] | None = None,
) -> ImportResult:
    """Merge what comes in, as one step to undo, named `subject`, in units of at most 200 rows.

    `progress` is told how many of how many rows are done. When `stopped` answers True, what is written stays and the
    result says so. With `dry_run` the same is done and counted on a copy, while others go on writing. Unless one is to
    `compare`, nobody is said to be there twice.
    """
    key = batch(session, Verb.IMPORT, subject)
    key.search_later = True
    report = Report(given_lists={line.list for line in incoming.lines})
    with _rehearsed(session, key) if dry_run else nullcontext() as only:
        merge = _Merge(session, key, report, only, incoming.total, progress, stopped or (lambda: False))
        try:
            merge.everything(incoming)
            if compare:
                merge.compare()
        except _Stopped:
            return report.result(batch=key.id if only is None else 0, dry_run=dry_run, stopped=True)
        finally:
            merge.catch_up()
    return report.result(batch=0 if dry_run else key.id, dry_run=dry_run, stopped=False)


@contextmanager
def _rehearsed(session: Session, key: BatchKey) -> Iterator[UnitOfWork]:
    try:
        with session.book.records.copied() as copy, copy.unit(key) as unit:
            yield unit
            raise _Rehearsed
    except _Rehearsed:
        pass


class _Merge:
    """One run: its units of work, its progress and its end."""

    def __init__(
        self,
        session: Session,
        key: BatchKey,
        report: Report,
        only: UnitOfWork | None,
        total: int,
        progress: Progress | None,
        stopped: Callable[[], bool],
    ) -> None:
        self.session = session
        self.key = key
        self.report = report
        self.only = only
        self.total = total
        self.done = 0
        self.progress = progress or (lambda done, total: None)
        self.stopped = stopped

    def everything(self, incoming: Incoming) -> None:
        """Merge all rows, each kind after those that it refers to."""
        for _, lines in import_lists.in_order(incoming.lines):
            self._in_units(lines, LineStep)
        if incoming.contacts:
            step_for = partial(ContactStep, numbering=import_setup.Numbering(incoming.contacts))
            companies, people = _companies_first(incoming.contacts)
            self._in_units(companies, step_for)
            self._in_units(people, step_for)
        for _, rows in import_assignments.by_list(incoming.assignments):
            self._in_units(rows, AssignmentStep)
        self._in_units(incoming.sales_lines, SalesLineStep)
        if self.report.links:
            with self._unit() as unit:
                import_setup.name_relations(Step(self.session, unit, self.report))

    def _in_units(
        self, rows: Sequence[T], step_for: Callable[[Session, UnitOfWork, Report, Sequence[T]], _Merging[T]]
    ) -> None:
        position = 0
        while position < len(rows):
            chunk = rows[position : position + ROWS_AT_ONCE]
            with self._unit() as unit:
                step = step_for(self.session, unit, self.report, chunk)
                for row in chunk:
                    if step.written > ROWS_AT_ONCE - _ROOM:
                        break
                    step.take(row)
                    position += 1
                    self.done += 1
            self.progress(self.done, self.total)

    def compare(self) -> None:
        """Say who may be there twice now, before the search finds them: so a try and the import say the same."""

        def ask(read: Reader) -> tuple[LikeAnother, ...]:
            return import_likes.likes(read, self.report.to_compare, self.stopped)

        if self.report.to_compare:
            self.report.likes = self.session.book.records.reading(ask) if self.only is None else ask(self.only.read)
            if self.stopped():
                self.report.notes.append(message("Stopped: not all contacts were compared."))

    def catch_up(self) -> None:
        """Let the contacts that came in be found, and those companies that others are like."""
        if self.only is None and self.key.id:
            self.session.book.records.catch_up()
            search_strings.follow_import(self.session, self.key.id)

    @contextmanager
    def _unit(self) -> Iterator[UnitOfWork]:
        if self.stopped():
            raise _Stopped
        if self.only is not None:
            yield self.only
        else:
            with turn(), self.session.book.records.unit(self.key) as unit:
                yield unit


def _companies_first(contacts: Sequence[IncomingContact]) -> tuple[list[IncomingContact], list[IncomingContact]]:
    companies: list[IncomingContact] = []
    people: list[IncomingContact] = []
    for contact in contacts:
        try:
            (people if type_of(contact) is ContactType.PERSON else companies).append(contact)
        except Refused:
            companies.append(contact)  # it is told when its turn comes
    return companies, people
