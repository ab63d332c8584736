"""Contacts from outside: which contact a row is, and what a book of another system becomes."""

from __future__ import annotations

from contacts_tui.domain.import_result import ChangedContact, Tally
from contacts_tui.domain.incoming import IncomingContact, Source
from contacts_tui.services import setup_lists
from contacts_tui.services.session import Session
from tests.services.incoming import company, counts, given, imported, line_of, person, told
from tests.services.reference import CANNON, LAURIER, LUC, MARIE, card, numbers, values


def test_a_book_is_taken_as_it_is(reference_book: Session) -> None:
    """No default, no inheritance, no post code filled in: blanks stay blank."""
    setup_lists.add(reference_book, "post_codes", {"code": "H1H 1H1", "city": "Montréal", "country": "CA"})
    imported(
        reference_book,
        company("X1", "Ailleurs inc.", post_code="H1H 1H1"),
        person("X2", "Zoé Roy", company=LAURIER, phone="514-555-0177"),
    )
    for number in ("X1", "X2"):
        shown = values(reference_book, number)
        filled = {name for name in ("language", "country", "salesperson", "territory", "city", "email") if shown[name]}
        assert not filled
    assert values(reference_book, "X2")["phone"] == "514-555-0177"


def test_people_do_not_follow_a_company_that_comes_in(reference_book: Session) -> None:
    imported(reference_book, company(LAURIER, "Boulangerie Laurier inc.", phone="514-555-0199"))
    assert values(reference_book, LAURIER)["phone"] == "514-555-0199"
    assert values(reference_book, MARIE)["phone"] == "514-555-0100"


def test_the_people_of_a_renamed_company_are_found_by_its_new_name(reference_book: Session) -> None:
    imported(reference_book, company(LAURIER, "Laurier et filles"))
    assert values(reference_book, MARIE)["company_name"] == "Laurier et filles"
    assert values(reference_book, LAURIER)["search_name"] == "LAURIER ET FILLES"


def test_a_name_is_split_unless_its_parts_are_given(session: Session) -> None:
    imported(
        session,
        person("1", "John Edward Smith"),
        person("2", "Jean de la Rue", first_name="Jean", surname="de la Rue"),
        person("3", "", first_name="Anne", surname="Roy"),
        person("4", "Li", search_name="own key"),
    )
    parts = [tuple(values(session, n)[p] for p in ("name", "first_name", "middle_name", "surname")) for n in "123"]
    assert parts == [
        ("John Edward Smith", "John", "Edward", "Smith"),
        ("Jean de la Rue", "Jean", "", "de la Rue"),
        ("Anne Roy", "Anne", "", "Roy"),
    ]
    assert [values(session, n)["search_name"] for n in "234"] == ["JEAN DE LA RUE", "ANNE ROY", "OWN KEY"]


def test_a_company_may_come_after_its_people(session: Session) -> None:
    imported(session, person("P1", "Anne Roy", company="C1"), company("C1", "Roy inc.", 3))
    assert values(session, "P1")["company"] == "C1"
    assert card(session, "C1").people[0].no == "P1"


def test_run_twice_the_second_changes_nothing(session: Session) -> None:
    found = (
        company("C1", "Roy inc.", city="Laval", country="CA"),
        person("P1", "Anne Roy", 3, company="C1", organizational_level="CEO"),
        company("", "Sans numéro", 4, address="1 rue A"),
        person("", "Luc Roy", 5, company="C1"),
        person("", "Marc Seul", 6),
        company("", "Ext", 7, external_id="e-1"),
        IncomingContact({"name": "Uid inc."}, Source("contacts.csv", 8), uid="urn:1"),
        line_of("territories", code="qc", name="Québec"),
        given("mailing_groups", "C1", "MOVE"),
        given("web_sources", "C1", "WEB", search_word="Roy"),
        given("business_relations", "C1", "CUST", link_to="customer", no="10000"),
    )
    first, second = imported(session, *found), imported(session, *found)
    assert counts(first) == (7, 0, 0, 0)
    assert counts(second) == (0, 0, 7, 0)
    assert second.lists["territories"] == Tally(unchanged=1)
    assert set(second.assignments.values()) == {Tally(unchanged=1)}
    assert second.batch == 0


