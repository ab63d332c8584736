"""How long a query takes in the index, warm: through the services, and as the same statements on a bare connection."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial

from contacts_tui.domain.listing import Listing
from contacts_tui.services import search
from contacts_tui.services.session import Session
from tests.benchmarks import books
from tests.benchmarks.books import Made
from tests.benchmarks.results import OURS, SQLITE, Results, median, percentile

KINDS = {
    "1 letter": ("m", "t", "g", "b", "s", "é"),
    "2 letters": ("ma", "tr", "qu", "zo", "st", "le"),
    "3 letters": ("mar", "tre", "qua", "smi", "bou", "gag"),
    "several words": ("marie tremblay", "jean gag", "smi mon", "luc roy boul", "anne lav que", "roy buyer"),
    "phone": ("514 28", "0123", "+1 418 3", "4506", "819 555 01", "61"),
    "e-mail": ("info@", "marie.tremblay@", "info@tremblay", "quackenbush@zinc", "anne@", "roy.example"),
    "part of a word": ("uackenb", "rembl", "ouchar", "ckenbus", "langer", "ncwork"),
    "a typing error": ("quakenbush", "trembley", "zephirin quackenbusch", "boucard", "gagnom mari", "levesqe"),
}


def measure(made: Made, results: Results, *, times: int) -> None:
    """Ask each query some times, after it was asked once."""
    session = books.opened(made.book)
    with closing(session.book), closing(sqlite3.connect(made.book, isolation_level=None)) as raw:
        raw.execute("PRAGMA cache_size=-8192")
        ratios = []
        for kind, queries in KINDS.items():
            ours = []
            for query in queries:
                statements = _statements(session, query)
                own, bare = [], []
                for _ in range(times):
                    session.book.lists().known_lines(figures=True).clear()  # nothing is told from memory
                    own.append(_seconds(partial(_ask, session, query)))
                    bare.append(_seconds(partial(_ask_raw, raw, statements)))
                ours += own
                ratios.append((median(own) or 0.0) / (median(bare) or 1.0))
            results.put(f"query: {kind}", OURS, made.size, percentile(ours, 0.99))
            results.put(f"query p50: {kind}", OURS, made.size, percentile(ours, 0.5))
        results.put("query, against raw sqlite3", SQLITE, made.size, median(ratios))


def _ask(session: Session, query: str) -> None:
    from contacts_tui.ui.widgets.window import PAGE  # not with the module, which may not load Textual

    search.answer(session, Listing(query)).window.page(0, PAGE)


def _ask_raw(connection: sqlite3.Connection, statements: list[str]) -> None:
    for statement in statements:
        connection.execute(statement).fetchall()


def _statements(session: Session, query: str) -> list[str]:
    """What the services ask the database for a query, its values put in."""
    found: list[str] = []
    connection = session.book.lists()
    connection.set_trace_callback(found.append)
    _ask(session, query)
    connection.set_trace_callback(None)
    return found


def _seconds(do: Callable[[], object]) -> float:
    started = time.perf_counter()
    do()
    return time.perf_counter() - started
