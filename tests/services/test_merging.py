"""Merging two contacts, and taking it back row for row (domain 5.4, 5.5)."""

from __future__ import annotations

import pytest

from contacts_tui.domain import codes
from contacts_tui.domain.collisions import Resolution, Way
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import NotAllowed, NotFound, Refused, WrongUse
from contacts_tui.services import (
    contacts,
    history,
    merging,
    notes,
    separate,
    setup_lists,
)
from contacts_tui.services.permissions import Right
from contacts_tui.services.session import Session
from tests.services.merged import COTTAGE_GOES, COTTAGE_RENAMED, address, both, id_of, link, merged
from tests.services.reference import (
    CANNON,
    LAURIER,
    LUC,
    MARIE,
    change,
    contact,
    line,
    new_company,
    new_person,
    numbers,
    rows,
    values,
)

__all__ = ["both"]


def test_du_14_the_ticked_field_is_taken_and_the_other_is_gone(reference_book: Session) -> None:
    a = new_company(reference_book, name="The Cannon Group Ltd.", phone="+1 418-555-0142").no
    c = new_company(reference_book, name="The Cannon Group Limited", phone="418-555-0142")
    notes.add(reference_book, c.id, {"text": "of C"})
    done = merged(reference_book, a, c.no, "phone")
    assert values(reference_book, a)["phone"] == "418-555-0142"
    assert values(reference_book, a)["name"] == "The Cannon Group Ltd."
    assert c.no not in numbers(reference_book)
    assert [note.text for note in notes.notes(reference_book, done.contact.id)] == ["of C"]
    assert (
        str(history.batch(reference_book, done.batch).what)
        == "Merged The Cannon Group Limited into " + done.contact.name
    )


def test_du_15_two_addresses_of_one_code_are_in_conflict_until_one_is_renamed(reference_book: Session) -> None:
    for number in (LAURIER, CANNON):
        address(reference_book, number, "COTTAGE", city=number)
    found = merging.preview(reference_book, id_of(reference_book, LAURIER), id_of(reference_book, CANNON))
    assert [(clash.collision.key, clash.free) for clash in found.clashes] == [("COTTAGE", "COTTAGE2")]
    with pytest.raises(Refused, match="1 conflict: both have COTTAGE"):
        merged(reference_book, LAURIER, CANNON)
    assert CANNON in numbers(reference_book)
    merged(reference_book, LAURIER, CANNON, **COTTAGE_RENAMED)
    kept = rows(reference_book, codes.AlternativeAddress)
    assert {(row.code, row.city, row.contact_id) for row in kept} == {
        ("COTTAGE", LAURIER, id_of(reference_book, LAURIER)),
        ("COTTAGE2", CANNON, id_of(reference_book, LAURIER)),
    }


def test_ro_3_who_may_not_handle_duplicates_may_not_merge(reference_book: Session) -> None:
    rep = reference_book._replace(rights=frozenset({Right.READ, Right.EDIT_CONTACTS}))
    marketing = reference_book._replace(rights=rep.rights | {Right.DUPLICATES})
    with pytest.raises(NotAllowed):
        merged(rep, LAURIER, CANNON)
    merged(marketing, LAURIER, CANNON)
    with pytest.raises(NotAllowed):
        history.undo(rep)
    history.undo(marketing)
    with pytest.raises(NotAllowed):
        history.redo(rep)
    history.redo(marketing)
    assert CANNON not in numbers(reference_book)


def test_only_what_differs_is_compared_and_search_name_and_number_are_not(reference_book: Session) -> None:
    a = new_company(reference_book, name="Acme", phone="1", fax="2", territory="QC").no
    b = new_company(reference_book, name="Acme", phone="1", fax="3", territory="ON", exclude_from_segment="yes").no
    found = merging.preview(reference_book, id_of(reference_book, a), id_of(reference_book, b))
    assert [(one.field.name, one.keep, one.drop) for one in found.fields] == [
        ("fax", "2", "3"),
        ("territory", "QC", "ON"),
        ("exclude_from_segment", False, True),
    ]
    assert [str(one.drop_words) for one in found.fields] == ["3", "Ontario", "yes"]
    assert (found.rows, found.clashes, found.hindrance) == ((), (), None)


def test_people_come_over_as_they_are_and_those_of_the_one_that_stays_follow(reference_book: Session) -> None:
    own = new_person(reference_book, name="Anne Roy", company=CANNON).no
    done = merged(reference_book, LAURIER, CANNON, "phone")
    assert done.followed == 1
    assert values(reference_book, MARIE)["phone"] == "416-555-0200"
    came = values(reference_book, own)
    assert (came["company"], came["company_name"]) == (LAURIER, "Boulangerie Laurier inc.")
    assert (came["phone"], came["city"], came["language"]) == ("416-555-0200", "Toronto", "ENC")


def test_a_persons_name_is_taken_with_its_parts(reference_book: Session) -> None:
    jean = new_person(reference_book, first_name="Jean", surname="de la Rue").no
    merged(reference_book, LUC, jean, "name")
    found = contact(reference_book, LUC)
    assert (found.name, found.first_name, found.middle_name, found.surname) == (
        "Jean de la Rue", "Jean", "", "de la Rue",
    )  # fmt: skip
    assert found.search_name == "JEAN DE LA RUE"
    history.undo(reference_book)
    assert contact(reference_book, LUC).surname == "Gagnon"