def test_the_number_finds_the_contact_whatever_its_case(reference_book: Session) -> None:
    assert counts(imported(reference_book, person("ct000002 ", "Marie Tremblay", email="m@x.example"))) == (0, 1, 0, 0)
    assert values(reference_book, MARIE)["email"] == "m@x.example"


def test_the_contacts_that_change_are_named_with_what_does(reference_book: Session) -> None:
    found = (
        company(LAURIER, "Boulangerie Laurier inc.", phone="514-555-0177", city="Laval"),
        person(MARIE, "Marie Tremblay", 3, company=LAURIER, salutation="NEW"),
        company(CANNON, "Cannon\x1b Group", 4),
        person(LUC, "Luc Gagnon", 5),
    )
    expected = (
        ChangedContact(LAURIER, "Boulangerie Laurier inc.", ("city", "phone")),
        ChangedContact(CANNON, "Cannon Group Ltd.", ("name", "search_name")),
        ChangedContact(MARIE, "Marie Tremblay", ("salutation",)),
    )
    assert imported(reference_book, *found, dry_run=True).changed == expected
    assert imported(reference_book, *found).changed == expected
    assert imported(reference_book, *found).changed == ()


def test_a_blank_leaves_what_the_book_has(reference_book: Session) -> None:
    result = imported(reference_book, company(LAURIER, "Boulangerie Laurier inc.", phone="", city=" ", country=""))
    assert counts(result) == (0, 0, 1, 0)
    assert values(reference_book, LAURIER)["city"] == "Montréal"


def test_without_a_type_a_known_number_keeps_its_own(reference_book: Session) -> None:
    row = IncomingContact({"number": MARIE, "mobile": "514-555-0111"}, Source("contacts.csv", 2))
    assert counts(imported(reference_book, row)) == (0, 1, 0, 0)


def test_a_contact_of_the_other_type_is_rejected(reference_book: Session) -> None:
    result = imported(reference_book, person(LAURIER, "Laurier"), company(LUC, "Gagnon", 3))
    assert counts(result) == (0, 0, 0, 2)
    assert told(result) == [
        (3, "type", "CT000003 Luc Gagnon is a person in this book; the line has a company."),
        (2, "type", "CT000001 Boulangerie Laurier inc. is a company in this book; the line has a person."),
    ]


def test_of_two_rows_with_one_number_the_second_is_rejected(session: Session) -> None:
    result = imported(session, company("C1", "first", 2), company("c1", "second", 3))
    assert counts(result) == (1, 0, 0, 1)
    assert told(result) == [(3, "number", "C1 first is on line 2 already; this line was left out.")]


def test_names_are_the_same_with_the_same_address_or_company(reference_book: Session) -> None:
    result = imported(
        reference_book,
        company("", "cannon group ltd.", 2, city="Toronto"),
        company("", "Cannon Group Ltd.", 3, city="Ottawa"),
        person("", "Marie Tremblay", 4, company_name="boulangerie laurier INC."),
        person("", "Marie Tremblay", 5, company=CANNON),
        person("", "Luc Gagnon", 6),
    )
    assert counts(result) == (2, 1, 2, 0)
    assert values(reference_book, CANNON)["name"] == "cannon group ltd."
    assert numbers(reference_book)[-2:] == ["CT000005", "CT000006"]


def test_the_uid_goes_before_the_number(reference_book: Session) -> None:
    uid = str(values(reference_book, LUC)["uid"])
    row = IncomingContact({"number": "OTHER", "type": "person", "initials": "LG"}, Source("contacts.csv", 2), uid=uid)
    assert counts(imported(reference_book, row)) == (0, 1, 0, 0)
    assert values(reference_book, LUC)["initials"] == "LG"
