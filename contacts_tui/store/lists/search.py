"""The search: every word anywhere in the contact, in any order, the best match first."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.text import digits, fold
from contacts_tui.store.lists.rows import lines

_NEAR = 500
_NUMBER_SIGNS = frozenset("0123456789 +()-./")
_COUNTRY_DIGITS = 3
"""So many leading digits of a number may be a country code or a zero that the book leaves out."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What was typed, taken apart: the folded whole, its words, and its digits where all of it is a phone number."""

    whole: str
    words: tuple[str, ...]
    number: str


def terms(typed: str) -> Terms:
    """Take apart what was typed; digits with signs between them are one phone number."""
    whole = fold(typed)
    number = digits(typed) if typed.strip() and set(typed) <= _NUMBER_SIGNS else ""
    return Terms(whole, () if len(number) > 1 else tuple(whole.split()), number if len(number) > 1 else "")


def _has_number(number: str, whole: str) -> tuple[str, list[object]]:
    """A number is there with or without what may stand before it: a country code, a zero."""
    forms = [number]
    if len(number) >= 10:
        forms += [number[cut:] for cut in range(1, _COUNTRY_DIGITS + 1) if len(number) - cut >= 8]
    in_digits = " OR ".join("instr(s.digits, ?) > 0" for _ in forms)
    return f"({in_digits} OR instr(s.words, ?) > 0)", [*forms, whole]


def _has_word(word: str) -> tuple[str, list[object]]:
    """A word is there; one of digits and signs may be part of a phone number."""
    number = digits(word) if set(word) <= _NUMBER_SIGNS else ""
    return _has_number(number, word) if len(number) > 1 else ("instr(s.words, ?) > 0", [word])


_FROM = "FROM contact_search s JOIN contact c ON c.id = s.contact_id"


def _condition(found: Terms, kind: ContactType | None) -> tuple[str, list[object]]:
    parts: list[str] = []
    values: list[object] = []
    conditions = [_has_number(found.number, found.whole)] if found.number else [_has_word(w) for w in found.words]
    for condition, of_condition in conditions:
        parts.append(condition)
        values += of_condition
    if kind is not None:
        parts.append("c.type = ?")
        values.append(str(kind))
    return (f" WHERE {' AND '.join(parts)}" if parts else ""), values


def _order(found: Terms) -> tuple[str, list[object]]:
    """Exact first, then names that begin so, names with words that begin so, other words, parts of words."""
    if not found.whole:
        return "s.sort_name, c.id", []
    values: list[object] = [found.whole.upper(), found.whole, f" {found.whole} ", f" {found.number or found.whole} "]
    begins = "substr(s.sort_name, 1, ?) = ?"
    values += [len(found.whole), found.whole]
    in_name = " AND ".join("instr(' ' || s.sort_name, ?) > 0" for _ in found.words) or "0"
    values += [f" {word}" for word in found.words]
    in_words = " AND ".join("instr(s.words, ?) > 0" for _ in found.words) or "instr(s.digits, ?) > 0"
    values += [f" {word}" for word in found.words] or [f" {found.number}"]
    rank = (
        "CASE WHEN c.no = ? OR s.sort_name = ? OR instr(s.words || ' ', ?) > 0 AND instr(?, '@') > 0"
        " OR instr(s.digits || ' ', ?) > 0 THEN 0"
        f" WHEN {begins} THEN 1 WHEN {in_name} THEN 2 WHEN {in_words} THEN 3 ELSE 4 END"
    )
    values.insert(3, found.whole)
    return f"{rank}, c.type, s.sort_name, c.id", values


@dataclass(slots=True)
class ContactWindow:
    """The hits of a search as a window: how many there are, and any page of them.

    `connect` gives the calling thread's connection, so that pages may be asked for in any thread.
    """

    connect: Callable[[], sqlite3.Connection]
    terms: Terms
    kind: ContactType | None = None
    _total: int = field(default=-1, init=False)

    @property
    def total(self) -> int:
        """How many contacts match."""
        if self._total < 0:
            where, values = _condition(self.terms, self.kind)
            self._total = int(self.connect().execute(f"SELECT count(*) {_FROM}{where}", values).fetchone()[0])
        return self._total

    def page(self, start: int, count: int) -> list[ContactRow]:
        """The hits from `start` on, at most `count`."""
        return lines(self.connect(), self.ids(start, count))

    def ids(self, start: int, count: int) -> list[int]:
        """The ids of the hits from `start` on, at most `count`."""
        where, values = _condition(self.terms, self.kind)
        order, more = _order(self.terms)
        sql = f"SELECT c.id {_FROM}{where} ORDER BY {order} LIMIT ? OFFSET ?"
        return [row[0] for row in self.connect().execute(sql, [*values, *more, count, start])]

    def key(self, item: ContactRow) -> int:
        """What stays the same when a line is read again."""
        return item.id

    def position(self, key: object) -> int | None:
        """Where a contact stands among the first hits; None where it does not, or stands further down."""
        ids = self.ids(0, _NEAR)
        return ids.index(key) if isinstance(key, int) and key in ids else None


def count_all(connection: sqlite3.Connection) -> int:
    """How many contacts there are."""
    return int(connection.execute("SELECT count(*) FROM contact_search").fetchone()[0])


def people_ids(connection: sqlite3.Connection, company_id: int) -> list[int]:
    """The ids of a company's people, by name."""
    sql = f"SELECT c.id {_FROM} WHERE c.company_id = ? ORDER BY s.sort_name, c.id"
    return [row[0] for row in connection.execute(sql, [company_id])]


def by_name(connection: sqlite3.Connection, ids: Iterable[int]) -> list[int]:
    """These contacts, any number of them, by name."""
    sql = f"SELECT c.id {_FROM} JOIN json_each(?) wanted ON wanted.value = c.id ORDER BY s.sort_name, c.id"
    return [row[0] for row in connection.execute(sql, [json.dumps(list(ids))])]
