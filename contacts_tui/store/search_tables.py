"""The two tables of FTS5 that the search asks: words with what they begin with, and parts of words.

Neither keeps the text nor places within it. Words come folded and parted from the domain, so the tokenizer only has to
take them as they are: beyond ASCII it takes every character for a letter, marks included.
"""

from __future__ import annotations

from collections.abc import Callable

WORDS = "search_words"
PARTS = "search_parts"
LONGEST_BEGINNING = 7
"""Beginnings of up to so many characters have lists of their own, in the order of rank."""

_TABLES = {
    WORDS: f"tokenize='ascii', prefix='{' '.join(str(n + 1) for n in range(LONGEST_BEGINNING))}'",
    PARTS: "tokenize='trigram case_sensitive 1'",
}


def make_tables(execute: Callable[[str], object]) -> None:
    """Make both tables, empty."""
    for name, options in _TABLES.items():
        execute(f"CREATE VIRTUAL TABLE {name} USING fts5(text, content='', detail=none, {options})")
    settle(execute)


def settle(execute: Callable[[str], object]) -> None:
    """Leave joining the pieces that writes leave to `SearchIndex.join`, which long work calls between its own writes.

    By itself FTS5 would join hundreds of pages at every twentieth save or so. Single saves join only what is sixteen
    pieces of a size, which FTS5 still does: mostly small ones, and a question never meets very many.
    """
    for name in _TABLES:
        execute(f"INSERT INTO {name}({name}, rank) VALUES('automerge', 0)")
