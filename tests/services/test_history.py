"""The history in words (design: batches, lines, who, when, what for)."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.errors import NotFound
from contacts_tui.domain.history import Action, Verb
from contacts_tui.locale import _
from contacts_tui.services import (
    address_ranges,
    addresses,
    contacts,
    deletion,
    history,
    marketing_setup,
    notes,
    setup_lists,
)
from contacts_tui.services.lookups import Lookups
from contacts_tui.services.session import Session
from contacts_tui.services.unit import batch as new_batch
from contacts_tui.ui.card.card_fields import label_of
from tests.services.reference import (
    CANNON,
    LAURIER,
    LUC,
    MARIE,
    as_user,
    change,
    contact,
    edit_line,
    give,
    line,
    new_company,
    new_person,
)


def last(session: Session) -> history.Step:
    return history.batches(session, limit=1)[0]


def shown(session: Session, batch_id: int) -> list[tuple[str, str, str, str | bool, str | bool]]:
    """Number or name, field, label, old and new of each line of a step."""
    return [
        (found.number or found.name, found.field, str(found.label), found.old, found.new)
        for found in history.changes(session, batch_id)
    ]


def test_a_change_is_told_for_the_company_and_for_all_who_followed(reference_book: Session) -> None:
    new_person(reference_book, name="Anne Roy", company=LAURIER)
    change(reference_book, MARIE, phone="514-555-0150")
    change(reference_book, LAURIER, phone="514-555-0199")
    step = last(reference_book)
    assert (step.batch.user, step.batch.verb, step.batch.subject) == ("marie", Verb.EDIT, "Boulangerie Laurier inc.")
    assert (step.batch.followed, step.batch.kept, step.contacts, step.size) == (1, 1, 2, 2)
    assert str(step.what) == "Phone"
    assert shown(reference_book, step.batch.id) == [
        (LAURIER, "phone", "Phone", "514-555-0100", "514-555-0199"),
        ("CT000005", "phone", "Phone", "514-555-0100", "514-555-0199"),
    ]


def test_the_history_of_a_contact_holds_its_own_steps(reference_book: Session) -> None:
    change(reference_book, LAURIER, phone="514-555-0199")
    change(reference_book, MARIE, job_title="Baker")
    change(reference_book, CANNON, phone="416-555-0201")
    laurier = contact(reference_book, LAURIER).id
    assert [str(s.what) for s in history.batches(reference_book, laurier)] == ["Phone", "New company"]
    with_people = history.batches(reference_book, laurier, with_people=True)
    assert [str(s.what) for s in with_people] == ["Job title", "Phone", "New person", "New company"]
    of_marie = history.batches(reference_book, contact(reference_book, MARIE).id)
    assert [str(s.what) for s in of_marie] == ["Job title", "Phone", "New person"]
    assert [found.number for s in of_marie for found in s.lines] == [MARIE] * 3


def test_pages_go_on_where_the_last_one_ended(reference_book: Session) -> None:
    everything = [step.batch.id for step in history.batches(reference_book, limit=1000)]
    assert everything == sorted(everything, reverse=True)
    found: list[int] = []
    while page := history.batches(reference_book, limit=7, before=found[-1] if found else 0):
        found += [step.batch.id for step in page]
    assert found == everything


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"name": "Laurier & Fils"}, "Name"),
        ({"phone": "1", "fax": "2"}, "Phone, Fax"),
        ({"phone": "1", "fax": "2", "email2": "a@b.example"}, "Phone, Fax and 1 more"),
        ({"salesperson": "NB"}, "Rep"),
        ({"city": "Laval", "home_page": "laurier.example"}, "Town, Web"),
    ],
)
def test_an_edit_is_called_after_its_fields(reference_book: Session, fields: Mapping[str, str], what: str) -> None:
    change(reference_book, LAURIER, **fields)
    assert str(last(reference_book).what) == what


def test_other_steps_are_called_after_what_they_touched(reference_book: Session) -> None:
    owner = contact(reference_book, MARIE).id
    told = []

    def told_after(_: object) -> None:
        told.append(str(last(reference_book).what))

    told_after(give(reference_book, LAURIER, "industry_groups", "RETAIL"))
    told_after(notes.add(reference_book, owner, {"text": "Hello"}))
    told_after(addresses.add(reference_book, owner, {"code": "X"}))
    told_after(address_ranges.add(reference_book, owner, {"code": "X", "starting_date": "2018-01-01"}))
    told_after(edit_line(reference_book, "industry_groups", "RETAIL", code="RET"))
    told_after(marketing_setup.edit(reference_book, {"inherit_address_details": "no"}))
    told_after(
        setup_lists.delete_everywhere(reference_book, "salespeople", line(reference_book, "salespeople", "PS").id)
    )
    told_after(deletion.delete(reference_book, contact(reference_book, LUC).id))
    told_after(deletion.delete(reference_book, contact(reference_book, LAURIER).id))
    assert told == [
        "Industry groups",
        "Notes",
        "Alternative addresses",
        "Date ranges",
        "Industry groups",
        "Marketing set-up",
        "Salespeople",
        "Deleted",
        "2 contacts deleted",
    ]


def test_an_undo_is_called_after_what_it_took_back(reference_book: Session) -> None:
    change(reference_book, LAURIER, phone="514-555-0199")
    changed = last(reference_book).batch.id
    history.undo(reference_book)
    assert str(last(reference_book).what) == "Undo: Phone"
    assert history.batch(reference_book, changed).batch.undone
    history.redo(reference_book)
    assert str(last(reference_book).what) == "Redo: Phone"
    assert not history.batch(reference_book, changed).batch.undone


def test_an_import_is_called_after_its_contacts(reference_book: Session) -> None:
    key = new_batch(reference_book, Verb.IMPORT, "contacts.csv")
    for names in (("One", "Two"), ("Three",)):
        with reference_book.book.records.unit(key) as unit:
            for name in names:
                contacts.enter(reference_book, unit, Lookups(unit.read), ContactType.COMPANY, {"name": name})
    step = last(reference_book)
    assert (str(step.what), step.batch.subject, step.contacts) == ("3 contacts", "contacts.csv", 3)


def test_codes_are_told_as_codes_with_their_words(reference_book: Session) -> None:
    change(reference_book, LUC, company=CANNON, salesperson="NB", correspondence_type="email")
    told = {found.field: found for found in history.changes(reference_book, last(reference_book).batch.id)}
    assert (told["salesperson"].old, told["salesperson"].new) == ("LM", "NB")
    assert (told["salesperson"].old_words, told["salesperson"].new_words) == ("Linda Martin", "Nadia Benali")
    assert (told["company"].old, told["company"].new) == ("", CANNON)
    assert told["company"].new_words == "Cannon Group Ltd."
    assert (told["correspondence_type"].new, str(told["correspondence_type"].new_words)) == ("email", "E-mail")
    marketing_setup.edit(reference_book, {"inherit_address_details": "no"})
    switch = last(reference_book).lines[0]
    assert (switch.kind, switch.field, switch.old, switch.new) == (
        "marketing",
        "inherit_address_details",
        True,
        False,
    )


def test_fields_are_called_as_on_the_card(reference_book: Session) -> None:
    change(reference_book, MARIE, address2="Suite 2", search_name="MT", birthday="05-09", external_id="X1")
    told = {found.field: found for found in history.changes(reference_book, last(reference_book).batch.id)}
    assert {name: _(found.label) for name, found in told.items()} == {
        name: _(label_of(name)) for name in ("address2", "search_name", "birthday", "external_id")
    }
    assert (told["birthday"].new, told["birthday"].new_words) == ("--05-09", "05-09")
    marketing_setup.edit(reference_book, {"inherit_address_details": "no"})
    assert str(last(reference_book).lines[0].label) == "Inherit address details"


def test_a_county_is_called_as_in_the_country_of_the_contact(reference_book: Session) -> None:
    change(reference_book, LAURIER, county="Québec")
    step = last(reference_book).batch.id
    assert {str(found.label) for found in history.changes(reference_book, step)} == {"Province"}
    change(reference_book, LAURIER, country="US")
    assert str(history.changes(reference_book, step)[0].label) == "State"


def test_what_is_deleted_meanwhile_is_still_told(reference_book: Session) -> None:
    give(reference_book, LAURIER, "industry_groups", "RETAIL")
    given = last(reference_book).batch.id
    change(reference_book, LUC, company=LAURIER, territory="ON")
    joined = last(reference_book).batch.id
    change(reference_book, LUC, company="", territory="")
    change(reference_book, CANNON, territory="")
    deletion.delete(reference_book, contact(reference_book, LAURIER).id)
    for name, code in (("industry_groups", "RETAIL"), ("territories", "ON")):
        setup_lists.delete(reference_book, name, line(reference_book, name, code).id)
    assert shown(reference_book, given) == [(LAURIER, "industry_groups", "Industry groups", "", "RETAIL")]
    told = {found.field: (found.old, found.new, found.new_words) for found in history.changes(reference_book, joined)}
    assert told["territory"] == ("", "ON", "Ontario")
    assert told["company"] == ("", LAURIER, "Boulangerie Laurier inc.")


def test_rows_that_come_and_go_are_told_whole(reference_book: Session) -> None:
    owner = contact(reference_book, MARIE).id
    note = notes.add(reference_book, owner, {"text": "Hello"})
    notes.delete(reference_book, owner, note.note_no)
    removed = last(reference_book).lines[0]
    assert (removed.kind, removed.action, removed.old, removed.new) == ("comments", Action.REMOVE, "Hello", "")
    addresses.add(reference_book, owner, {"code": "X", "address": "1 rue Une", "city": "Laval"})
    added = last(reference_book).lines[0]
    assert (added.new, added.new_words, added.name, added.number) == ("X", "1 rue Une, Laval", "Marie Tremblay", MARIE)
    address_ranges.add(reference_book, owner, {"code": "X", "starting_date": "2018-01-01"})
    span = last(reference_book).lines[0]
    assert (span.new, span.new_words) == ("X", "2018-01-01 – …")
    setup_lists.add(reference_book, "vat_formats", {"country": "CA", "format": "#########"})
    form = last(reference_book).lines[0]
    assert (form.kind, form.name, form.new) == ("vat_formats", "CA #########", "CA #########")
    made = new_company(reference_book, name="Acme")
    created = last(reference_book).lines[0]
    assert (created.field, created.number, created.new) == ("", made.no, "Acme")


def test_who_did_it_is_told(reference_book: Session) -> None:
    change(as_user(reference_book, "jim"), LAURIER, phone="514-555-0199")
    assert last(reference_book).batch.user == "jim"


def test_a_step_that_does_not_exist_is_told_calmly(reference_book: Session) -> None:
    with pytest.raises(NotFound, match="no step 9999"):
        history.batch(reference_book, 9999)
    assert history.changes(reference_book, 9999) == ()
