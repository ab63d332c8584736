"""What comes in by the thousand is listed at once and found a little later; nobody is lost in between."""

from __future__ import annotations

import fcntl
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.history import Verb
from contacts_tui.domain.search_text import NAME
from contacts_tui.store import search_check
from contacts_tui.store.book import Book
from contacts_tui.store.records import Records
from contacts_tui.store.search_index import Known, SearchIndex
from contacts_tui.store.unit_of_work import BatchKey

MakeBatch = Callable[..., BatchKey]


def add_many(book: Book, key: BatchKey, *names: str, company: int | None = None) -> list[Contact]:
    kind = ContactType.COMPANY if company is None else ContactType.PERSON
    with book.records.unit(key) as unit:
        numbered = [(f"C{key.at:%H%M}{at:06}", name) for at, name in enumerate(names)]
        return [unit.add(Contact(uid=no, no=no, type=kind, name=name, company_id=company)) for no, name in numbered]


def later(key: BatchKey) -> BatchKey:
    key.search_later = True
    return key


def found(book: Book, word: str) -> int:
    sql = "SELECT count(*) FROM search_words WHERE search_words MATCH ?"
    return int(book.lists().execute(sql, [word]).fetchone()[0])


def listed(book: Book) -> tuple[int, int]:
    """How many are listed, and how many of them wait for the search."""
    sql = "SELECT count(*), count(*) FILTER (WHERE NOT indexed) FROM search_entry"
    listed, waiting = book.lists().execute(sql).fetchone()
    return listed, waiting


def is_well(book: Book) -> bool:
    connection = book.records.database.connection()
    return not search_check.stale(connection) and search_check.holds(connection)


def test_many_contacts_are_listed_at_once_and_found_later(book: Book, batch: MakeBatch) -> None:
    add_many(book, later(batch(Verb.IMPORT)), "Roy", "Laurier")
    assert (listed(book), found(book, "roy"), is_well(book)) == ((2, 2), 0, True)
    book.records.catch_up()
    assert (listed(book), found(book, "roy"), is_well(book)) == ((2, 0), 1, True)


