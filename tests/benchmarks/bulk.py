"""How long many contacts take to come in, against the bare writing of the same rows into the same tables.

The search for those that would be there twice, which writes nothing, is left out.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from contacts_tui.domain import search_text
from contacts_tui.domain.incoming import Incoming
from contacts_tui.domain.listing import Listing, Order
from contacts_tui.services import importing, search
from contacts_tui.store.search_tables import PARTS, WORDS
from tests.benchmarks import books, generate
from tests.benchmarks.results import OURS, SQLITE, Results

_AT_ONCE = 5_000
#: What follows from contacts and has no id of its own.
_OF_CONTACTS = frozenset(("contact_search_string", "contact_duplicate"))
_TABLES = (
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE '%VIRTUAL%'"
)


def measure(size: int, folder: Path, results: Results) -> None:
    """Let contacts come in, a part at a time, and write the rows of each part into another book."""
    made, bare = folder / "import.db", folder / "bare.db"
    session = books.opened(made)
    books.opened(bare).book.close()
    ours = raw = 0.0
    are_listed: list[bool] = []

    def look(done: int, _: int) -> None:
        are_listed.append(bool(search.answer(session, Listing(order=Order.NAME)).window.page(0, 1)))

    with closing(session.book), closing(sqlite3.connect(bare, isolation_level=None)) as target:
        for pragma in ("synchronous=FULL", "foreign_keys=OFF", "cache_size=-8192"):
            target.execute(f"PRAGMA {pragma}")
        importing.run(session, Incoming(lines=generate.lines()), subject="codes")
        for part in books.parts(size, at_once=_AT_ONCE):
            incoming = Incoming(contacts=part, assignments=tuple(generate.codes(part)))
            started = time.perf_counter()
            importing.run(session, incoming, subject="contacts", compare=False, progress=look)
            ours += time.perf_counter() - started
            raw += _write_new(session.book.lists(), target)
    assert all(are_listed), "the list cannot be used while contacts come in"
    results.put("bulk load", OURS, size, ours)
    results.put("bulk load", SQLITE, size, raw)


def _write_new(source: sqlite3.Connection, target: sqlite3.Connection) -> float:
    """Seconds that the rows which the target lacks take to be written, a table at a time, texts of the index too."""
    seconds = 0.0
    for statement, rows in list(_writes(source, target)):
        started = time.perf_counter()
        target.execute("BEGIN IMMEDIATE")
        target.executemany(statement, rows)
        target.execute("COMMIT")
        seconds += time.perf_counter() - started
    return seconds


def _writes(
    source: sqlite3.Connection, target: sqlite3.Connection
) -> Iterator[tuple[str, Sequence[tuple[object, ...]]]]:
    """A statement for each table, with the rows that are new."""
    texts = []
    for (name,) in source.execute(_TABLES).fetchall():
        if name.startswith((f"{WORDS}_", f"{PARTS}_", "schema_migration")):
            continue
        if name == "search_entry":
            (first,) = target.execute("SELECT ifnull(min(pos), 0) FROM search_entry").fetchone()
            rows = source.execute("SELECT * FROM search_entry WHERE pos < ? ORDER BY pos", [first]).fetchall()
            sql = "SELECT pos, words FROM search_entry WHERE pos < ? ORDER BY pos"
            texts = [(pos, search_text.read(words)) for pos, words in source.execute(sql, [first])]
        elif name in ("search_spelling", "search_state"):
            rows = source.execute(f"SELECT * FROM {name}").fetchall()
        else:
            key = "contact_id" if name in _OF_CONTACTS else "id"
            (last,) = target.execute(f"SELECT ifnull(max({key}), 0) FROM {name}").fetchone()
            rows = source.execute(f"SELECT * FROM {name} WHERE {key} > ?", [last]).fetchall()
        if rows:
            yield f"INSERT OR REPLACE INTO {name} VALUES ({', '.join('?' * len(rows[0]))})", rows
    insert = "INSERT INTO {}(rowid, text) VALUES (?, ?)"
    yield insert.format(WORDS), [(pos, text.indexed) for pos, text in texts]
    yield insert.format(PARTS), [(pos, text.parts) for pos, text in texts]
