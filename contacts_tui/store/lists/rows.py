"""Reading contacts as lines of a list. Neither fields nor lists of codes are loaded, so that a look-up is quick."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.contact_type import ContactType

_VALUES_AT_ONCE = 30_000
_REMEMBERED = 500
_TYPES = {kind.value: kind for kind in ContactType}

_FIGURES = """
       CASE c.type WHEN 'company' THEN (SELECT count(*) FROM contact p WHERE p.company_id = c.id) ELSE 0 END,
       coalesce(CASE c.type WHEN 'company' THEN (SELECT group_concat(words, char(10))
                   FROM (SELECT CASE r.description WHEN '' THEN r.code ELSE r.description END AS words
                           FROM contact_business_relation b JOIN business_relation r ON r.id = b.business_relation_id
                          WHERE b.contact_id = c.id ORDER BY r.code)) END, '')
"""
_LINE = """
SELECT c.id, c.uid, c.no, c.type, c.name, c.job_title, coalesce(f.name, ''), c.city, c.phone, c.mobile, c.email,
       c.post_code, coalesce(k.code, ''), coalesce(nullif(s.description, ''), s.code, ''),
       coalesce(nullif(t.description, ''), t.code, ''), coalesce(c.modified_at, ''), %s
  FROM contact c LEFT JOIN contact f ON f.id = c.company_id LEFT JOIN country k ON k.id = c.country_id
       LEFT JOIN salesperson s ON s.id = c.salesperson_id LEFT JOIN territory t ON t.id = c.territory_id
 WHERE c.id IN ({places})
"""
_WITH_FIGURES, _WITHOUT = _LINE % _FIGURES, _LINE % "0, ''"


class Reading(sqlite3.Connection):
    """Reads only, and remembers the lines that it has read as long as nobody writes.

    With each letter that is typed, most of the contacts listed are those of the letter before it.
    """

    def __init__(self, *how: Any, **more: Any) -> None:
        super().__init__(*how, **more)
        self._version = 0
        self._lines: dict[bool, dict[int, ContactRow]] = {}

    def data_version(self) -> int:
        """A number that changes when another connection commits."""
        return int(self.execute("PRAGMA data_version").fetchone()[0])

    def known_lines(self, *, figures: bool) -> dict[int, ContactRow]:
        """The lines that are known to be as they are now, by id, with or without the figures of companies; whoever
        reads others adds them."""
        version = self.data_version()
        if version != self._version:
            self._version, self._lines = version, {}
        known = self._lines.setdefault(figures, {})
        if len(known) > _REMEMBERED:
            known.clear()
        return known


def rows_of(connection: sqlite3.Connection, sql: str, values: Sequence[object]) -> Iterator[tuple[Any, ...]]:
    """What a query finds for these values; a question takes so many of them only."""
    for start in range(0, len(values), _VALUES_AT_ONCE):
        part = list(values[start : start + _VALUES_AT_ONCE])
        yield from connection.execute(sql.format(places=",".join("?" * len(part))), part).fetchall()


def id_list(ids: Iterable[int]) -> str:
    """Ids as `json_each` takes them: numbers are the same in Python, and the library need not be loaded."""
    return str([*ids])


def _line(row: tuple[Any, ...]) -> ContactRow:
    relations = tuple(row[-1].split("\n")) if row[-1] else ()
    return ContactRow._make((*row[:3], _TYPES[row[3]], *row[4:-1], relations))


def lines(connection: sqlite3.Connection, ids: Sequence[int], *, figures: bool = True) -> list[ContactRow]:
    """The lines of these contacts, in this order; one that is gone is left out.

    Without `figures` a company's people are not counted and its relations not read, which takes half of the time.
    """
    known = connection.known_lines(figures=figures) if isinstance(connection, Reading) else {}
    asked = [row_id for row_id in ids if row_id not in known]
    for row in rows_of(connection, _WITH_FIGURES if figures else _WITHOUT, asked):
        known[row[0]] = _line(row)
    return [known[row_id] for row_id in ids if row_id in known]


def ids_of_uids(connection: sqlite3.Connection, uids: Sequence[str]) -> list[int]:
    """The ids of these contacts, in this order; one that is gone is left out."""
    found = dict(rows_of(connection, "SELECT uid, id FROM contact WHERE uid IN ({places})", uids))
    return [found[uid] for uid in uids if uid in found]
