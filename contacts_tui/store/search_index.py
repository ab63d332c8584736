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
from typing import NamedTuple

from contacts_tui.domain import search_text
from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.listing import SortKeys
from contacts_tui.domain.search_text import SearchText, Source
from contacts_tui.domain.spelling import sound
from contacts_tui.store.search_source import orders, texts
from contacts_tui.store.search_tables import PARTS, WORDS, settle

CHUNK = 1000
"""So many contacts are read and taken in at once."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A contact as it stands in the index."""

    pos: int
    contact_id: int
    company_id: int | None
    type: str
    words: str
    indexed: bool
    keys: SortKeys

    @property
    def text(self) -> SearchText:
        """What it was taken in by."""
        return search_text.read(self.words)


_KEYS = ", ".join(f"sort_{name}" for name in SortKeys._fields)
_ENTRY = f"SELECT pos, contact_id, company_id, type, words, indexed, {_KEYS} FROM search_entry"
_ADD = f"INSERT INTO search_entry(pos, contact_id, company_id, type, words, indexed, {_KEYS})"


def entries(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, Entry]:
    """How these contacts stand in the index, by id."""
    sql = f"{_ENTRY} WHERE contact_id IN (SELECT value FROM json_each(?))"
    found = connection.execute(sql, [json.dumps(list(ids))])
    return {row[1]: Entry(row[0], row[1], row[2], row[3], row[4], row[5], SortKeys(*row[6:])) for row in found}


class Known(NamedTuple):
    """Contacts as they stand in the index and as they are now: by which words, sorted by what."""

    ids: Sequence[int]
    before: dict[int, Entry]
    now: dict[int, tuple[Source, SearchText]]
    keys: dict[int, SortKeys]


@dataclass(frozen=True, slots=True)
class _Row:
    """A contact as it is about to stand in the index."""

    pos: int
    contact: Source
    keys: SortKeys
    text: SearchText

    @property
    def stored(self) -> tuple[object, ...]:
        contact = self.contact
        head = (self.pos, contact.id, contact.company_id, contact.type.value)
        return (*head, self.text.stored, *self.keys)

    def stands_as(self, entry: Entry | None) -> bool:
        """Whether it is listed already as it is to be listed."""
        contact = self.contact
        now = (self.pos, contact.company_id, contact.type.value, self.keys)
        return entry is not None and (entry.pos, entry.company_id, entry.type, entry.keys) == now


