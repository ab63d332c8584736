"""Greetings from formulas: blank parts go without leaving a trace (domain section 12)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.greetings import LENGTH, SalutationFormula, greeting

MR = SalutationFormula(
    pattern="Dear Mr. %1 %2 %3,", part1="first_name", part2="middle_name", part3="surname", salutation_id=1
)
MONSIEUR = SalutationFormula(
    pattern="Monsieur %1 %2 %3,", part1="first_name", part2="middle_name", part3="surname", salutation_id=1
)
BY_JOB = SalutationFormula(pattern="Dear %1 %2,", part1="job_title", part2="surname")


def person(first: str = "", middle: str = "", surname: str = "", job: str = "") -> Contact:
    return Contact(type=ContactType.PERSON, first_name=first, middle_name=middle, surname=surname, job_title=job)


def test_sa_1_a_blank_middle_name_goes_with_its_blank() -> None:
    assert greeting(MR, person("John", "", "Smith"), "") == "Dear Mr. John Smith,"


def test_sa_2_all_names() -> None:
    assert greeting(MR, person("John", "Edward", "Smith"), "") == "Dear Mr. John Edward Smith,"


def test_sa_3_the_first_name_alone() -> None:
    assert (
        greeting(SalutationFormula(pattern="Bonjour %1,", part1="first_name"), person("Marie"), "") == "Bonjour Marie,"
    )


def test_sa_4_no_blank_stays_before_the_comma() -> None:
    assert greeting(MR, person("Prince"), "") == "Dear Mr. Prince,"


def test_sa_5_a_surname_alone() -> None:
    assert greeting(MONSIEUR, person(surname="Tremblay"), "") == "Monsieur Tremblay,"


def test_sa_8_by_job_title() -> None:
    assert greeting(BY_JOB, person(surname="Roy", job="Director"), "") == "Dear Director Roy,"
    assert greeting(BY_JOB, person(surname="Roy"), "") == "Dear Roy,"


@pytest.mark.parametrize(
    ("pattern", "first", "said"),
    [
        ("Bonjour %1 !", "Marie", "Bonjour Marie !"),
        ("Bonjour %1 !", "", "Bonjour !"),
        ("Bonjour %1 :", "Marie", "Bonjour Marie :"),
        ("Hi %1 %2:", "Marie", "Hi Marie:"),
        ("Hi %1 %2!", "Marie", "Hi Marie!"),
        ("(%1) %2;", "", "();"),
        ("%1 and %1 again", "", "and again"),
        ("%1-%2", "Anne", "Anne-"),
        ("A%1 B%1 C", "", "AB C"),
        ("A%1, B%1 C", "", "A, BC"),
    ],
)
def test_signs_and_blanks(pattern: str, first: str, said: str) -> None:
    assert greeting(SalutationFormula(pattern=pattern, part1="first_name", part2="surname"), person(first), "") == said


def test_a_name_that_looks_like_a_place_stays_a_name() -> None:
    formula = SalutationFormula(pattern="Dear %1 %2,", part1="first_name", part2="surname")
    assert greeting(formula, person("%2", "", "Smith"), "") == "Dear %2 Smith,"


def test_the_companys_name_and_initials() -> None:
    formula = SalutationFormula(pattern="%1 of %2", part1="initials", part2="company_name")
    assert greeting(formula, Contact(initials="L.G."), "Laurier & Fils") == "L.G. of Laurier & Fils"


def test_sa_r5_a_greeting_is_cut_and_does_not_end_in_a_blank() -> None:
    formula = SalutationFormula(pattern="%1 %2", part1="first_name", part2="surname")
    said = greeting(formula, person("A" * (LENGTH - 1), "", "Roy"), "")
    assert said == "A" * (LENGTH - 1)
    assert greeting(formula, person("A" * 300), "") == "A" * LENGTH


@given(st.text(max_size=50), st.text(max_size=300), st.text(max_size=30))
def test_a_greeting_is_never_too_long_and_never_has_two_blanks(pattern: str, first: str, surname: str) -> None:
    formula = SalutationFormula(pattern=pattern, part1="first_name", part2="surname")
    said = greeting(formula, person(first, "", surname), "")
    assert len(said) <= LENGTH
    assert "  " not in said
