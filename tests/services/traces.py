"""A person who is for nobody else in the book, and where in the files traces of that person stand."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from contacts_tui.domain.text import fold
from contacts_tui.store.search_tables import PARTS, WORDS

#: Words that stand for one person and for nothing else, in every form in which they may be written.
WORDS_OF_ZOE = (
    "Zoéphine", "Quillfeather", "Zérimond", "5550666", "5550777", "5550888", "555-0666", "555-0777", "555 0888",
    "zq.quill", "zephine.private", "Vexlane", "Harvestmoon", "Brackwater", "QFX-99",
)  # fmt: skip


def traces(folder: Path, words: Sequence[str] = WORDS_OF_ZOE) -> set[tuple[str, str]]:
    """In which files of a folder a word stands, whatever its case, its accents and how it is encoded."""
    found = set()
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        data = path.read_bytes()
        texts = [data.decode(encoding, "ignore") for encoding in ("utf-8", "latin-1", "utf-16-le", "utf-16-be")]
        texts.append(data[1:].decode("utf-16-le", "ignore"))
        lowered = [text.lower() for text in texts]
        for word in words:
            if any(form in text for form in {word.lower(), fold(word)} for text in lowered):
                found.add((path.name, word))
    return found


def known_to_search(book: Path, words: Sequence[str] = WORDS_OF_ZOE) -> set[str]:
    """The words, and pieces of words, that the index of the search still has of these."""
    connection = sqlite3.connect(book)
    try:
        known: set[str] = set()
        for table in (WORDS, PARTS):
            connection.execute(f"CREATE VIRTUAL TABLE temp.v_{table} USING fts5vocab('main', '{table}', 'row')")
            known |= {row[0] for row in connection.execute(f"SELECT term FROM temp.v_{table}")}
        known |= {row[0] for row in connection.execute("SELECT word FROM search_spelling")}
        pieces = {piece for word in words for piece in fold(word).replace("-", " ").replace(".", " ").split()}
        return {piece for piece in pieces if len(piece) > 3 and piece in known}
    finally:
        connection.close()
