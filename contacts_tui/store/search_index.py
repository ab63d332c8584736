"""Keeping the search index: what a contact is found by, taken in and taken out. Plain SQL, in the caller's transaction.

The rank of a contact is its rowid in the index, the newest change first: whoever asks for a list gets it in the order
of rank, and may stop reading after the first page. A changed contact goes before all others.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from contacts_tui.domain import search_text
from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.search_text import SearchText, Source
from contacts_tui.domain.spelling import sound
from contacts_tui.domain.text import fold
from contacts_tui.store.search_source import texts
from contacts_tui.store.search_tables import PARTS, WORDS

CHUNK = 500
"""So many contacts are read and taken in at once."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A contact as it stands in the index."""

    pos: int
    contact_id: int
    company_id: int | None
    type: str
    sort_name: str
    words: str
    indexed: bool

    @property
    def text(self) -> SearchText:
        """What it was taken in by."""
        return search_text.read(self.words)


_ENTRY = "SELECT pos, contact_id, company_id, type, sort_name, words, indexed FROM search_entry"


def entries(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, Entry]:
    """How these contacts stand in the index, by id."""
    sql = f"{_ENTRY} WHERE contact_id IN (SELECT value FROM json_each(?))"
    return {row[1]: Entry(*row) for row in connection.execute(sql, [json.dumps(list(ids))])}


