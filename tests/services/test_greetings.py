"""The greeting of a contact on a real book: its own language, another one, and what is said where there is none."""

from __future__ import annotations

import pytest

from contacts_tui.domain.errors import Refused
from contacts_tui.domain.greetings import Formality
from contacts_tui.services import greetings, history, setup_lists
from contacts_tui.services.session import Session
from tests.services.reference import LAURIER, MARIE, card, change, contact


@pytest.fixture
def book(reference_book: Session) -> Session:
    """With the salutations and formulas of 12.3 that the examples need."""
    for code, description in (("M", "Mr."), ("F", "Ms.")):
        setup_lists.add(reference_book, "salutations", {"code": code, "description": description})
    setup_lists.add(reference_book, "languages", {"code": "DEU", "name": "German"})
    for salutation, language, formality, pattern, *names in (
        ("F", "FRC", "informal", "Bonjour %1,", "first_name"),
        ("F", "ENC", "formal", "Dear Ms. %1 %2,", "first_name", "surname"),
        ("COMPANY", "FRC", "formal", "Madame, Monsieur,"),
    ):
        values = {"salutation": salutation, "language": language, "formality": formality, "pattern": pattern}
        values |= {f"part{n}": name for n, name in enumerate(names, 1)}
        setup_lists.add(reference_book, "salutation_formulas", values)
    return reference_book


def test_sa_3_an_informal_greeting_in_the_contacts_language(book: Session) -> None:
    change(book, MARIE, salutation="F")
    assert card(book, MARIE).greetings == {Formality.INFORMAL: "Bonjour Marie,"}
    assert greetings.greeting(book, contact(book, MARIE).id, Formality.INFORMAL) == "Bonjour Marie,"


def test_a_greeting_in_another_language(book: Session) -> None:
    change(book, MARIE, salutation="F")
    said = greetings.greeting(book, contact(book, MARIE).id, Formality.FORMAL, "enc")
    assert said == "Dear Ms. Marie Tremblay,"


def test_sa_6_no_formula_is_told_with_tone_language_and_number(book: Session) -> None:
    change(book, MARIE, salutation="M", language="DEU")
    with pytest.raises(Refused) as refused:
        greetings.greeting(book, contact(book, MARIE).id, Formality.FORMAL)
    assert all(part in str(refused.value) for part in ("Formal", "DEU", MARIE))
    assert card(book, MARIE).greetings == {}


def test_sa_7_a_company(book: Session) -> None:
    change(book, LAURIER, salutation="COMPANY")
    assert greetings.greeting(book, contact(book, LAURIER).id, Formality.FORMAL) == "Madame, Monsieur,"


def test_a_person_is_greeted_with_the_companys_name_and_a_company_with_its_own(book: Session) -> None:
    values = {"salutation": "UNISEX", "language": "FRC", "formality": "formal"}
    setup_lists.add(book, "salutation_formulas", values | {"pattern": "À %1 (%2)", "part1": "company_name"})
    for number, said in ((MARIE, "À Boulangerie Laurier inc. ()"), (LAURIER, "À Boulangerie Laurier inc. ()")):
        change(book, number, salutation="UNISEX")
        assert greetings.greeting(book, contact(book, number).id, Formality.FORMAL) == said
    change(book, MARIE, company="")
    assert greetings.greeting(book, contact(book, MARIE).id, Formality.FORMAL) == "À ()"


def test_sa_r1_a_formula_of_which_nothing_is_left_is_no_greeting(book: Session) -> None:
    values = {"salutation": "M", "language": "FRC", "formality": "formal", "pattern": "%1", "part1": "middle_name"}
    setup_lists.add(book, "salutation_formulas", values)
    change(book, MARIE, salutation="M")
    with pytest.raises(Refused, match="has no greeting"):
        greetings.greeting(book, contact(book, MARIE).id, Formality.FORMAL)
    assert card(book, MARIE).greetings == {}


def test_a_salutation_with_formulas_stays_in_its_list(book: Session) -> None:
    line = next(line for line in setup_lists.lines(book, "salutations") if line.name == "F")
    with pytest.raises(Refused, match="Salutation formulas"):
        setup_lists.delete(book, "salutations", line.id)


def test_two_formulas_for_the_same_are_refused(book: Session) -> None:
    values = {"salutation": "F", "language": "FRC", "formality": "informal", "pattern": "Salut %1,"}
    with pytest.raises(Refused, match="already"):
        setup_lists.add(book, "salutation_formulas", values)


def test_a_formula_is_undone_like_any_line(book: Session) -> None:
    before = len(setup_lists.lines(book, "salutation_formulas"))
    history.undo(book)
    assert len(setup_lists.lines(book, "salutation_formulas")) == before - 1
    history.redo(book)
    assert len(setup_lists.lines(book, "salutation_formulas")) == before
