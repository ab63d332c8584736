"""How long many contacts take to come in, against the bare writing of the same rows into the same tables."""

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
from contacts_tui.store.book import Book
from contacts_tui.store.search_tables import PARTS, WORDS
from tests.benchmarks import books, generate
from tests.benchmarks.results import OURS, SQLITE, Results


def measure(size: int, folder: Path, results: Results) -> None:
    """Make a book of a size, and then write its rows into another."""
    made = folder / "import.db"
    session = books.opened(made)
    with closing(session.book):
        importing.run(session, Incoming(lines=generate.lines()), subject="codes")
        first = [Incoming(contacts=part, assignments=tuple(generate.codes(part))) for part in books.parts(size)]
        are_listed: list[bool] = []

        def look(done: int, _: int) -> None:
            are_listed.append(bool(search.answer(session, Listing(order=Order.NAME)).window.page(0, 1)))

        started = time.perf_counter()
        for incoming in first:
            importing.run(session, incoming, subject="contacts", progress=look)
        results.put("bulk load", OURS, size, time.perf_counter() - started)
        assert all(are_listed), "the list cannot be used while contacts come in"
    results.put("bulk load", SQLITE, size, _bare(made, folder / "bare.db"))


def _bare(made: Path, other: Path) -> float:
    """Seconds that the rows of a book take to be written into a new one, a table at a time, texts of the index too."""
    Book.open(other, create=True).close()
    seconds = 0.0
    with closing(sqlite3.connect(made)) as source, closing(sqlite3.connect(other, isolation_level=None)) as target:
        for pragma in ("synchronous=FULL", "foreign_keys=OFF", "cache_size=-8192"):
            target.execute(f"PRAGMA {pragma}")
        for statement, rows in _writes(source, target):
            started = time.perf_counter()
            target.execute("BEGIN IMMEDIATE")
            target.executemany(statement, rows)
            target.execute("COMMIT")
            seconds += time.perf_counter() - started
    return seconds


def _writes(
    source: sqlite3.Connection, target: sqlite3.Connection
) -> Iterator[tuple[str, Sequence[tuple[object, ...]]]]:
    """A statement for each table, with its rows."""
    names = (
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE '%VIRTUAL%'"
    )
    for (name,) in source.execute(names).fetchall():
        if name.startswith((f"{WORDS}_", f"{PARTS}_", "schema_migration")):
            continue
        rows = source.execute(f"SELECT * FROM {name}").fetchall()
        if rows:
            target.execute(f"DELETE FROM {name}")
            yield f"INSERT INTO {name} VALUES ({', '.join('?' * len(rows[0]))})", rows
    texts = [(pos, search_text.read(words)) for pos, words in source.execute("SELECT pos, words FROM search_entry")]
    texts.sort(key=lambda text: text[0])
    insert = "INSERT INTO {}(rowid, text) VALUES (?, ?)"
    yield insert.format(WORDS), [(pos, text.indexed) for pos, text in texts]
    yield insert.format(PARTS), [(pos, text.parts) for pos, text in texts]
