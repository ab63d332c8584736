"""Whether the search index is what the contacts say, and whether it holds what it was given."""

from __future__ import annotations

import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable

from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.search_text import VERSION, read
from contacts_tui.store.search_index import chunks, entries
from contacts_tui.store.search_source import orders, texts
from contacts_tui.store.search_tables import PARTS, WORDS

_WIDE = (1 << 61) - 1
#: The trigrams of a text overlap by so many characters.
_TRIGRAM = 3


def stale(connection: sqlite3.Connection) -> list[int]:
    """The ids of the contacts that do not stand in the index as they are, and are not waiting to be taken in."""
    found = []
    ids = [row[0] for row in connection.execute("SELECT id FROM contact ORDER BY id")]
    for chunk in chunks(ids):
        known, keys = entries(connection, chunk), orders(connection, chunk)
        for contact_id, (contact, text) in texts(connection, chunk).items():
            entry = known.get(contact_id)
            if (
                entry is None
                or (entry.type, entry.company_id) != (contact.type.value, contact.company_id)
                or entry.keys != keys[contact_id]
                or (entry.indexed and entry.words != text.stored)
            ):
                found.append(contact_id)
    return found


def holds(connection: sqlite3.Connection) -> bool:
    """Whether both tables of FTS5, the words for spelling and the counts are those of the entries."""
    words, parts, spelled = 0, 0, Counter[str]()
    kinds = Counter[str]()
    for pos, kind, stored, indexed in connection.execute("SELECT pos, type, words, indexed FROM search_entry"):
        kinds[kind] += 1
        if not indexed:
            continue
        text = read(stored)
        words += _sum(pos, set(text.indexed.split(" ")))
        parts += _sum(pos, _trigrams(text.parts))
        spelled.update(text.spelled)
    state = connection.execute("SELECT version, companies, people FROM search_state").fetchall()
    counted = (kinds[ContactType.COMPANY.value], kinds[ContactType.PERSON.value])
    return (
        state in ([(VERSION, *counted)], [] if not sum(counted) else None)
        and dict(connection.execute("SELECT word, uses FROM search_spelling").fetchall()) == dict(spelled)
        and _in_table(connection, WORDS) == words & _WIDE
        and _in_table(connection, PARTS) == parts & _WIDE
    )


def _in_table(connection: sqlite3.Connection, table: str) -> int:
    """The sum over all that a table of FTS5 holds."""
    connection.execute(f"CREATE VIRTUAL TABLE temp.{table}_holds USING fts5vocab('main', '{table}', 'instance')")
    try:
        found = connection.execute(f"SELECT doc, term FROM temp.{table}_holds")
        return sum(_sum(doc, (term,)) for doc, term in found) & _WIDE
    finally:
        connection.execute(f"DROP TABLE temp.{table}_holds")


def _trigrams(text: str) -> set[str]:
    return {text[at : at + _TRIGRAM] for at in range(len(text) - _TRIGRAM + 1)}


def _sum(pos: int, terms: Iterable[str]) -> int:
    """A number that tells apart whether a row has just these terms, and that can be summed in any order."""
    return sum((zlib.crc32(term.encode()) + 1) * ((pos * 2 + 1) * 0x9E3779B97F4A7C15 & _WIDE) for term in terms)
