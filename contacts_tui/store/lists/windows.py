"""Contacts as windows for a list: the hits of a search, and everyone from A to Z, at any size of the book."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.contact_type import ContactType
from contacts_tui.domain.text import fold
from contacts_tui.store.lists.rows import lines

if TYPE_CHECKING:
    from contacts_tui.store.lists.search import Search

AT_FIRST = 100
"""So many hits are counted at once; where there are more, the count says so."""
_AHEAD = 50


class ContactWindow(Protocol):
    """Contacts in an order. Pages may be asked for in any thread."""

    @property
    def total(self) -> int:
        """How many there are, as far as they are known."""

    @property
    def is_complete(self) -> bool:
        """Whether that is all."""

    @property
    def meant(self) -> str:
        """What was typed without its typing errors, where hits are due to that."""

    def stop(self) -> None:
        """Nobody wants to know any more: break off what is being looked up."""

    def page(self, start: int, count: int) -> list[ContactRow]:
        """The lines from `start` on, at most `count`."""

    def ids(self, start: int, count: int) -> list[int]:
        """The ids of the lines from `start` on, at most `count`."""

    def key(self, item: ContactRow) -> int:
        """What stays the same when a line is read again."""

    def position(self, key: object) -> int | None:
        """Where a contact stands; None where it does not, or further down than is known."""


@dataclass(slots=True)
class HitWindow:
    """The hits of a search, the best first. More of them become known as the list is read towards its end.

    `connect` gives the calling thread's connection.
    """

    connect: Callable[[], sqlite3.Connection]
    search: Search
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)
    _at_work: sqlite3.Connection | None = field(default=None, init=False)
    _at_work_lock: threading.Lock = field(default_factory=threading.Lock, init=False)
    _is_stopped: bool = field(default=False, init=False)

    @property
    def total(self) -> int:
        """How many hits are known."""
        self._reach(AT_FIRST)
        return len(self.search.ids)

    @property
    def is_complete(self) -> bool:
        """Whether that is all."""
        return self.search.is_complete

    @property
    def meant(self) -> str:
        """What was typed without its typing errors, where hits are due to that."""
        return self.search.meant

    def page(self, start: int, count: int) -> list[ContactRow]:
        """The hits from `start` on, at most `count`."""
        return lines(self.connect(), self.ids(start, count))

    def ids(self, start: int, count: int) -> list[int]:
        """The ids of the hits from `start` on, at most `count`."""
        self._reach(start + count + _AHEAD)
        return self.search.ids[start : start + count]

    def key(self, item: ContactRow) -> int:
        """What stays the same when a line is read again."""
        return item.id

    def position(self, key: object) -> int | None:
        """Where a contact stands among the hits that are known."""
        known = self.search.ids
        return known.index(key) if isinstance(key, int) and key in known else None

    def stop(self) -> None:
        """Break off what is being looked up, in whichever thread; the hits that are known stay."""
        # Under the lock, so that it never meets what the same thread looks up next.
        with self._at_work_lock:
            self._is_stopped = True
            if self._at_work is not None:
                self._at_work.interrupt()

    def _reach(self, count: int) -> None:
        with self._lock:
            while not (self.search.is_complete or self._is_stopped) and len(self.search.ids) < count:
                self._read_on()

    def _read_on(self) -> None:
        connection = self.connect()
        with self._at_work_lock:
            self._at_work = connection
        try:
            self.search.read_on(connection)
        except sqlite3.OperationalError:
            if not self._is_stopped:
                raise
        finally:
            with self._at_work_lock:
                self._at_work = None


@dataclass(slots=True)
class NameWindow:
    """Everyone, or one type of contact, from A to Z. Pages are read from the nearer end, or from the page before."""

    connect: Callable[[], sqlite3.Connection]
    kind: ContactType | None = None
    is_complete: bool = field(default=True, init=False)
    meant: str = field(default="", init=False)
    _total: int = field(default=-1, init=False)

    @property
    def total(self) -> int:
        """How many contacts there are."""
        if self._total < 0:
            self._total = count(self.connect(), self.kind)
        return self._total

    def page(self, start: int, count: int) -> list[ContactRow]:
        """The contacts from `start` on, at most `count`."""
        return lines(self.connect(), self.ids(start, count))

    def ids(self, start: int, count: int) -> list[int]:
        """The ids of the contacts from `start` on, at most `count`."""
        count = min(count, self.total - start)
        if count <= 0:
            return []
        from_end = self.total - start - count
        way, skipped = ("DESC", from_end) if from_end < start else ("ASC", start)
        sql = f"SELECT contact_id FROM search_entry{self._where} ORDER BY sort_name {way}, contact_id {way}"
        found = [row[0] for row in self.connect().execute(f"{sql} LIMIT ? OFFSET ?", [*self._values, count, skipped])]
        return found[::-1] if way == "DESC" else found

    def key(self, item: ContactRow) -> int:
        """What stays the same when a line is read again."""
        return item.id

    def position(self, key: object) -> int | None:
        """Where a contact stands."""
        row = self.connect().execute("SELECT sort_name, type FROM search_entry WHERE contact_id = ?", [key]).fetchone()
        if row is None or (self.kind is not None and row[1] != self.kind.value):
            return None
        return self._before("(sort_name, contact_id) < (?, ?)", [row[0], key])

    def stop(self) -> None:
        """Pages are read so fast that there is nothing to break off."""

    def first_from(self, beginning: str) -> int:
        """Where the names begin that stand at these letters or after them."""
        return self._before("sort_name < ?", [fold(beginning)])

    def _before(self, condition: str, values: Iterable[object]) -> int:
        where = f"{self._where} AND {condition}" if self._where else f" WHERE {condition}"
        sql = f"SELECT count(*) FROM search_entry{where}"
        return int(self.connect().execute(sql, [*self._values, *values]).fetchone()[0])

    @property
    def _where(self) -> str:
        return "" if self.kind is None else " WHERE type = ?"

    @property
    def _values(self) -> list[object]:
        return [] if self.kind is None else [self.kind.value]


def count(connection: sqlite3.Connection, kind: ContactType | None = None) -> int:
    """How many contacts there are, of one type or of both; kept with the index, so that it costs nothing to know."""
    row = connection.execute("SELECT companies, people FROM search_state").fetchone() or (0, 0)
    if kind is None:
        return int(row[0] + row[1])
    return int(row[0] if kind is ContactType.COMPANY else row[1])


def people_ids(connection: sqlite3.Connection, company_id: int) -> list[int]:
    """The ids of a company's people, by name."""
    sql = (
        "SELECT c.id FROM contact c JOIN search_entry e ON e.contact_id = c.id WHERE c.company_id = ?"
        " ORDER BY e.sort_name, c.id"
    )
    return [row[0] for row in connection.execute(sql, [company_id])]


def by_name(connection: sqlite3.Connection, ids: Iterable[int]) -> list[int]:
    """These contacts, any number of them, by name."""
    sql = (
        "SELECT e.contact_id FROM json_each(?) wanted JOIN search_entry e ON e.contact_id = wanted.value"
        " ORDER BY e.sort_name, e.contact_id"
    )
    return [row[0] for row in connection.execute(sql, [json.dumps(list(ids))])]
