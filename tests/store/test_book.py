"""Opening a book: who may read the file, what is refused and in which words, who may create it."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from playhouse.schema_diff import diff_models

from contacts_tui.domain.codes import Country, Territory
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import Unavailable
from contacts_tui.store import book as book_module
from contacts_tui.store import damage
from contacts_tui.store import records as records_module
from contacts_tui.store.book import Book
from contacts_tui.store.files import APPLICATION_ID
from contacts_tui.store.lists.full_rows import table_name
from contacts_tui.store.mapping import columns
from contacts_tui.store.models import SYSTEM_TABLES, TABLES
from contacts_tui.store.schema_version import SCHEMA_VERSION
from contacts_tui.store.unit_of_work import BatchKey


def test_only_the_owner_may_read_the_files(book: Book) -> None:
    for name in ("book.db", "book.db-wal", "book.db-shm"):
        assert stat.S_IMODE((book.path.parent / name).stat().st_mode) == 0o600


def test_a_missing_book_is_named_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="There is no book"):
        Book.open(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_a_file_that_is_no_book_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir or Madam, " * 300)
    with pytest.raises(Unavailable, match="not a book"):
        Book.open(path)
    assert path.read_text().startswith("Dear")


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize("version", [0, SCHEMA_VERSION, 99])
def test_a_database_of_another_program_is_left_alone(tmp_path: Path, version: int, create: bool) -> None:
    path = tmp_path / "shop.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"CREATE TABLE contact (id); PRAGMA user_version = {version}")
    before = path.read_bytes()
    with pytest.raises(Unavailable, match="not a book"):
        Book.open(path, create=create)
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["shop.db"]


def test_an_empty_file_becomes_a_book_only_where_one_may_be_made(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(Unavailable, match="There is no book"):
        Book.open(path)
    assert path.stat().st_size == 0
    assert [found.name for found in tmp_path.iterdir()] == ["empty.db"]
    Book.open(path, create=True).close()
    Book.open(path).close()


def test_a_database_without_a_table_becomes_a_book_only_where_one_may_be_made(tmp_path: Path) -> None:
    path = tmp_path / "bare.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE t (id); DROP TABLE t")
    with pytest.raises(Unavailable, match="not a book"):
        Book.open(path)
    Book.open(path, create=True).close()


def test_a_book_that_is_half_made_is_made_whole(tmp_path: Path) -> None:
    path = tmp_path / "half.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"PRAGMA application_id = {APPLICATION_ID}; CREATE TABLE schema_migration ("
                                 "id INTEGER PRIMARY KEY, name TEXT NOT NULL, applied TEXT NOT NULL)")  # fmt: skip
    book = Book.open(path)
    assert book.lists().execute("SELECT count(*) FROM contact").fetchone() == (0,)
    book.close()


def test_a_book_of_before_the_mark_is_known_by_its_tables(book: Book) -> None:
    book.records.database.pragma("application_id", 0, permanent=False)
    book.close()
    Book.open(book.path).close()


def test_a_book_that_was_made_for_nothing_is_taken_away(tmp_path: Path, batch: Callable[..., BatchKey]) -> None:
    path = tmp_path / "new.db"
    Book.open(path, create=True).discard()
    assert list(tmp_path.iterdir()) == []
    made = Book.open(path, create=True)
    there = Book.open(path, create=True)
    there.discard()
    assert path.exists()
    assert made.lists().execute("SELECT count(*) FROM contact").fetchone() == (0,)
    made.close()
    path.unlink()
    made = Book.open(path, create=True)
    with made.records.unit(batch()) as unit:
        unit.add(Country(code="CA"))
    made.discard()
    assert path.exists()


def test_a_new_book_that_another_has_open_is_not_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    made = Book.open(path, create=True)
    other = Book.open(path)
    made.discard()
    assert path.exists()
    other.close()


def test_a_book_of_a_newer_program_is_refused(book: Book) -> None:
    connection = sqlite3.connect(book.path)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    with pytest.raises(Unavailable, match="newer version"):
        Book.open(book.path)


def test_a_damaged_book_says_so(book: Book) -> None:
    book.records.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    book.close()
    with book.path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 4096 * 20)

    def read_all() -> None:
        damaged = Book.open(book.path)
        damaged.records.reading(lambda read: read.all(Contact))
        assert damage.of_file(damaged.records.database) == ()

    with pytest.raises(Unavailable, match=r"damaged|not a book"):
        read_all()


def test_the_migrations_make_the_tables_of_the_models(book: Book) -> None:
    models = [*TABLES.values(), *SYSTEM_TABLES]
    with book.records.database.bind_ctx(models):
        assert not diff_models(book.records.database, models)


def test_every_record_has_the_columns_of_its_table() -> None:
    for record, table in TABLES.items():
        assert set(columns(record)) == {field.object_id_name if hasattr(field, "object_id_name") else field.name
                                        for field in table._meta.sorted_fields}, record  # fmt: skip


def test_the_schema_version_counts_the_migrations() -> None:
    folder = Path(records_module.__file__).parent / "migrations"
    assert max(int(path.name[:4]) for path in folder.glob("[0-9]*.py")) == SCHEMA_VERSION


def test_lists_know_the_tables_by_their_names() -> None:
    assert {table_name(record) for record in TABLES} == {table.table_name() for table in TABLES.values()}


def test_a_copy_is_kept_before_a_migration(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records_module, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    monkeypatch.setattr(book_module, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    migrated = Book.open(book.path)
    copy = book.path.with_name(f"book.db.before-{SCHEMA_VERSION + 1}")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert sqlite3.connect(copy).execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert migrated.records.database.pragma("user_version") == SCHEMA_VERSION + 1
    migrated.close()


def test_three_processes_may_create_the_same_book_at_once(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from contacts_tui.store.book import Book\n"
        "sys.stdin.readline(); book = Book.open(Path(sys.argv[1]), create=True)\n"
        "print(book.lists().execute('SELECT count(*) FROM contact').fetchone()[0])"
    )
    path = tmp_path / "new" / "book.db"
    started = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    for process in started:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in started:
        out, err = process.communicate(timeout=60)
        assert (process.returncode, out.strip(), err) == (0, "0", "")


def test_a_backup_is_a_book_and_replaces_nothing(book: Book, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    book.records.backup(target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert Book.open(target).lists().execute("SELECT count(*) FROM contact").fetchone() == (0,)
    with pytest.raises(FileExistsError):
        book.records.backup(target)


def test_a_copy_to_try_out_on_is_private_and_leaves_no_file(
    book: Book, tmp_path: Path, batch: Callable[..., BatchKey]
) -> None:
    before = sorted(tmp_path.iterdir())
    with book.records.copied() as copy:
        with copy.unit(batch()) as unit:
            unit.add(Territory(code="QC"))
        assert copy.reading(lambda read: read.count(Territory)) == 1
        assert book.records.reading(lambda read: read.count(Territory)) == 0
        held = [os.path.realpath(entry.path) for entry in os.scandir("/proc/self/fd")]
        assert not [name for name in held if "etilqs" in name and "(deleted)" not in name]
    assert sorted(tmp_path.iterdir()) == before
