"""What a new contact would get besides what was typed."""

from __future__ import annotations

from contacts_tui.domain.contact import ContactType
from contacts_tui.services import proposals
from contacts_tui.services.session import Session
from tests.services.reference import LAURIER, change, new_person, numbers, values

PERSON, COMPANY = ContactType.PERSON, ContactType.COMPANY


def test_a_person_would_get_what_the_company_gives(reference_book: Session) -> None:
    found = proposals.propose(reference_book, PERSON, {"company": LAURIER, "name": "Anne Roy"})
    assert found.company is not None
    assert found.values["phone"] == "514-555-0100"
    assert found.words["salesperson"] == "Pierre Savard"
    assert {"phone", "address", "city", "salesperson", "language"} <= found.follows
    assert not {"name", "company", "salutation", "job_title"} & found.follows
    assert [person.name for person in found.people] == ["Marie Tremblay"]


def test_what_was_typed_is_the_persons_own(reference_book: Session) -> None:
    found = proposals.propose(reference_book, PERSON, {"company": LAURIER, "phone": "438-555-0001"})
    assert found.values["phone"] == "438-555-0001"
    assert "phone" not in found.follows


def test_a_company_would_get_the_defaults(reference_book: Session) -> None:
    found = proposals.propose(reference_book, COMPANY, {"name": "Canonn Leds"})
    assert (found.values["salesperson"], found.values["country"], found.values["language"]) == ("LM", "CA", "ENC")
    assert found.follows == frozenset()
    assert found.people == ()


def test_it_is_what_is_then_stored(reference_book: Session) -> None:
    change(reference_book, LAURIER, mobile="438-555-0002")
    typed = {"company": LAURIER, "name": "Anne Roy", "mobile": "438-555-0001"}
    proposed = proposals.propose(reference_book, PERSON, typed)
    stored = new_person(reference_book, company=LAURIER, name="Anne Roy", mobile="438-555-0001")
    skipped = {"uid", "number", "modified"}
    stored_values = values(reference_book, stored.no)
    assert proposed.number == stored.no
    assert {k: v for k, v in proposed.values.items() if k not in skipped} == {
        k: v for k, v in stored_values.items() if k not in (*skipped, "company_name")
    }


def test_what_no_field_can_hold_is_left_out_and_nothing_is_written(reference_book: Session) -> None:
    before = numbers(reference_book)
    found = proposals.propose(reference_book, COMPANY, {"phone": "CALL", "territory": "NOWHERE", "name": "Canonn"})
    assert (found.values["phone"], found.values["territory"], found.values["name"]) == ("", "", "Canonn")
    assert numbers(reference_book) == before
