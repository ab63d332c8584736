"""The books that are measured: made through the import, and kept in a folder for the next run."""

from __future__ import annotations

import hashlib
import json
import shutil
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from contacts_tui.domain.incoming import Incoming, IncomingContact
from contacts_tui.domain.search_text import VERSION
from contacts_tui.services import importing
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
from contacts_tui.store.schema_version import SCHEMA_VERSION
from tests.benchmarks import generate, words

USER = "benchmark"
AT_ONCE = 10_000
"""So many contacts come in with one import, so that memory does not grow with the size of a book."""
MOST_CARDS = 1_000
"""Larger books are not written as single files, one for each contact."""


@dataclass(frozen=True, slots=True)
class Made:
    """A book in the cache, and its contacts as lines of text and as vCards for other programs.

    `seconds` is how long its contacts took to come in, index and history included.
    """

    size: int
    book: Path
    text: Path
    cards: Path
    seconds: float


def made(size: int, cache: Path) -> Made:
    """The book of a size; it is made when the cache has none of this shape."""
    folder = cache / f"{size}-{_shape()}"
    found = Made(size, folder / "book.db", folder / "contacts.txt", folder / "cards", 0.0)
    if not (folder / "made.json").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        seconds = _load(found)
        _write_text(found)
        if size <= MOST_CARDS:
            _write_cards(found)
        (folder / "made.json").write_text(json.dumps({"seconds": seconds}), "utf-8")
    seconds = json.loads((folder / "made.json").read_text("utf-8"))["seconds"]
    return Made(size, found.book, found.text, found.cards, seconds)


def warm(made: Made) -> None:
    """Have the system keep the files in memory: the programs are measured, not the disk."""
    for path in (made.book, made.text):
        with path.open("rb", buffering=0) as file:
            while file.read(1 << 22):
                pass


def opened(path: Path) -> Session:
    """A session on a book, which is made when missing."""
    return Session(Book.open(path, create=True), USER)


def bring_in(session: Session, size: int) -> None:
    """Let the contacts of a book of a size come in."""
    importing.run(session, Incoming(lines=generate.lines()), subject="codes")
    for part in parts(size):
        incoming = Incoming(contacts=part, assignments=tuple(generate.codes(part)))
        result = importing.run(session, incoming, subject="contacts", compare=False)
        assert result.created == len(part), result.problems[:3]


def parts(size: int, at_once: int = AT_ONCE) -> Iterator[tuple[IncomingContact, ...]]:
    """The contacts of a book of a size, so many at a time as come in together."""
    contacts = generate.contacts(size)
    while part := tuple(islice(contacts, at_once)):
        yield part


def _load(made: Made) -> float:
    session = opened(made.book)
    with closing(session.book):
        started = time.monotonic()
        bring_in(session, made.size)
        seconds = time.monotonic() - started
        session.book.records.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return seconds


def _write_text(made: Made) -> None:
    with made.text.open("w", encoding="utf-8") as file:
        for contact in generate.contacts(made.size):
            found = contact.values
            shown = (found["name"], found.get("job_title", ""), found["city"], found["phone"], found["email"])
            file.write("\t".join(shown) + "\n")


def _write_cards(made: Made) -> None:
    made.cards.mkdir()
    for contact in generate.contacts(made.size):
        found = contact.values
        lines = [
            "BEGIN:VCARD",
            "VERSION:3.0",
            f"UID:{found['number']}",
            f"FN:{found['name']}",
            f"N:{found['name']};;;;",
            f"TEL;TYPE=work:{found['phone']}",
            f"EMAIL:{found['email']}",
            "END:VCARD",
        ]
        (made.cards / f"{found['number']}.vcf").write_text("\r\n".join(lines) + "\r\n", "utf-8")


def _shape() -> str:
    """What a book depends on: the tables, the words of the search, and what the contacts are made up of."""
    sources = b"".join(Path(str(module.__file__)).read_bytes() for module in (generate, words))
    return f"{SCHEMA_VERSION}-{VERSION}-{hashlib.sha256(sources).hexdigest()[:8]}"
