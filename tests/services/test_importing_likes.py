"""What an import says of contacts that may be there twice: those of the book, and those of the same import."""

from __future__ import annotations

from typing import Any

import pytest

from contacts_tui.domain.import_result import ImportResult
from contacts_tui.domain.incoming import Incoming, Source
from contacts_tui.domain.likeness.bands import Band
from contacts_tui.services import importing, likeness, separate
from contacts_tui.services.session import Session
from tests.services.incoming import company, imported, person
from tests.services.reference import LAURIER, MARIE, change, contact, fill_setup, new_company, new_person

_BAKERY: dict[str, Any] = {"city": "Montréal", "phone": "(514) 555-0100"}


def pairs(result: ImportResult) -> list[tuple[str, str]]:
    return [(one.number, one.other_number) for one in result.likes]


@pytest.mark.parametrize("dry_run", [True, False])
def test_one_that_is_in_the_book_is_named_with_the_reasons(reference_book: Session, dry_run: bool) -> None:
    twin = company("CT000900", "Boulangerie Laurier", line=7, **_BAKERY)
    (found,) = imported(reference_book, twin, dry_run=dry_run).likes
    assert (found.number, found.other_number, found.band) == ("CT000900", LAURIER, Band.CERTAIN)
    assert (found.source, found.other_source) == (Source("contacts.csv", 7), None)
    assert (
        str(found.said) == "Boulangerie Laurier is almost certainly CT000001 Boulangerie Laurier inc.:"
        " same rare name, same phone number, same town"
    )


@pytest.mark.parametrize("dry_run", [True, False])
def test_two_rows_of_one_import_are_named_by_their_lines(session: Session, dry_run: bool) -> None:
    fill_setup(session)
    result = imported(
        session,
        company("CT000901", "Zincworks Ltd", line=2, **_BAKERY),
        company("CT000902", "Zincworks", line=3, **_BAKERY),
        company("CT000903", "Papeterie Dupont", line=4, city="Laval"),
        dry_run=dry_run,
    )
    assert pairs(result) == [("CT000902", "CT000901")]
    assert "Zincworks Ltd on line 2: " in str(result.likes[0].said)


@pytest.mark.parametrize(
    "known",
    [
        {"name": "Zéphirine Quackenbush", "city": "Laval", "phone": "450-555-0199"},
        {"name": "Zephirine Quackenbusch", "phone": "514 555 0177"},
        {"name": "Quackenbush Zéphirine", "email": "z@quack.example"},
    ],
    ids=("name and town", "telephone", "e-mail"),
)
def test_a_person_is_found_by_what_few_have(reference_book: Session, known: dict[str, Any]) -> None:
    new_person(reference_book, **known)
    row = person("CT000900", "Zéphirine Quackenbush", city="Laval", phone="514 555 0177", email="z@quack.example")
    assert [one.other_name for one in imported(reference_book, row).likes] == [known["name"]]


def test_a_vat_number_is_enough_to_be_compared(reference_book: Session) -> None:
    twin = new_company(reference_book, name="Meubles Alpha", vat_number="123456789RT0001")
    row = company("CT000900", "Alpha Meubles et décor", vat_number="123456789RT0001")
    assert pairs(imported(reference_book, row)) == [("CT000900", twin.no)]


def test_a_person_and_a_company_are_no_pair(reference_book: Session) -> None:
    assert imported(reference_book, person("CT000900", "Boulangerie Laurier", **_BAKERY)).likes == ()


def test_what_comes_in_again_is_not_told_again_unless_it_changed(reference_book: Session) -> None:
    twin = company("CT000900", "Boulangerie Laurier", **_BAKERY)
    assert imported(reference_book, twin).likes != ()
    assert imported(reference_book, twin).likes == ()
    assert imported(reference_book, company("CT000900", "Boulangerie Laurier", fax="514 555 0101")).likes == ()
    moved = company("CT000900", "Boulangerie Laurier", address="1200 avenue Laurier Est")
    assert pairs(imported(reference_book, moved)) == [("CT000900", LAURIER)]


def test_who_was_said_to_be_another_stays_so_in_an_import_and_in_a_search_after_it(reference_book: Session) -> None:
    imported(reference_book, company("CT000900", "Boulangerie Laurier", **_BAKERY))
    separate.mark(reference_book, contact(reference_book, "CT000900").id, contact(reference_book, LAURIER).id)
    moved = company("CT000900", "Boulangerie Laurier", address="1200 avenue Laurier Est", **_BAKERY)
    assert imported(reference_book, moved).likes == ()
    assert likeness.scan(reference_book).pairs == ()
    assert reference_book.book.records.reading(separate.pairs) != frozenset()


def test_a_company_that_a_row_made_is_compared_too(reference_book: Session) -> None:
    row = person("", "Zoé Roy", line=5, company_name="Boulangerie Laurier ltée", phone="514 555 0123")
    (found,) = imported(reference_book, row).likes
    assert (found.name, found.other_number, found.source.line) == ("Boulangerie Laurier ltée", LAURIER, 5)


def test_people_of_a_company_are_not_the_same_for_what_they_share(reference_book: Session) -> None:
    change(reference_book, MARIE, address="1200 avenue Laurier Est", city="Montréal")
    row = person("CT000900", "Paul Bouchard", company=LAURIER, phone="(514) 555-0100", city="Montréal")
    assert imported(reference_book, row).likes == ()


def test_stopping_while_they_are_compared_keeps_what_came_in_and_says_so(reference_book: Session) -> None:
    all_done: list[bool] = []
    incoming = Incoming(contacts=(company("CT000900", "Boulangerie Laurier", **_BAKERY),))
    result = importing.run(
        reference_book,
        incoming,
        subject="export",
        progress=lambda done, total: all_done.append(done == total),
        stopped=lambda: any(all_done),
    )
    assert (result.created, result.stopped, result.likes) == (1, False, ())
    assert [str(note) for note in result.notes] == ["Stopped: not all contacts were compared."]
