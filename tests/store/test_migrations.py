"""A book of an earlier shape is brought to the newest one, with all that is in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

from peewee import SqliteDatabase
from playhouse.migrations import Runner

from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.store import records as records_module
from contacts_tui.store import search_check
from contacts_tui.store.book import Book
from contacts_tui.store.files import APPLICATION_ID
from contacts_tui.store.mapping import to_values
from contacts_tui.store.schema_version import SCHEMA_VERSION

_FOLDER = str(Path(records_module.__file__).parent / "migrations")


def book_of_shape(path: Path, last: str, number: int, fill: Callable[[SqliteDatabase], object]) -> None:
    """A file as the program left it when that migration was the last one."""
    database = SqliteDatabase(str(path))
    Runner(database, _FOLDER).up(last)
    fill(database)
    database.pragma("application_id", APPLICATION_ID, permanent=False)
    database.pragma("user_version", number, permanent=False)
    database.close()


def enter(database: SqliteDatabase, contact: Contact) -> None:
    """Write a contact as far as the table has columns for it at that shape."""
    there = {row[1] for row in database.execute_sql("PRAGMA table_info(contact)")}
    names = [field.name for field in fields(Contact)]
    values = {field.column_name: field.db_value(value) for field, value in to_values(contact, names).items()}
    known = {column: value for column, value in values.items() if column in there}
    places = ", ".join("?" * len(known))
    database.execute_sql(f"INSERT INTO contact({', '.join(known)}) VALUES ({places})", list(known.values()))


def test_the_contacts_of_a_book_of_the_first_shape_are_found(tmp_path: Path) -> None:
    day = datetime(2026, 1, 1, tzinfo=UTC)
    company = Contact(id=1, uid="a", no="CT000001", type=ContactType.COMPANY, name="Møbelhuset AS", modified_at=day)
    person = Contact(id=2, uid="b", no="CT000002", type=ContactType.PERSON, name="Heidi Steen", company_id=1)

    def fill(database: SqliteDatabase) -> None:
        for contact in (company, person):
            enter(database, contact)

    path = tmp_path / "book.db"
    book_of_shape(path, "0001_first_shape", 1, fill)
    book = Book.open(path)
    connection = book.lists()
    sql = "SELECT count(*) FROM search_words WHERE search_words MATCH ?"
    assert connection.execute(sql, ['"mobelh"*']).fetchone() == (2,)
    assert not search_check.stale(connection)
    assert search_check.holds(book.records.database.connection())
    assert path.with_name(f"book.db.before-{SCHEMA_VERSION}").exists()
    book.close()
