"""The one way to write: rows, versions, stamps, derived data and history in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from peewee import Database

from contacts_tui.domain.affiliations import Affiliation
from contacts_tui.domain.codes import (
    ContactBusinessRelation,
    ContactIndustryGroup,
    ContactJobResponsibility,
    ContactMailingGroup,
)
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.history import Action, Verb
from contacts_tui.domain.record import OwnedRecord, Record, with_values
from contacts_tui.domain.search_strings import SearchStringRule, SeparateContacts
from contacts_tui.store.duplicate_strings import ANEW, DuplicateStrings
from contacts_tui.store.mapping import columns, encode, row_json, table_of, to_values
from contacts_tui.store.models import HistoryBatch, HistoryChange
from contacts_tui.store.reader import Reader
from contacts_tui.store.search_index import SearchIndex
from contacts_tui.store.writing import NewRows, delete, insert_many, update

R = TypeVar("R", bound=Record)

_LINE_COLUMNS = ("version", "batch_id", "record", "row_id", "contact_id", "action", "field", "old", "new")
#: What a contact is found by beside its own fields.
_SEARCHED = (
    ContactBusinessRelation,
    ContactIndustryGroup,
    ContactMailingGroup,
    ContactJobResponsibility,
    Affiliation,
)


class Stale(Exception):
    """A row was changed or deleted between being read and being written in the same unit."""


@dataclass(slots=True)
class BatchKey:
    """The batch that units of work write into: `id` is 0 until the first change is recorded.

    `at` is in UTC. An import uses one key for several units, so that they are one step to undo. With `search_later` the
    contacts that are made are listed at once, and found after `Records.catch_up`.
    """

    user: str
    at: datetime
    verb: Verb
    subject: str = ""
    undoes: int | None = None
    search_later: bool = False
    id: int = 0


class UnitOfWork:
    """Writes records of any kind within one transaction, and records what it did in a batch.

    `read` sees what the unit has written so far.
    """

    def __init__(self, database: Database, batch: BatchKey) -> None:
        self.batch = batch
        self._database = database
        self._new = NewRows(database, batch.at)
        self.read: Reader = _ReaderOfAll(self)
        self._touched: dict[int, None] = {}
        self._told: set[int] = set()
        self._changed: dict[int, frozenset[str]] = {}
        self._lines: list[tuple[object, ...]] = []
        self._if_lost: list[Callable[[], object]] = []

    @property
    def database(self) -> Database:
        """The database, with all that the unit has done so far."""
        self._new.write()
        return self._database

    def add(self, record: R, *, told_of: int = 0) -> R:
        """Store a new row, with its `id` when it has one (a row that comes back), and return it with its id.

        `told_of` is as in `remove`.
        """
        changes: dict[str, object] = {"version": 1}
        if isinstance(record, Contact):
            changes["modified_at"] = self.batch.at
        if record.id:
            record = with_values(record, changes)
            table_of(type(record)).insert(to_values(record)).execute(self.database)
        else:
            record = with_values(record, {"id": self._new.id_for(type(record)), **changes})
            self._new.add(record)
        self._line(record, Action.ADD, new=row_json(record), told_of=told_of)
        self._after(record, columns(type(record)))
        return record

    def replace(self, before: R, after: R, *, recorded: bool = True) -> R:
        """Write what differs between two states of one row, and return the row as it is now stored.

        Nothing is written where nothing differs. With `recorded` off the change leaves no history: a number drawn, as
        opposed to a last number that someone typed.

        Raises:
            Stale: when the stored row is no longer `before`.
        """
        changed = [n for n in columns(type(before)) if n not in ("id", "version", "modified_at")]
        changed = [n for n in changed if getattr(before, n) != getattr(after, n)]
        if not changed:
            return before
        after = replace(after, id=before.id, version=before.version + 1)
        written = [*changed, "version"]
        if isinstance(after, Contact):
            after = replace(after, modified_at=self.batch.at)
            written.append("modified_at")
        if not update(self.database, after, written, version=before.version):
            raise Stale(f"{table_of(type(before)).table_name()} {before.id}")
        if recorded:
            for name in changed:
                self._line(after, Action.CHANGE, name, encode(getattr(before, name)), encode(getattr(after, name)))
        if isinstance(before, SearchStringRule):
            self._strings.drop(before.field, before.end)
        if isinstance(before, SeparateContacts):
            self._compare_again(before.contact_id, ANEW)
        if isinstance(before, OwnedRecord) and "contact_id" in changed:
            self._after(before, ())  # a row that moves changes the contact that it leaves as well
        self._after(after, changed)
        return after

    def remove(self, record: Record, *, told_of: int = 0) -> None:
        """Delete a row; what points at it must be gone before.

        A contact that goes into another is `told_of` in the history of that one, which is found by its name from then
        on.

        Raises:
            Stale: when the row is already gone.
        """
        if isinstance(record, Contact):
            self._touched.pop(record.id, None)
            self._changed.pop(record.id, None)
            self._index.remove(record.id)
            self._strings.remove(record.id)
        elif isinstance(record, SearchStringRule):
            self._strings.drop(record.field, record.end)
        if not delete(self.database, record):
            raise Stale(f"{table_of(type(record)).table_name()} {record.id}")
        self._line(record, Action.REMOVE, old=row_json(record), told_of=told_of)
        if not isinstance(record, Contact):
            self._after(record, ())
        if isinstance(record, SeparateContacts):
            self._compare_again(record.contact_id, ANEW)

    def stamp(self, contact_id: int) -> None:
        """Say that something about a contact changed that is no field of its own (C-R17)."""
        self._new.stamp(contact_id)

    def find_anew(self, contact_ids: Iterable[int]) -> None:
        """Let the search take in contacts anew: what they are found by was changed in the history itself."""
        for contact_id in contact_ids:
            self._touch(contact_id)

    def rename_batch(self) -> None:
        """Store the subject of the batch, where it became known only after the first change."""
        if self.batch.id:
            query = HistoryBatch.update(subject=self.batch.subject).where(HistoryBatch.id == self.batch.id)
            query.execute(self.database)

    def note(self, *, followed: int, kept: int) -> None:
        """Keep with the batch how many people followed an edit of their company and how many kept their own values."""
        if self.batch.id and (followed or kept):
            query = HistoryBatch.update(followed=followed, kept=kept).where(HistoryBatch.id == self.batch.id)
            query.execute(self.database)

    @contextmanager
    def part(self) -> Iterator[None]:
        """A part of the unit that may fail alone: nothing of it remains when it is left by an exception."""
        batch_id, lines, touched, changed = self.batch.id, len(self._lines), dict(self._touched), dict(self._changed)
        try:
            with self.database.atomic():
                yield
        except BaseException:
            self._new.forget()
            self.batch.id, self._touched, self._changed = batch_id, touched, changed
            del self._lines[lines:]
            raise

    def flush(self) -> None:
        """Write what is still held back: rows, history lines, what the search reads of contacts that changed."""
        # The lines before the search: a contact is also found by what it was called before.
        insert_many(self.database, HistoryChange, _LINE_COLUMNS, self._lines)
        self._lines.clear()
        if self._touched:
            if self.batch.search_later:
                self._index.update_later(list(self._touched))
            else:
                self._index.update(list(self._touched), self._told)
            self._touched.clear()
            self._told.clear()
        if self._changed:
            self._strings.follow(self._changed)
            self._changed.clear()

    def if_lost(self, restore: Callable[[], object]) -> None:
        """Do this when nothing remains of the unit, so that what was noted outside of it is taken back too."""
        self._if_lost.append(restore)

    def lost(self) -> None:
        """Take back what was noted outside of the unit."""
        for restore in reversed(self._if_lost):
            restore()

    @property
    def _index(self) -> SearchIndex:
        return SearchIndex(self.database.connection())

    @property
    def _strings(self) -> DuplicateStrings:
        return DuplicateStrings(self.database.connection())

    def _after(self, record: Record, changed: Sequence[str]) -> None:
        if isinstance(record, Contact):
            self._touch(record.id)
            if not self.batch.search_later:
                self._compare_again(record.id, changed)
        elif isinstance(record, OwnedRecord):
            self.stamp(record.contact_id)
            if isinstance(record, _SEARCHED):
                self._touch(record.contact_id)

    def _compare_again(self, contact_id: int, changed: Iterable[str]) -> None:
        self._changed[contact_id] = self._changed.get(contact_id, frozenset()).union(changed)

    def _touch(self, contact_id: int) -> None:
        self._touched.pop(contact_id, None)
        self._touched[contact_id] = None

    def _line(
        self,
        record: Record,
        action: Action,
        field: str = "",
        old: str | None = None,
        new: str | None = None,
        told_of: int = 0,
    ) -> None:
        if not self.batch.id:
            self.batch.id = int(
                HistoryBatch.insert(
                    at=self.batch.at,
                    user=self.batch.user,
                    verb=self.batch.verb,
                    subject=self.batch.subject,
                    undoes=self.batch.undoes,
                ).execute(self.database)
            )
        owner = told_of or (record.id if isinstance(record, Contact) else getattr(record, "contact_id", None))
        if told_of:
            self._touch(told_of)
            self._told.add(told_of)
        name = table_of(type(record)).table_name()
        self._lines.append((0, self.batch.id, name, record.id, owner, action.value, field, old, new))


class _ReaderOfAll(Reader):
    """Reads with what a unit of work has done so far."""

    def __init__(self, unit: UnitOfWork) -> None:
        self._unit = unit

    @property
    def database(self) -> Database:  # type: ignore[override]
        return self._unit.database