@pytest.mark.parametrize("how", ["edited", "deleted", "found already"])
def test_what_another_writes_while_words_are_made_is_not_lost(
    book: Book, batch: MakeBatch, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    (roy, _) = add_many(book, later(batch(Verb.IMPORT)), "Roy", "Laurier")
    other = Book(book.path)
    looked: list[int] = []
    look = SearchIndex.waiting

    def waiting(index: SearchIndex) -> Known:
        found = look(index)
        if not looked:
            looked.append(len(found.ids))
            if how == "found already":
                other.records.catch_up()
            else:
                with other.records.unit(batch(user="luc")) as unit:
                    if how == "edited":
                        unit.replace(roy, replace(roy, name="Leroy"))
                    else:
                        unit.remove(roy)
        return found

    monkeypatch.setattr(SearchIndex, "waiting", waiting)
    book.records.catch_up()
    assert listed(book) == ((1, 0) if how == "deleted" else (2, 0))
    assert found(book, f"{NAME}leroy") == (how == "edited")
    assert found(book, f"{NAME}roy") == (how == "found already")
    assert is_well(book)
    assert looked == [2]
    other.close()


def test_who_waits_when_the_program_dies_is_found_after_the_next_opening(book: Book, batch: MakeBatch) -> None:
    add_many(book, later(batch(Verb.IMPORT)), "Roy")
    again = Book.open(book.path)
    assert (listed(again), found(again, "roy"), is_well(again)) == ((1, 0), 1, True)
    again.close()


def test_an_opening_does_not_wait_for_another_that_is_at_it(book: Book, batch: MakeBatch) -> None:
    add_many(book, later(batch(Verb.IMPORT)), "Roy")
    with book.path.with_name(f"{book.path.name}.lock").open("r+b") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        again = Book.open(book.path)
    assert listed(again) == (1, 1)
    again.close()


def test_one_who_waits_and_is_edited_is_found_at_once(book: Book, batch: MakeBatch) -> None:
    (roy,) = add_many(book, later(batch(Verb.IMPORT)), "Roy")
    with book.records.unit(batch()) as unit:
        unit.replace(roy, replace(roy, name="Leroy"))
    assert (listed(book), found(book, f"{NAME}leroy"), found(book, f"{NAME}roy"), is_well(book)) == ((1, 0), 1, 0, True)
    assert found(book, "roy") == 1  # what it was called before


def test_one_who_waits_and_is_deleted_is_gone(book: Book, batch: MakeBatch) -> None:
    (roy,) = add_many(book, later(batch(Verb.IMPORT)), "Roy")
    with book.records.unit(batch()) as unit:
        unit.remove(roy)
    assert (listed(book), is_well(book)) == ((0, 0), True)


@pytest.mark.parametrize("how", ["by hand", "imported"])
def test_a_person_of_a_company_that_waits_is_found_by_both_its_names(book: Book, batch: MakeBatch, how: str) -> None:
    (company,) = add_many(book, later(batch(Verb.IMPORT)), "Laurier")
    add_many(book, batch(), "Anne Roy", company=company.id)
    assert found(book, "laurier") == 1
    with book.records.unit(batch() if how == "by hand" else later(batch(Verb.IMPORT))) as unit:
        unit.replace(company, replace(company, name="Rivebelle"))
    book.records.catch_up()
    assert (found(book, "laurier"), found(book, "rivebelle"), is_well(book)) == (2, 2, True)


def test_others_write_and_find_while_the_index_is_made_anew(
    book: Book, batch: MakeBatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_many(book, batch(), *(f"Company {number}" for number in range(1500)))
    other = Book.open(book.path)
    other.records.database.timeout = 0
    seen: list[int] = []
    inner = Records._shortly

    def shortly(self: Records, do: Callable[[SearchIndex], Any]) -> Any:
        done = inner(self, do)
        seen.append(found(other, "company"))
        add_many(other, batch(), f"Meanwhile {len(seen)}")
        return done

    monkeypatch.setattr(Records, "_shortly", shortly)
    book.records.rebuild_search()
    assert seen[0] < 1500 <= seen[-1]
    assert (listed(book), found(book, "meanwhile"), is_well(book)) == ((1500 + len(seen), 0), len(seen), True)
    other.close()


def test_an_index_that_was_only_begun_is_made_anew_at_the_next_opening(book: Book, batch: MakeBatch) -> None:
    add_many(book, batch(), "Roy", "Laurier")
    with book.records.database.atomic():
        connection = book.records.database.connection()
        connection.execute("DELETE FROM search_entry WHERE sort_name = 'roy'")
        SearchIndex(connection).forget()
    assert listed(book) == (1, 1)
    again = Book.open(book.path)
    assert (listed(again), found(again, "roy"), is_well(again)) == ((2, 0), 1, True)
    again.close()


def test_a_book_of_an_older_version_no_longer_joins_pieces_of_its_index_within_a_save(book: Book) -> None:
    with book.records.database.atomic():
        connection = book.records.database.connection()
        connection.execute("INSERT INTO search_words(search_words, rank) VALUES('automerge', 4)")
        SearchIndex(connection).forget()
    sql = "SELECT v FROM search_words_config WHERE k = 'automerge'"
    assert book.lists().execute(sql).fetchall() == [(0,)]


def test_what_many_saves_leave_is_joined_while_nobody_waits(book: Book, batch: MakeBatch) -> None:
    def pieces() -> int:
        sql = "SELECT count(DISTINCT segid) FROM search_words_idx"
        return int(book.lists().execute(sql).fetchone()[0])

    def save(count: int, *, tidy: bool) -> None:
        for number in range(count):
            add_many(book, batch(), f"Laurier {pieces()} {number}")
            if tidy:
                book.records.tidy()

    save(14, tidy=False)
    assert pieces() == 14
    save(6, tidy=True)
    assert pieces() < 8
    assert (found(book, "laurier"), is_well(book)) == (20, True)