class SearchIndex:
    """Writes the index of one database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def update(self, changed: Collection[int], giving: Collection[int] = ()) -> None:
        """Take in these contacts as they are now, before all others, the last of them first; and where what a company
        gives to its people has changed, as it has of those that are `giving`, its people, where they stand."""
        people = self._people_of(list(giving))
        for chunk in chunks(changed):
            people += self._people_of(self._take_in(chunk, first=True))
        for chunk in chunks(dict.fromkeys(p for p in people if p not in changed)):
            self._take_in(chunk, first=False)

    def update_later(self, changed: Collection[int]) -> None:
        """As `update`, but of these contacts let those that are new be listed at once and taken in by `catch_up`."""
        for chunk in chunks(changed):
            before = entries(self._connection, chunk)
            waiting = {entry.contact_id: entry for entry in before.values() if not entry.indexed}
            self._unlist(list(waiting.values()))
            self.add_later(self._listed([i for i in chunk if i in waiting or i not in before]))
            self.update([contact_id for contact_id in chunk if contact_id in before and contact_id not in waiting])
            # What their people are found by is not known before they are taken in, but how people are sorted is.
            companies = [entry.contact_id for entry in waiting.values() if entry.company_id is None]
            keys = orders(self._connection, companies)
            renamed = {i for i in companies if keys[i].name != waiting[i].keys.name}
            for people in chunks(self._people_of(companies)):
                known = entries(self._connection, people).values()
                stale = [entry.contact_id for entry in known if entry.indexed or entry.company_id in renamed]
                self._take_in(stale, first=False)

    def add_later(self, contacts: Sequence[tuple[int, int | None, str]]) -> None:
        """Let new contacts (id, company, type) be listed at once and taken in later, by `catch_up`."""
        first = self._first()
        keys = orders(self._connection, (c[0] for c in contacts))
        self._connection.executemany(
            f"{_ADD} VALUES (?, ?, ?, ?, '', 0, ?, ?, ?)",
            ((first - at, *contact, *keys[contact[0]]) for at, contact in enumerate(contacts, start=1)),
        )
        self._count(Counter(kind for *_, kind in contacts))

    def waiting(self) -> Known:
        """What is to be known of some contacts that were added for later; nothing where none waits any more."""
        sql = "SELECT contact_id FROM search_entry WHERE NOT indexed ORDER BY pos LIMIT ?"
        return self._known([row[0] for row in self._connection.execute(sql, [CHUNK])])

    def catch_up(self, waiting: Known) -> None:
        """Take in contacts that were added for later, of which nothing has changed since they were looked at."""
        self._take_in_known(waiting, first=False)

    def remove(self, contact_id: int) -> None:
        """Forget a contact that is about to be deleted."""
        entry = entries(self._connection, [contact_id]).get(contact_id)
        if entry is None:
            return
        if entry.indexed:
            self._take_out([entry])
            self._spell(entry.text.spelled, ())
        self._unlist([entry])

    def forget(self) -> None:
        """Forget all words; whoever is listed waits to be taken in again.

        Then the `missing` are to be listed, and `all_listed` said; until then the index is of no version.
        """
        run = self._connection.execute
        for table in (WORDS, PARTS):
            run(f"INSERT INTO {table}({table}) VALUES('delete-all')")
        settle(run)
        for table in ("search_spelling", "search_state"):
            run(f"DELETE FROM {table}")
        run("DELETE FROM search_entry WHERE contact_id NOT IN (SELECT id FROM contact)")
        run("UPDATE search_entry SET words = '', indexed = 0")
        run("INSERT INTO search_state(id, version, companies, people) VALUES (1, 0, 0, 0)")
        self._count(dict(run("SELECT type, count(*) FROM search_entry GROUP BY type").fetchall()))

    def missing(self) -> list[int]:
        """The contacts that are not listed, the newest change last."""
        sql = "SELECT id FROM contact WHERE id NOT IN (SELECT contact_id FROM search_entry) ORDER BY modified_at, id"
        return [row[0] for row in self._connection.execute(sql)]

    def list_missing(self, ids: Sequence[int]) -> None:
        """Let those of these contacts be listed that nobody has listed meanwhile."""
        known = entries(self._connection, ids)
        self.add_later(self._listed([contact_id for contact_id in ids if contact_id not in known]))

    def all_listed(self) -> None:
        """Say that no contact is missing any more."""
        self._connection.execute("UPDATE search_state SET version = ?", [search_text.VERSION])

    def join(self, table: str, pages: int) -> bool:
        """Join so many pages of the pieces that many writes have left in a table, a negative number to begin with.

        Tells whether there may be more to join.
        """
        before = self._connection.total_changes
        self._connection.execute(f"INSERT INTO {table}({table}, rank) VALUES('merge', ?)", [pages])
        return self._connection.total_changes - before > 1

    def _take_in(self, ids: Sequence[int], *, first: bool) -> list[int]:
        """Take in contacts, in the place they have or before all others; the companies whose people change."""
        return self._take_in_known(self._known(ids), first=first)

    def _known(self, ids: Sequence[int]) -> Known:
        return Known(ids, entries(self._connection, ids), texts(self._connection, ids), orders(self._connection, ids))

    def _take_in_known(self, contacts: Known, *, first: bool) -> list[int]:
        ids, before, now, keys = contacts
        known = [e for e in before.values() if e.indexed and e.contact_id in now]
        self._take_out(known)
        top = self._first()
        rows: list[_Row] = []
        giving = []
        for contact_id in ids:
            if contact_id not in now:
                continue
            contact, text = now[contact_id]
            old = before.get(contact_id)
            top -= first or old is None
            pos = old.pos if old is not None and not first else top
            rows.append(_Row(pos, contact, keys[contact_id], text))
            if contact.company_id is None and old is not None and _gives_other(old, rows[-1]):
                giving.append(contact.id)
        self._store(rows, before)
        self._spell(
            [word for entry in known for word in entry.text.spelled],
            [word for row in rows for word in row.text.spelled],
        )
        return giving

    def _store(self, rows: Sequence[_Row], before: dict[int, Entry]) -> None:
        many = self._connection.executemany
        old = [before[row.contact.id] for row in rows if row.contact.id in before]
        # Where a contact is listed as it is, as most are that waited, no index on the columns has to be touched.
        listed = {row.pos for row in rows if row.stands_as(before.get(row.contact.id))}
        standing = [(row.text.stored, row.pos) for row in rows if row.pos in listed]
        many("UPDATE search_entry SET words = ?, indexed = 1 WHERE pos = ?", standing)
        many("DELETE FROM search_entry WHERE pos = ?", [(entry.pos,) for entry in old if entry.pos not in listed])
        many(f"{_ADD} VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?)", [row.stored for row in rows if row.pos not in listed])
        # In the order of rank, so that the lists grow at one end.
        ranked = sorted(rows, key=lambda row: row.pos)
        many(f"INSERT INTO {WORDS}(rowid, text) VALUES (?, ?)", [(row.pos, row.text.indexed) for row in ranked])
        many(f"INSERT INTO {PARTS}(rowid, text) VALUES (?, ?)", [(row.pos, row.text.parts) for row in ranked])
        kinds = Counter(row.contact.type.value for row in rows)
        kinds.subtract(entry.type for entry in old)
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
        """The people of companies, and those who are also at them."""
        sql = (
            "SELECT c.id FROM json_each(?1) wanted JOIN contact c ON c.company_id = wanted.value UNION"
            " SELECT a.contact_id FROM json_each(?1) wanted JOIN affiliation a ON a.company_id = wanted.value"
        )
        return [row[0] for row in self._connection.execute(sql, [json.dumps(companies)])] if companies else []

    def _listed(self, ids: Sequence[int]) -> list[tuple[int, int | None, str]]:
        """What `add_later` needs of these contacts, in this order."""
        sql = (
            "SELECT c.id, c.company_id, c.type FROM json_each(?) wanted JOIN contact c ON c.id = wanted.value"
            " ORDER BY wanted.key"
        )
        return self._connection.execute(sql, [json.dumps(ids)]).fetchall() if ids else []

    def _unlist(self, known: Sequence[Entry]) -> None:
        self._connection.executemany("DELETE FROM search_entry WHERE pos = ?", [(entry.pos,) for entry in known])
        self._count({kind: -count for kind, count in Counter(entry.type for entry in known).items()})

    def _first(self) -> int:
        (first,) = self._connection.execute("SELECT min(pos) FROM search_entry").fetchone()
        return 0 if first is None else int(first)


def _gives_other(old: Entry, company: _Row) -> bool:
    """Whether its people are found by other words now: by its name or by its fields; nobody knows of one that waits."""
    return not old.indexed or old.keys.name != company.keys.name or old.text.given != company.text.given


def chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    """Many ids, so many at once as are handled together."""
    left = iter(ids)
    while chunk := list(islice(left, CHUNK)):
        yield chunk
