"""Contacts in an order other than the search's own: everyone, at any size of the book, and the hits of a search."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterable

from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.contact_type import ContactType
from contacts_tui.domain.listing import Order
from contacts_tui.domain.text import fold
from contacts_tui.store.lists.rows import id_list, lines
from contacts_tui.store.lists.windows import HitWindow, count

_KEYS = {
    Order.BEST: ("e.pos",),
    Order.NAME: ("e.sort_name", "e.contact_id"),
    Order.COMPANY: ("e.sort_company", "e.type", "e.sort_name", "e.contact_id"),
    Order.TOWN: ("e.sort_town", "e.sort_name", "e.contact_id"),
    Order.CHANGED: ("e.pos",),
    Order.NUMBER: ("c.no",),
}
"""What each order goes by. All but the number are in the index of the search, each with an index of its own."""
_BEHIND = "\U0010ffff" * 2
"""Stands behind everything that begins as what is before it."""
_ENTRIES = "search_entry e"
_CONTACTS = "contact c"


def _table(order: Order) -> str:
    return _CONTACTS if order is Order.NUMBER else _ENTRIES


def _id(order: Order) -> str:
    return "c.id" if order is Order.NUMBER else "e.contact_id"


def _type(order: Order) -> str:
    return "c.type" if order is Order.NUMBER else "e.type"


def _by(order: Order, way: str) -> str:
    return ", ".join(f"{key} {way}" for key in _KEYS[order])


class EveryoneWindow:
    """Everyone, or one type of contact, in an order. Pages are read from the nearer end.

    `connect` gives the calling thread's connection; `figures` tells whether lines have those of companies.
    """

    is_complete = True
    meant = ""

    def __init__(
        self,
        connect: Callable[[], sqlite3.Connection],
        kind: ContactType | None = None,
        order: Order = Order.NAME,
        turned: bool = False,
        *,
        figures: bool = True,
    ) -> None:
        self.connect = connect
        self.figures = figures
        self.kind = kind
        self.order = order
        self.turned = turned
        self._total = -1

    @property
    def total(self) -> int:
        """How many contacts there are."""
        if self._total < 0:
            self._total = count(self.connect(), self.kind)
        return self._total

    def page(self, start: int, count: int) -> list[ContactRow]:
        """The contacts from `start` on, at most `count`."""
        return lines(self.connect(), self.ids(start, count), figures=self.figures)

    def ids(self, start: int, count: int) -> list[int]:
        """The ids of the contacts from `start` on, at most `count`."""
        count = min(count, self.total - start)
        if count <= 0:
            return []
        from_end = self.total - start - count
        backwards = from_end < start
        way, skipped = ("DESC" if backwards != self.turned else "ASC"), min(start, from_end)
        sql = f"SELECT {_id(self.order)} FROM {_table(self.order)}{self._where} ORDER BY {_by(self.order, way)}"
        found = [row[0] for row in self.connect().execute(f"{sql} LIMIT ? OFFSET ?", [*self._values, count, skipped])]
        return found[::-1] if backwards else found

    def key(self, item: ContactRow) -> int:
        """What stays the same when a line is read again."""
        return item.id

    def position(self, key: object) -> int | None:
        """Where a contact stands."""
        names = _KEYS[self.order]
        sql = f"SELECT {_type(self.order)}, {', '.join(names)} FROM {_table(self.order)} WHERE {_id(self.order)} = ?"
        row = self.connect().execute(sql, [key]).fetchone()
        if row is None or (self.kind is not None and row[0] != self.kind.value):
            return None
        sign = ">" if self.turned else "<"
        return self._count(f"({', '.join(names)}) {sign} ({', '.join('?' * len(names))})", row[1:])

    def offers(self) -> tuple[str, ...]:
        """Nothing: everyone is asked for."""
        return ()

    def stop(self) -> None:
        """Pages are read so fast that there is nothing to break off."""

    def first_from(self, beginning: str) -> int:
        """Where the words begin that stand at these letters or after them, in an alphabetical order."""
        first = _KEYS[self.order][0]
        before = f"{first} > ?" if self.turned else f"{first} < ?"
        return self._count(before, [fold(beginning) + (_BEHIND if self.turned else "")])

    def _count(self, condition: str, values: Iterable[object]) -> int:
        where = f"{self._where} AND {condition}" if self._where else f" WHERE {condition}"
        sql = f"SELECT count(*) FROM {_table(self.order)}{where}"
        return int(self.connect().execute(sql, [*self._values, *values]).fetchone()[0])

    @property
    def _where(self) -> str:
        # The plus keeps SQLite from the index of the type, which would have it sort all of that type. In the order of
        # names there is an index of both.
        plus = "" if self.order is Order.NAME else "+"
        return "" if self.kind is None else f" WHERE {plus}{_type(self.order)} = ?"

    @property
    def _values(self) -> list[object]:
        return [] if self.kind is None else [self.kind.value]


class SortedWindow:
    """The hits of a search in an order: all of them are looked up before the first is shown."""

    is_complete = True

    def __init__(self, hits: HitWindow, order: Order, turned: bool = False) -> None:
        self.hits = hits
        self.order = order
        self.turned = turned
        self._ids: list[int] | None = None

    @property
    def total(self) -> int:
        """How many hits there are."""
        return len(self._sorted())

    @property
    def meant(self) -> str:
        """What was typed without its typing errors, where hits are due to that."""
        return self.hits.meant

    def page(self, start: int, count: int) -> list[ContactRow]:
        """The hits from `start` on, at most `count`."""
        return lines(self.hits.connect(), self.ids(start, count), figures=self.hits.figures)

    def ids(self, start: int, count: int) -> list[int]:
        """The ids of the hits from `start` on, at most `count`."""
        return self._sorted()[start : start + count]

    def key(self, item: ContactRow) -> int:
        """What stays the same when a line is read again."""
        return item.id

    def position(self, key: object) -> int | None:
        """Where a contact stands among the hits."""
        ids = self._sorted()
        return ids.index(key) if isinstance(key, int) and key in ids else None

    def offers(self) -> tuple[str, ...]:
        """What else may have been meant, where there are few hits: other words to ask for."""
        return self.hits.offers()

    def stop(self) -> None:
        """Break off what is being looked up."""
        self.hits.stop()

    def first_from(self, beginning: str) -> int:
        """Where the words begin that stand at these letters or after them, in an alphabetical order."""
        folded, ids = fold(beginning), self._sorted()
        sql = f"SELECT {_KEYS[self.order][0]} FROM {_ENTRIES} WHERE e.contact_id = ?"
        low, high = 0, len(ids)
        while low < high:
            middle = (low + high) // 2
            row = self.hits.connect().execute(sql, [ids[middle]]).fetchone()
            key = str(row[0]) if row else ""
            is_before = key[: len(folded)] > folded if self.turned else key < folded
            low, high = (middle + 1, high) if is_before else (low, middle)
        return low

    def _sorted(self) -> list[int]:
        if self._ids is None:
            wanted = id_list(self.hits.ids(0, sys.maxsize))
            way = "DESC" if self.turned else "ASC"
            sql = (
                f"SELECT e.contact_id FROM json_each(?) wanted JOIN {_ENTRIES} ON e.contact_id = wanted.value"
                f" {'JOIN contact c ON c.id = e.contact_id ' if self.order is Order.NUMBER else ''}"
                f"ORDER BY {_by(self.order, way)}"
            )
            self._ids = [row[0] for row in self.hits.looking_up(sql, [wanted])]
        return self._ids
