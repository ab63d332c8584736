"""Finding: any words, in any order, each anywhere in the contact; the best match first."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.listing import Listing
from contacts_tui.services import cards, checks, contacts, history, recents, search
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
from tests.services.reference import CANNON, LAURIER, LUC, MARIE, new_company, new_person

STRINGS = Path(__file__).parents[3] / "shared" / "data" / "strings" / "blns.json"


def numbers(session: Session, typed: str) -> list[str]:
    return [str(found["number"]) for found in search.find(session, typed).contacts]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("laurier", [LAURIER, MARIE]),
        ("LAURIER boulangerie", [LAURIER, MARIE]),
        ("tremblay marie", [MARIE]),
        ("montreal gagnon", []),
        ("montreal", [LAURIER, MARIE]),
        ("Montréal", [LAURIER, MARIE]),
        ("ulanger", [LAURIER, MARIE]),
        ("translator", [LUC]),
        ("h2j", [LAURIER, MARIE]),
        ("l'boulangerie", [LAURIER, MARIE]),
        ("info@laurier.example", [LAURIER, MARIE]),
        ("514 555 0100", [LAURIER, MARIE]),
        ("(514) 555-0100", [LAURIER, MARIE]),
        ("5550100", [LAURIER, MARIE]),
        ("0200", [CANNON]),
        ("ct000003", [LUC]),
        ("CT000004", [CANNON]),
        ("nobody", []),
    ],
)
def test_words_are_found_anywhere(reference_book: Session, typed: str, wanted: list[str]) -> None:
    assert numbers(reference_book, typed) == wanted


def test_names_that_begin_so_come_first_then_words_of_names_then_the_rest(reference_book: Session) -> None:
    new_company(reference_book, name="Café du Canon", city="Laval")
    new_company(reference_book, name="Canon Canada", city="Laval")
    new_company(reference_book, name="Papeterie Roy", address="12 rue Canon")
    found = [str(c["name"]) for c in search.find(reference_book, "canon").contacts]
    assert found == ["Canon Canada", "Café du Canon", "Papeterie Roy"]


def test_an_exact_number_comes_before_everything(reference_book: Session) -> None:
    new_company(reference_book, name=f"{MARIE} is a name too")
    assert numbers(reference_book, MARIE)[0] == MARIE


def test_the_window_pages_through_one_type(reference_book: Session) -> None:
    for index in range(250):
        new_person(reference_book, name=f"Person Number{index:03}")
    window = search.answer(reference_book, Listing(kind=ContactType.PERSON)).window
    assert window.total == 252
    names = [row.name for start in range(0, 300, 100) for row in window.page(start, 100)]
    assert len(names) == 252
    assert names == sorted(names, key=str.casefold)
    assert window.position(window.ids(240, 1)[0]) == 240


def test_a_line_tells_a_company_from_a_person(reference_book: Session) -> None:
    (company,) = search.answer(reference_book, Listing(LAURIER)).window.page(0, 1)
    person = search.answer(reference_book, Listing(MARIE)).window.page(0, 1)[0]
    assert (company.people, company.company, company.is_company) == (1, "", True)
    assert (person.people, person.company, person.is_company) == (0, "Boulangerie Laurier inc.", False)


def test_a_line_has_the_same_fields_as_the_card(reference_book: Session) -> None:
    for number in (LAURIER, MARIE, LUC, CANNON):
        (found,) = [c for c in search.find(reference_book, number).contacts if c["number"] == number]
        assert found == dict(cards.card_by_number(reference_book, number).values)


def rename(session: Session, number: str, name: str) -> None:
    contacts.edit(session, cards.card_by_number(session, number).contact, {"name": name})


def test_an_edit_is_found_at_once_and_the_old_number_is_not(reference_book: Session) -> None:
    seen = cards.card_by_number(reference_book, LAURIER).contact
    contacts.edit(reference_book, seen, {"name": "Møbelhuset AS", "phone": "418 555 0199"})
    assert numbers(reference_book, "mobelhuset") == [LAURIER, MARIE]
    assert LAURIER in numbers(reference_book, "4185550199")
    assert LAURIER not in numbers(reference_book, "5145550100")


def test_an_old_name_finds_a_company_and_its_people_below_those_who_have_it(reference_book: Session) -> None:
    rename(reference_book, LAURIER, "Møbelhuset AS")
    assert numbers(reference_book, "boulangerie laur") == [LAURIER, MARIE]
    assert numbers(reference_book, '"boulangerie laurier"') == [LAURIER, MARIE]
    named = new_company(reference_book, name="Petite Boulangerie").no
    rename(reference_book, LAURIER, "Mobelhuset SA")
    assert numbers(reference_book, "boulangerie") == [named, LAURIER, MARIE]
    rename(reference_book, MARIE, "Marie Roy")
    assert numbers(reference_book, "tremblay") == [MARIE]
    card = cards.card_by_number(reference_book, MARIE)
    assert card.former_names == ("Marie Tremblay",)
    assert card.former_companies == ("Møbelhuset AS", "Boulangerie Laurier inc.")


def test_a_name_that_was_taken_back_finds_nobody_until_it_is_brought_back(reference_book: Session) -> None:
    rename(reference_book, LAURIER, "Mistaken Ltd")
    history.undo(reference_book)
    assert numbers(reference_book, "mistaken") == []
    assert cards.card_by_number(reference_book, LAURIER).former_names == ()
    history.redo(reference_book)
    assert numbers(reference_book, "boulangerie") == [LAURIER, MARIE]
    rename(reference_book, LAURIER, "Boulangerie Laurier inc.")
    assert numbers(reference_book, "mistaken") == [LAURIER, MARIE]
    assert cards.card_by_number(reference_book, LAURIER).former_names == ("Mistaken Ltd",)
    history.undo(reference_book)
    history.undo(reference_book)
    assert numbers(reference_book, "mistaken") == []
    assert checks.check(reference_book) == ()


def test_a_name_that_differs_by_case_or_accents_alone_is_no_former_one(reference_book: Session) -> None:
    rename(reference_book, MARIE, "Márie TREMBLAY")
    assert cards.card_by_number(reference_book, MARIE).former_names == ()


@pytest.mark.skipif(not STRINGS.exists(), reason="needs ../shared/data/strings")
def test_what_people_type_never_raises(reference_book: Session) -> None:
    for typed in json.loads(STRINGS.read_text(encoding="utf-8")):
        search.find(reference_book, typed)
        assert search.answer(reference_book, Listing(typed)).window.total >= 0


def test_what_was_opened_lately_comes_before_all_but_exact_hits(reference_book: Session, tmp_path: Path) -> None:
    session = reference_book._replace(state=tmp_path)
    others = [new_company(session, name=f"Laurier Number{n}").no for n in range(3)]
    assert numbers(session, "laurier")[:3] == others[::-1]
    for number in (LAURIER, others[0], MARIE):
        recents.opened(session, cards.card_by_number(session, number).contact.uid)
    # Of those opened lately the last one first, but a company before its own people.
    assert numbers(session, "laurier") == [LAURIER, MARIE, others[0], others[2], others[1]]
    assert numbers(session, "Laurier Number2")[0] == others[2]


def test_an_index_of_other_rules_is_made_anew_when_the_book_is_opened(reference_book: Session) -> None:
    path = reference_book.book.path
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE search_state SET version = version - 1")
        raw.execute("INSERT INTO search_words(search_words) VALUES ('delete-all')")
    raw.close()
    assert numbers(reference_book, "bo") == []
    again = Book.open(path)
    assert numbers(reference_book._replace(book=again), "bo") == [LAURIER, MARIE]
    assert checks.check(reference_book._replace(book=again)) == ()
    again.close()