class SearchIndex:
    """Writes the index of one database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def update(self, changed: Collection[int]) -> None:
        """Take in these contacts as they are now, before all others, the last of them first; and where what a company
        gives to its people has changed, its people, where they stand."""
        people: list[int] = []
        for chunk in chunks(changed):
            people += self._people_of(self._take_in(chunk, first=True))
        for chunk in chunks(dict.fromkeys(p for p in people if p not in changed)):
            self._take_in(chunk, first=False)

    def update_later(self, changed: Collection[int]) -> None:
        """As `update`, but of these contacts let those that are new be listed at once and taken in by `catch_up`."""
        for chunk in chunks(changed):
            before = entries(self._connection, chunk)
            waiting = [entry for entry in before.values() if not entry.indexed]
            self._unlist(waiting)
            later = [contact_id for contact_id in chunk if contact_id not in before or not before[contact_id].indexed]
            self.add_later(self._listed(later))
            people = self._people_of([entry.contact_id for entry in waiting if entry.company_id is None])
            known = entries(self._connection, people).values()
            self.update([contact_id for contact_id in chunk if contact_id in before and before[contact_id].indexed])
            for of_company in chunks(entry.contact_id for entry in known if entry.indexed):
                self._take_in(of_company, first=False)

    def add_later(self, contacts: Sequence[tuple[int, str, int | None, str]]) -> None:
        """Let new contacts (id, type, company, name) be listed at once and taken in later, by `catch_up`."""
        first = self._first()
        self._connection.executemany(
            "INSERT INTO search_entry(pos, contact_id, type, company_id, sort_name, words, indexed)"
            " VALUES (?, ?, ?, ?, ?, '', 0)",
            ((first - at, c[0], c[1], c[2], fold(c[3])) for at, c in enumerate(contacts, start=1)),
        )
        self._count(Counter(c[1] for c in contacts))

    def catch_up(self, limit: int = CHUNK) -> int:
        """Take in at most so many contacts that were added for later; tells how many it took in."""
        sql = "SELECT contact_id FROM search_entry WHERE NOT indexed ORDER BY pos LIMIT ?"
        waiting = [row[0] for row in self._connection.execute(sql, [limit])]
        for chunk in chunks(waiting):
            self._take_in(chunk, first=False)
        return len(waiting)

    def remove(self, contact_id: int) -> None:
        """Forget a contact that is about to be deleted."""
        entry = entries(self._connection, [contact_id]).get(contact_id)
        if entry is None:
            return
        if entry.indexed:
            self._take_out([entry])
            self._spell(entry.text.spelled, ())
        self._unlist([entry])

    def list_anew(self) -> None:
        """Forget everything, and let all contacts be listed at once, the newest change first, and taken in later."""
        run = self._connection.execute
        for table in (WORDS, PARTS):
            run(f"INSERT INTO {table}({table}) VALUES('delete-all')")
        for table in ("search_entry", "search_spelling", "search_state"):
            run(f"DELETE FROM {table}")
        run("INSERT INTO search_state(id, version, companies, people) VALUES (1, ?, 0, 0)", [search_text.VERSION])
        newest = run("SELECT id, type, company_id, name FROM contact ORDER BY modified_at, id")
        while contacts := newest.fetchmany(CHUNK * 10):
            self.add_later(contacts)

    def join(self, table: str, pages: int) -> bool:
        """Join so many pages of the pieces that many writes have left in a table, a negative number to begin with.

        Tells whether there may be more to join.
        """
        before = self._connection.total_changes
        self._connection.execute(f"INSERT INTO {table}({table}, rank) VALUES('merge', ?)", [pages])
        return self._connection.total_changes - before > 1

    def _take_in(self, ids: Sequence[int], *, first: bool) -> list[int]:
        """Take in contacts, in the place they have or before all others; the companies whose people change."""
        before = entries(self._connection, ids)
        now = texts(self._connection, ids)
        known = [e for e in before.values() if e.indexed and e.contact_id in now]
        self._take_out(known)
        top = self._first()
        rows, giving = [], []
        for contact_id in ids:
            if contact_id not in now:
                continue
            contact, text = now[contact_id]
            old = before.get(contact_id)
            top -= first or old is None
            pos = old.pos if old is not None and not first else top
            rows.append((pos, contact.id, contact.company_id, contact.type.value, fold(contact.name), text))
            if contact.company_id is None and old is not None and _gives_other(old, contact, text):
                giving.append(contact.id)
        self._store(rows, before)
        self._spell(
            [word for entry in known for word in entry.text.spelled], [word for row in rows for word in row[-1].spelled]
        )
        return giving

    def _store(
        self, rows: Sequence[tuple[int, int, int | None, str, str, SearchText]], before: dict[int, Entry]
    ) -> None:
        many = self._connection.executemany
        stored = [(*row[:5], row[5].stored) for row in rows]
        staying = [row for row in stored if row[1] in before and before[row[1]].pos == row[0]]
        many(
            "UPDATE search_entry SET company_id = ?3, type = ?4, sort_name = ?5, words = ?6, indexed = 1"
            " WHERE pos = ?1",
            staying,
        )
        moving = [row for row in stored if row[1] not in before or before[row[1]].pos != row[0]]
        many("DELETE FROM search_entry WHERE pos = ?", [(before[row[1]].pos,) for row in moving if row[1] in before])
        many(
            "INSERT INTO search_entry(pos, contact_id, company_id, type, sort_name, words, indexed)"
            " VALUES (?, ?, ?, ?, ?, ?, 1)",
            moving,
        )
        # In the order of rank, so that the lists grow at one end.
        ranked = sorted(rows)
        many(f"INSERT INTO {WORDS}(rowid, text) VALUES (?, ?)", [(row[0], row[5].indexed) for row in ranked])
        many(f"INSERT INTO {PARTS}(rowid, text) VALUES (?, ?)", [(row[0], row[5].parts) for row in ranked])
        kinds = Counter(row[3] for row in rows)
        kinds.subtract(before[row[1]].type for row in rows if row[1] in before)
        self._count(kinds)

    def _take_out(self, known: Sequence[Entry]) -> None:
        """A table without its text takes it out by the same text that went in."""
        many = self._connection.executemany
        delete = "INSERT INTO {0}({0}, rowid, text) VALUES ('delete', ?, ?)"
        many(delete.format(WORDS), [(entry.pos, entry.text.indexed) for entry in known])
        many(delete.format(PARTS), [(entry.pos, entry.text.parts) for entry in known])

    def _spell(self, gone: Iterable[str], come: Iterable[str]) -> None:
        uses = Counter(come)
        uses.subtract(gone)
        changed = [(word, len(word), sound(word), count) for word, count in uses.items() if count]
        self._connection.executemany(
            "INSERT INTO search_spelling(word, size, sound, uses) VALUES (?, ?, ?, ?)"
            " ON CONFLICT(word) DO UPDATE SET uses = uses + excluded.uses",
            changed,
        )
        lost = [(word,) for word, *_, count in changed if count < 0]
        self._connection.executemany("DELETE FROM search_spelling WHERE word = ? AND uses <= 0", lost)

    def _count(self, kinds: Counter[str] | dict[str, int]) -> None:
        companies, people = kinds.get(ContactType.COMPANY.value, 0), kinds.get(ContactType.PERSON.value, 0)
        if companies or people:
            sql = (
                "INSERT INTO search_state(id, version, companies, people) VALUES (1, ?, ?, ?) ON CONFLICT(id) DO UPDATE"
                " SET companies = companies + excluded.companies, people = people + excluded.people"
            )
            self._connection.execute(sql, [search_text.VERSION, companies, people])

    def _people_of(self, companies: Sequence[int]) -> list[int]:
        sql = "SELECT id FROM contact WHERE company_id IN (SELECT value FROM json_each(?))"
        return [row[0] for row in self._connection.execute(sql, [json.dumps(companies)])] if companies else []

    def _listed(self, ids: Sequence[int]) -> list[tuple[int, str, int | None, str]]:
        """What a list needs of these contacts, in this order."""
        sql = (
            "SELECT c.id, c.type, c.company_id, c.name FROM json_each(?) wanted JOIN contact c ON c.id = wanted.value"
            " ORDER BY wanted.key"
        )
        return self._connection.execute(sql, [json.dumps(ids)]).fetchall() if ids else []

    def _unlist(self, known: Sequence[Entry]) -> None:
        self._connection.executemany("DELETE FROM search_entry WHERE pos = ?", [(entry.pos,) for entry in known])
        self._count({kind: -count for kind, count in Counter(entry.type for entry in known).items()})

    def _first(self) -> int:
        (first,) = self._connection.execute("SELECT min(pos) FROM search_entry").fetchone()
        return 0 if first is None else int(first)


def _gives_other(old: Entry, company: Source, text: SearchText) -> bool:
    """Whether its people are found by other words now: by its name or by its fields; nobody knows of one that waits."""
    return not old.indexed or old.sort_name != fold(company.name) or old.text.marked != text.marked


def chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    """Many ids, so many at once as are handled together."""
    left = iter(ids)
    while chunk := list(islice(left, CHUNK)):
        yield chunk
