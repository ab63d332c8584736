"""The marketing set-up and what belongs to one user."""

from __future__ import annotations

import pytest

from contacts_tui.domain.errors import Conflict, Refused, WrongUse
from contacts_tui.domain.marketing_setup import MarketingSetup
from contacts_tui.domain.setup_fields import SETUP
from contacts_tui.services import history, marketing_setup, preferences, user_setup
from contacts_tui.services.session import Session
from tests.services.reference import as_user, edit_line, line, rows


def test_the_row_is_made_once(session: Session) -> None:
    assert marketing_setup.get(session) == MarketingSetup()
    made = marketing_setup.ensure(session)
    assert marketing_setup.ensure(session) == made
    assert rows(session, MarketingSetup) == [made]


def test_an_edit_makes_the_row_when_it_is_missing(session: Session) -> None:
    marketing_setup.edit(session, {"company_name": "Rivebelle"})
    marketing_setup.edit(session, {"inherit_territory_code": "no"})
    assert [(s.company_name, s.inherit_territory_code) for s in rows(session, MarketingSetup)] == [("Rivebelle", False)]


def test_values_are_named_and_codes_bare(reference_book: Session) -> None:
    values = marketing_setup.values(reference_book)
    assert values.keys() == SETUP.keys()
    assert (
        values.items()
        >= {
            "contact_nos": "CONT",
            "default_language_code": "ENC",
            "default_territory_code": "",
            "inherit_address_details": True,
            "default_correspondence_type": "",
        }.items()
    )


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("contact_nos", "NONE"),
        ("default_language_code", "ZZ"),
        ("inherit_address_details", "perhaps"),
        ("default_correspondence_type", "pigeon"),
        ("company_name", "x" * 51),
    ],
)
def test_a_value_that_does_not_fit_is_refused(reference_book: Session, field: str, typed: str) -> None:
    before = marketing_setup.get(reference_book)
    with pytest.raises(Refused) as refused:
        marketing_setup.edit(reference_book, {"default_territory_code": "QC", field: typed})
    assert refused.value.field == field
    assert marketing_setup.get(reference_book) == before


def test_a_field_that_does_not_exist_is_told(reference_book: Session) -> None:
    with pytest.raises(WrongUse, match="contact_nos"):
        marketing_setup.edit(reference_book, {"colour": "red"})


def test_a_blocked_salesperson_is_no_default(reference_book: Session) -> None:
    edit_line(reference_book, "salespeople", "NB", privacy_blocked="yes")
    with pytest.raises(Refused):
        marketing_setup.edit(reference_book, {"default_salesperson_code": "NB"})


def test_two_administrators_at_one_field_meet_in_a_conflict(reference_book: Session) -> None:
    seen = marketing_setup.get(reference_book)
    marketing_setup.edit(as_user(reference_book, "jim"), {"default_territory_code": "ON"})
    with pytest.raises(Conflict) as conflict:
        marketing_setup.edit(reference_book, {"default_territory_code": "QC"}, seen)
    assert (conflict.value.theirs, conflict.value.mine, conflict.value.by) == ("ON", "QC", "jim")
    edited = marketing_setup.edit(reference_book, {"company_name": "Rivebelle"}, seen)
    assert edited.setup.default_territory_id is not None
    assert len(edited.taken_over) == 1


def test_an_edit_is_a_step_and_no_change_is_none(reference_book: Session) -> None:
    edited = marketing_setup.edit(reference_book, {"inherit_address_details": "no"})
    assert edited.batch
    assert marketing_setup.edit(reference_book, {"inherit_address_details": "no"}).batch == 0
    history.undo(reference_book)
    assert marketing_setup.get(reference_book).inherit_address_details


def test_each_user_has_a_language_and_keys_of_their_own(reference_book: Session) -> None:
    jim = as_user(reference_book, "jim")
    assert user_setup.get(jim) is None
    assert preferences.keys(jim) == {}
    user_setup.set_language(jim, "fr")
    user_setup.set_keys(jim, {"card.codes": "T", "list.mark": "x  ctrl+x", "app.find": "="})
    found = user_setup.get(jim)
    assert found is not None
    assert found.language == "fr"
    assert preferences.keys(jim) == {"card.codes": "T", "list.mark": "x ctrl+x", "app.find": "="}
    assert user_setup.get(reference_book) is None
    with pytest.raises(Refused):
        user_setup.set_language(jim, "de")


def test_keys_survive_the_way_through_one_line(reference_book: Session) -> None:
    user_setup.set_keys(reference_book, {"card.codes": "T t", "app.find": "="})
    stored = line(reference_book, "user_setup", "marie").values["keys"]
    edit_line(reference_book, "user_setup", "marie", keys=stored)
    assert preferences.keys(reference_book) == {"card.codes": "T t", "app.find": "="}


def test_the_own_salesperson_is_found_by_user(reference_book: Session) -> None:
    user_setup.set_language(reference_book, "en")
    edit_line(reference_book, "user_setup", "marie", salesperson="NB")
    own = reference_book.book.records.reading(lambda read: user_setup.own_salesperson_id(read, "marie"))
    assert own == line(reference_book, "salespeople", "NB").id
    assert reference_book.book.records.reading(lambda read: user_setup.own_salesperson_id(read, "jim")) is None
