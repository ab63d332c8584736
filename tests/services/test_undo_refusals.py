"""What an undo or redo is refused for: it names what stands in the way, and whose step put it there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from contacts_tui.domain.codes import AlternativeAddress, AlternativeAddressRange, PostCode
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.marketing_setup import MarketingSetup
from contacts_tui.services import (
    address_ranges,
    addresses,
    checks,
    deletion,
    history,
    marketing_setup,
    notes,
    setup_lists,
)
from contacts_tui.services.session import Session
from tests.services.reference import (
    CANNON,
    LAURIER,
    LUC,
    MARIE,
    as_user,
    change,
    contact,
    edit_line,
    fill_setup,
    give,
    line,
    new_company,
    new_person,
    rows,
    series_line,
    values,
)


@pytest.fixture
def jim(reference_book: Session) -> Session:
    """Another user of the book of 0.5."""
    return as_user(reference_book, "jim")


def newest(session: Session) -> int:
    return history.batches(session, limit=1)[0].batch.id


def refusal(session: Session, step: Callable[[Session], object] = history.undo) -> str:
    """What is said when a step cannot be taken back or brought back; the book is then as it was."""
    before = newest(session)
    with pytest.raises(Refused) as refused:
        step(session)
    assert newest(session) == before
    assert checks.check(session) == ()
    return str(refused.value.message)


def test_a_person_does_not_go_back_to_a_company_that_is_gone(reference_book: Session, jim: Session) -> None:
    change(reference_book, MARIE, company=CANNON)
    deletion.delete(jim, contact(jim, LAURIER).id)
    assert refusal(reference_book) == (
        "This cannot be undone: Marie Tremblay needs Boulangerie Laurier inc., which was deleted since, "
        f"by jim (step {newest(jim)})."
    )
    assert values(reference_book, MARIE)["company"] == CANNON


def test_a_field_does_not_go_back_to_a_code_that_is_gone(reference_book: Session, jim: Session) -> None:
    change(reference_book, CANNON, salesperson="NB")
    setup_lists.add(reference_book, "salespeople", {"code": "TMP"})
    change(reference_book, CANNON, salesperson="TMP")
    mine = newest(reference_book)
    change(jim, CANNON, salesperson="LM")
    with pytest.raises(Refused, match=rf"changed since, by jim \(step {newest(jim)}\)"):
        history.undo(reference_book)
    history.undo(jim)
    change(reference_book, LUC, salesperson="PS")
    setup_lists.delete(jim, "salespeople", line(jim, "salespeople", "NB").id)
    told = refusal(reference_book, lambda session: history.undo(session, mine))
    assert told.endswith(f"Cannon Group Ltd. needs NB, which was deleted since, by jim (step {newest(jim)}).")


def test_a_default_does_not_go_back_to_a_code_that_is_gone(reference_book: Session, jim: Session) -> None:
    marketing_setup.edit(reference_book, {"default_salesperson_code": "NB"})
    marketing_setup.edit(reference_book, {"default_salesperson_code": ""})
    setup_lists.delete(jim, "salespeople", line(jim, "salespeople", "NB").id)
    assert "Marketing set-up needs NB, which was deleted since, by jim" in refusal(reference_book)


def test_a_deleted_contact_does_not_come_back_without_its_codes(reference_book: Session, jim: Session) -> None:
    change(reference_book, LUC, salesperson="NB")
    deletion.delete(reference_book, contact(reference_book, LUC).id)
    setup_lists.delete(jim, "salespeople", line(jim, "salespeople", "NB").id)
    assert f"Luc Gagnon needs NB, which was deleted since, by jim (step {newest(jim)})" in refusal(reference_book)


def test_a_code_does_not_go_back_to_a_name_that_is_taken(reference_book: Session, jim: Session) -> None:
    edit_line(reference_book, "industry_groups", "RETAIL", code="SHOPS")
    setup_lists.add(jim, "industry_groups", {"code": "RETAIL"})
    taken = newest(jim)
    edit_line(jim, "industry_groups", "RETAIL", description="Again")
    assert refusal(reference_book) == (f"This cannot be undone: “RETAIL” is there again, by jim (step {taken}).")


def test_a_code_does_not_come_back_beside_one_that_was_renamed(reference_book: Session, jim: Session) -> None:
    setup_lists.delete(reference_book, "industry_groups", line(reference_book, "industry_groups", "RETAIL").id)
    edit_line(jim, "industry_groups", "MANUF", code="RETAIL")
    assert f"“RETAIL” is there again, by jim (step {newest(jim)})" in refusal(reference_book)


def test_a_post_code_does_not_come_back_beside_the_same(reference_book: Session, jim: Session) -> None:
    known = {"code": "H2J 1G7", "city": "Montréal", "country": "CA"}
    setup_lists.add(reference_book, "post_codes", known)
    setup_lists.delete(reference_book, "post_codes", line(reference_book, "post_codes", "H2J 1G7 Montréal CA").id)
    setup_lists.add(jim, "post_codes", known | {"city": "MONTREAL"})
    assert f"“H2J 1G7 Montréal CA” is there again, by jim (step {newest(jim)})" in refusal(reference_book)
    assert len(rows(reference_book, PostCode)) == 1
    other = setup_lists.add(reference_book, "post_codes", known | {"city": "Laval"})
    setup_lists.edit(reference_book, "post_codes", other.id, {"county": "QC"})
    history.undo(reference_book)
    assert line(reference_book, "post_codes", "H2J 1G7 Laval CA").values["county"] == ""


def test_there_is_never_a_second_marketing_set_up(session: Session) -> None:
    jim = as_user(session, "jim")
    marketing_setup.edit(session, {"inherit_address_details": "no"})
    history.undo(session)
    marketing_setup.edit(jim, {"inherit_address_details": "no"})
    told = refusal(session, history.redo)
    assert told == f"This cannot be brought back: Marketing set-up was changed since, by jim (step {newest(jim)})."
    assert len(rows(session, MarketingSetup)) == 1


def test_an_address_does_not_go_back_to_a_code_that_is_taken(reference_book: Session, jim: Session) -> None:
    owner = contact(reference_book, LAURIER).id
    made = addresses.add(reference_book, owner, {"code": "COT"})
    addresses.edit(reference_book, made.id, {"code": "NEW"})
    addresses.add(jim, owner, {"code": "COT"})
    told = refusal(reference_book)
    assert f"Boulangerie Laurier inc. has “COT” again, by jim (step {newest(jim)})" in told
    assert len(rows(reference_book, AlternativeAddress)) == 2


def test_a_range_does_not_go_back_to_a_day_that_is_taken(reference_book: Session, jim: Session) -> None:
    owner = contact(reference_book, LAURIER).id
    addresses.add(reference_book, owner, {"code": "COT"})
    span = address_ranges.add(reference_book, owner, {"code": "COT", "starting_date": "2018-06-01"})
    address_ranges.edit(reference_book, span.id, {"starting_date": "2018-07-01"})
    address_ranges.add(jim, owner, {"code": "COT", "starting_date": "2018-06-01"})
    assert f"has “2018-06-01” again, by jim (step {newest(jim)})" in refusal(reference_book)
    assert len(rows(reference_book, AlternativeAddressRange)) == 2


def test_a_code_of_a_contact_is_not_given_back_twice(reference_book: Session, jim: Session) -> None:
    give(reference_book, LAURIER, "industry_groups", "RETAIL")
    history.undo(reference_book)
    give(jim, LAURIER, "industry_groups", "RETAIL")
    assert refusal(reference_book, history.redo) == (
        f"This cannot be brought back: Boulangerie Laurier inc. has “RETAIL” again, by jim (step {newest(jim)})."
    )


def test_a_note_does_not_come_back_into_the_place_of_another(reference_book: Session, jim: Session) -> None:
    owner = contact(reference_book, MARIE).id
    note = notes.add(reference_book, owner, {"text": "Hello"})
    notes.delete(reference_book, owner, note.note_no)
    notes.add(jim, owner, {"text": "Another"})
    assert f"Marie Tremblay was changed since, by jim (step {newest(jim)})" in refusal(reference_book)


def test_a_contact_does_not_come_back_under_the_number_of_another(reference_book: Session, jim: Session) -> None:
    new_company(reference_book, number="X1", name="Acme")
    history.undo(reference_book)
    new_company(jim, number="X1", name="Other")
    assert refusal(reference_book, history.redo) == (
        f"This cannot be brought back: “X1” now belongs to Other, by jim (step {newest(jim)})."
    )


def test_the_step_that_is_named_changed_the_same_field(reference_book: Session, jim: Session) -> None:
    change(reference_book, CANNON, phone="514-555-0191")
    theirs = change(jim, CANNON, phone="514-555-0199").batch
    change(as_user(reference_book, "anna"), CANNON, fax="514-555-0150")
    assert f"Cannon Group Ltd. was changed since, by jim (step {theirs})" in refusal(reference_book)


def test_a_step_that_is_undone_is_not_named(reference_book: Session, jim: Session) -> None:
    anna = as_user(reference_book, "anna")
    change(reference_book, CANNON, phone="514-555-0191")
    theirs = change(jim, CANNON, phone="514-555-0199").batch
    change(anna, CANNON, phone="514-555-0150")
    history.undo(anna)
    assert f"by jim (step {theirs})" in refusal(reference_book)


def test_only_a_later_step_is_named(reference_book: Session, jim: Session) -> None:
    edit_line(jim, "industry_groups", "RETAIL", description="Shops")
    setup_lists.delete(reference_book, "industry_groups", line(reference_book, "industry_groups", "RETAIL").id)
    anna = as_user(reference_book, "anna")
    setup_lists.add(anna, "industry_groups", {"code": "RETAIL"})
    assert f"by anna (step {newest(anna)})" in refusal(reference_book)


def test_a_row_that_was_deleted_since_is_named_as_deleted(reference_book: Session, jim: Session) -> None:
    change(reference_book, LUC, job_title="Baker")
    deletion.delete(jim, contact(jim, LUC).id)
    assert f"Luc Gagnon was deleted since, by jim (step {newest(jim)})" in refusal(reference_book)


def test_who_refers_to_a_row_since_is_named(reference_book: Session, jim: Session) -> None:
    made = new_company(reference_book, name="Acme")
    new_person(jim, name="Anne Roy", company=made.no)
    joined = newest(jim)
    change(as_user(reference_book, "anna"), "CT000006", job_title="Baker")
    assert refusal(reference_book) == (f"This cannot be undone: Anne Roy now refers to Acme, by jim (step {joined}).")


def test_a_deletion_does_not_come_again_over_a_later_change(reference_book: Session, jim: Session) -> None:
    deletion.delete(reference_book, contact(reference_book, CANNON).id)
    history.undo(reference_book)
    theirs = change(jim, CANNON, phone="514-555-0199").batch
    told = refusal(reference_book, history.redo)
    assert told == f"This cannot be brought back: Cannon Group Ltd. was changed since, by jim (step {theirs})."
    history.undo(jim)
    new_person(jim, name="Anne Roy", company=CANNON)
    assert f"Anne Roy now refers to Cannon Group Ltd., by jim (step {newest(jim)})" in refusal(
        reference_book, history.redo
    )


def test_a_last_number_typed_by_hand_is_a_step_that_can_be_taken_back(session: Session) -> None:
    fill_setup(session)
    new_company(session, name="First")
    edited = edit_line(session, "number_series_lines", "CONT 10000", last_no_used="CT000900")
    told = history.changes(session, edited.batch)
    assert [(found.field, found.old, found.new) for found in told] == [("last_no_used", "CT000001", "CT000900")]
    history.undo(session)
    assert series_line(session).last_no_used == "CT000001"
    history.redo(session)
    assert series_line(session).last_no_used == "CT000900"
    assert checks.check(session) == ()


def test_a_last_number_is_not_taken_back_once_numbers_are_drawn(session: Session) -> None:
    fill_setup(session)
    edited = edit_line(session, "number_series_lines", "CONT 10000", last_no_used="CT000900")
    jim = as_user(session, "jim")
    new_company(jim, name="Acme")
    told = refusal(session, lambda found: history.undo(found, edited.batch))
    assert told == f"This cannot be undone: “CT000901” was given to Acme since, by jim (step {newest(jim)})."
    history.undo(jim)
    with pytest.raises(Refused, match="is no longer as that step left it"):
        history.undo(session, edited.batch)
    assert rows(session, Contact) == []
