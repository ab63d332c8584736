"""Contacts as windows for a list: the hits of a search, as far as they are looked at."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.contact_type import ContactType
from contacts_tui.store.lists.rows import id_list, lines

if TYPE_CHECKING:
    from contacts_tui.store.lists.search import Search

AT_FIRST = 50
"""So many hits are looked for at once; that there are more, the count says, until they are asked for."""


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

    def offers(self) -> tuple[str, ...]:
        """What else may have been meant, where there are few: other words to ask for."""

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

    def first_from(self, beginning: str) -> int:
        """Where the words begin that stand at these letters or after them, in an alphabetical order."""


class HitWindow:
    """The hits of a search, the best first. More of them become known as the list is read towards its end.

    `connect` gives the calling thread's connection; `figures` tells whether lines have those of companies.
    """

    def __init__(self, connect: Callable[[], sqlite3.Connection], search: Search, *, figures: bool = True) -> None:
        self.connect = connect
        self.search = search
        self.figures = figures
        self._lock = threading.Lock()
        self._at_work: sqlite3.Connection | None = None
        self._at_work_lock = threading.Lock()
        self._is_stopped = False

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
        return lines(self.connect(), self.ids(start, count), figures=self.figures)

    def ids(self, start: int, count: int) -> list[int]:
        """The ids of the hits from `start` on, at most `count`."""
        self._reach(start + count)
        return self.search.ids[start : start + count]

    def key(self, item: ContactRow) -> int:
        """What stays the same when a line is read again."""
        return item.id

    def position(self, key: object) -> int | None:
        """Where a contact stands among the hits that are known."""
        known = self.search.ids
        return known.index(key) if isinstance(key, int) and key in known else None

    def offers(self) -> tuple[str, ...]:
        """What else may have been meant, where there are few hits: other words to ask for."""
        from contacts_tui.store.lists.offers import offers

        found: list[str] = []
        with self._lock:
            self._work(lambda connection: found.extend(offers(connection, self.search)))
        return tuple(found)

    def first_from(self, beginning: str) -> int:
        """The first of all: the best match knows no letters."""
        return 0

    def stop(self) -> None:
        """Break off what is being looked up, in whichever thread; the hits that are known stay."""
        # Under the lock, so that it never meets what the same thread looks up next.
        with self._at_work_lock:
            self._is_stopped = True
            if self._at_work is not None:
                self._at_work.interrupt()

    def looking_up(self, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        """What a question about the hits finds; nothing once it is broken off."""
        found: list[tuple[Any, ...]] = []
        self._work(lambda connection: found.extend(connection.execute(sql, values)))
        return found

    def _reach(self, count: int) -> None:
        with self._lock:
            while not (self.search.is_complete or self._is_stopped) and len(self.search.ids) < count:
                self._work(self.search.read_on)

    def _work(self, step: Callable[[sqlite3.Connection], object]) -> None:
        connection = self.connect()
        with self._at_work_lock:
            self._at_work = connection
        try:
            if not self._is_stopped:
                step(connection)
        except sqlite3.OperationalError:
            if not self._is_stopped:
                raise
        finally:
            with self._at_work_lock:
                self._at_work = None


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
    return [row[0] for row in connection.execute(sql, [id_list(ids)])]
