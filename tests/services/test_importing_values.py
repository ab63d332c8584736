"""Values from outside: what is left out, what is made, and what is said of it."""

from __future__ import annotations

import pytest

from contacts_tui.domain.import_result import Tally
from contacts_tui.domain.incoming import IncomingContact, Source
from contacts_tui.services import setup_lists
from contacts_tui.services.session import Session
from tests.services.incoming import company, counts, imported, person, told
from tests.services.reference import LAURIER, LUC, numbers, values


@pytest.mark.parametrize(
    ("values_in", "field", "part"),
    [
        ({"phone": "514-555-CALL"}, "phone", "has letters"),
        ({"email": "nobody"}, "email", "is not an e-mail address"),
        ({"city": "x" * 31}, "city", "at most 30 fit"),
        ({"country": "x" * 11}, "country", "at most 10 fit"),
        ({"organizational_level": "CEO"}, "organizational_level", "a company has none"),
        ({"job_title": "Boss"}, "job_title", "a company has none"),
        ({"company": LAURIER}, "company", "cannot belong to another company"),
        ({"correspondence_type": "pigeon"}, "correspondence_type", "is not one of"),
        ({"exclude_from_segment": "perhaps"}, "exclude_from_segment", "neither true nor false"),
        ({"salesperson": "XX"}, "salesperson", "blocked for privacy"),
        ({"vat_number": "12", "country": "CA"}, "vat_number", "none of the forms"),
        ({"name2": "a\x00b"}, "name2", "cannot be stored"),
    ],
)
def test_a_forbidden_value_is_left_out_and_the_row_is_kept(
    reference_book: Session, values_in: dict[str, str], field: str, part: str
) -> None:
    setup_lists.add(reference_book, "salespeople", {"code": "XX", "privacy_blocked": "yes"})
    setup_lists.add(reference_book, "vat_formats", {"country": "CA", "format": "#########"})
    result = imported(reference_book, company("C1", "Roy inc.", 2, mobile="514-555-0111", **values_in))
    assert counts(result) == (1, 0, 0, 0)
    assert result.complete
    [(line, told_field, text)] = told(result)
    assert (line, told_field) == (2, field)
    assert part in text
    shown = values(reference_book, "C1")
    assert shown[field] in ("", False, "C1")
    assert shown["mobile"] == "514-555-0111"


def test_a_forbidden_value_leaves_what_the_book_has(reference_book: Session) -> None:
    imported(reference_book, company(LAURIER, "x" * 101, phone="none"))
    shown = values(reference_book, LAURIER)
    assert (shown["name"], shown["phone"]) == ("Boulangerie Laurier inc.", "514-555-0100")


def test_characters_that_cannot_be_shown_are_taken_out_and_named(session: Session) -> None:
    result = imported(session, company("C1", "Acme\x1b[2J\u202e Ltd", city="\u200b"))
    assert told(result) == [
        (2, "name", "Name: characters that cannot be shown were taken out."),
        (2, "city", "City: characters that cannot be shown were taken out."),
    ]
    assert (values(session, "C1")["name"], values(session, "C1")["city"]) == ("Acme[2J Ltd", "")


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (company("C1", ""), "name"),
        (company("C1", "x" * 101), "name"),
        (company("C" * 21, "Roy"), "number"),
        (company("C1\x00", "Roy"), "number"),
        (IncomingContact({"number": "C1", "name": "Roy", "type": "robot"}, Source("contacts.csv", 2)), "type"),
    ],
)
def test_a_row_without_what_makes_a_contact_is_rejected(session: Session, row: IncomingContact, field: str) -> None:
    result = imported(session, row)
    assert counts(result) == (0, 0, 0, 1)
    assert not result.complete
    assert field in {problem.field for problem in result.problems}
    assert numbers(session) == []


def test_a_rejected_row_makes_no_codes(session: Session) -> None:
    result = imported(session, company("C1", "", country="CA"))
    assert "countries" not in result.lists


def test_a_code_that_its_list_lacks_is_made_and_named_once(reference_book: Session) -> None:
    result = imported(
        reference_book, company("C1", "a", 2, country="fr"), company("C2", "b", 3, country="FR"), company("C3", "c", 4)
    )
    assert told(result) == [(2, "country", "Countries: “FR” was not there and was added. Give it a name in the list.")]
    assert result.lists["countries"] == Tally(created=1)
    assert [values(reference_book, n)["country"] for n in ("C1", "C2")] == ["FR", "FR"]


def test_a_value_of_the_other_type_makes_no_code(session: Session) -> None:
    result = imported(session, person("P1", "Anne Roy", currency="USD"))
    assert "currencies" not in result.lists
    assert told(result)[0][1] == "currency"


def test_a_company_that_is_not_there_is_made(reference_book: Session) -> None:
    result = imported(
        reference_book,
        person("P1", "Anne Roy", 2, company="C9", company_name="Roy inc."),
        person("P2", "Luc Roy", 3, company="C9", company_name="Roy inc."),
        person("P3", "Zoé Roy", 4, company_name="Roy et filles"),
        person("P4", "Max Roy", 5, company="C8"),
        person("P5", "Eve Roy", 6, company=LUC),
        person("P6", "Own Roy", 7, company="P6"),
    )
    assert counts(result) == (8, 0, 0, 0)
    assert result.companies == 2
    shown = [values(reference_book, f"P{n}") for n in range(1, 7)]
    assert [v["company"] for v in shown] == ["C9", "C9", "CT000005", "", "", ""]
    assert [line for line, field, _ in told(result) if field == "company"] == [2, 4, 5, 6, 7]


def test_a_company_name_that_several_have_is_left_out(reference_book: Session) -> None:
    imported(reference_book, company("C1", "Roy inc.", city="Laval"), company("C2", "Roy inc.", city="Hull"))
    result = imported(reference_book, person("P1", "Anne Roy", company_name="roy inc."))
    assert values(reference_book, "P1")["company"] == ""
    assert told(result) == [(2, "company", "Company: “roy inc.” may be any of 2 companies; it was left out.")]