def test_a_person_may_take_the_company_of_the_other(reference_book: Session) -> None:
    merged(reference_book, LUC, MARIE, "company")
    assert (values(reference_book, LUC)["company"], values(reference_book, LUC)["language"]) == (LAURIER, "FRC")


def test_mg_r7_a_company_and_a_person_or_one_contact_twice_are_refused(reference_book: Session) -> None:
    with pytest.raises(Refused, match="never merged"):
        merged(reference_book, LAURIER, LUC)
    with pytest.raises(Refused, match="into itself"):
        merged(reference_book, LAURIER, LAURIER)
    with pytest.raises(NotFound):
        merging.preview(reference_book, id_of(reference_book, LAURIER), 999)


def test_mg_r7_two_links_to_a_customer_are_refused_until_one_is_removed(reference_book: Session) -> None:
    link(reference_book, LAURIER, "CUST", "customer", "10000")
    link(reference_book, CANNON, "CUST", "customer", "10010")
    found = merging.preview(reference_book, id_of(reference_book, LAURIER), id_of(reference_book, CANNON))
    assert "10010" in str(found.hindrance)
    with pytest.raises(Refused, match=r"Both are linked to a customer: .* to 10000, the other to 10010"):
        merged(reference_book, LAURIER, CANNON)
    contacts.edit(reference_book, contact(reference_book, CANNON), {}, take=[("business_relations", "CUST")])
    merged(reference_book, LAURIER, CANNON)


def test_mg_r5_removing_may_carry_values_over_and_takes_no_new_code(both: tuple[Session, str, str]) -> None:
    session, keep, drop = both
    for wrong in (Resolution(Way.RENAME, "COTTAGE"), Resolution(Way.RENAME, "office"), Resolution(Way.RENAME)):
        with pytest.raises(Refused):
            merged(session, keep, drop, COTTAGE=wrong, **{"2018-06-01": Resolution(Way.REMOVE)})
    with pytest.raises(Refused, match="no new name"):
        merged(session, keep, drop, COTTAGE=Resolution(Way.REMOVE, "COTTAGE2"))
    for wrong_day in ("2018-01-01", "2018-06-01", "soon"):
        with pytest.raises(Refused):
            merged(session, keep, drop, **COTTAGE_RENAMED, **{"2018-06-01": Resolution(Way.RENAME, wrong_day)})
    with pytest.raises(WrongUse, match="not in conflict"):
        merged(session, keep, drop, **COTTAGE_GOES, OFFICE=Resolution(Way.REMOVE))
    with pytest.raises(WrongUse):
        merged(session, keep, drop, COTTAGE=Resolution(Way.REMOVE, take=("code",)))
    merged(session, keep, drop, COTTAGE=Resolution(Way.REMOVE, take=("address",)))
    found = {row.code: row for row in rows(session, codes.AlternativeAddress)}
    assert (found["COTTAGE"].address, found["COTTAGE"].city) == (f"at {drop}", "Hull")
    assert len(rows(session, codes.AlternativeAddressRange)) == 2


def test_a_new_key_is_told_as_it_would_be_kept_or_refused_at_once(both: tuple[Session, str, str]) -> None:
    session, keep, drop = both
    ids = id_of(session, keep), id_of(session, drop)
    assert merging.new_key(session, *ids, "COTTAGE", " chalet ") == "CHALET"
    assert merging.new_key(session, *ids, "2018-06-01", "2019-06-01") == "2019-06-01"
    for key, typed in (("COTTAGE", "office"), ("COTTAGE", ""), ("2018-06-01", "2018-06-01"), ("2018-06-01", "soon")):
        with pytest.raises(Refused) as refused:
            merging.new_key(session, *ids, key, typed)
        assert refused.value.field in ("code", "starting_date")


def test_what_does_not_differ_cannot_be_taken(reference_book: Session) -> None:
    for name in ("country", "search_name", "colour"):
        with pytest.raises(WrongUse, match="nothing to take"):
            merged(reference_book, LAURIER, CANNON, name)


def test_a_value_is_taken_by_the_rules_of_an_edit(reference_book: Session) -> None:
    change(reference_book, CANNON, salesperson="NB")
    setup_lists.edit(
        reference_book, "salespeople", line(reference_book, "salespeople", "NB").id, {"privacy_blocked": "yes"}
    )
    with pytest.raises(Refused, match="blocked for privacy"):
        merged(reference_book, LAURIER, CANNON, "salesperson")
    assert CANNON in numbers(reference_book)


def test_what_was_said_of_the_other_is_said_of_the_one_that_stays(both: tuple[Session, str, str]) -> None:
    session, keep, drop = both
    merged(session, keep, drop, **COTTAGE_GOES)
    third = next(c.id for c in rows(session, Contact) if c.name == "Third Ltd.")
    assert session.book.records.reading(separate.pairs) == {(id_of(session, keep), third)}
