"""The rules of a merge, without a book (domain 5.4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from contacts_tui.domain import collisions, merging
from contacts_tui.domain.codes import (
    AlternativeAddress,
    AlternativeAddressRange,
    CommentLine,
    ContactBusinessRelation,
    ContactMailingGroup,
)
from contacts_tui.domain.collisions import Place, Resolution, Way
from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.errors import Refused, WrongUse
from contacts_tui.domain.search_strings import SeparateContacts

KEEP = Contact(id=1, name="Acme", phone="1", search_name="ACME", uid="a", no="1")
DROP = Contact(id=2, name="Acme", phone="2", search_name="AC", uid="b", no="2", fax="3")
PERSON = Contact(id=3, type=ContactType.PERSON, name="Jean de la Rue", first_name="Jean", surname="de la Rue")
OTHER = replace(PERSON, id=4, middle_name="de la", surname="Rue", company_id=1, language_id=1)


def names(keep: Contact, drop: Contact) -> list[str]:
    return [field.name for field in merging.differing(keep, drop)]


def test_mg_r1_only_what_differs_and_is_not_derived() -> None:
    assert names(KEEP, DROP) == ["phone", "fax"]
    assert names(KEEP, replace(KEEP, id=2)) == []


def test_the_parts_of_a_name_go_with_it_and_stand_alone_where_the_names_are_the_same() -> None:
    assert names(PERSON, OTHER) == ["middle_name", "surname", "company", "language"]
    renamed = replace(OTHER, name="Jean Rue")
    assert names(PERSON, renamed) == ["name", "company", "language"]
    assert merging.taken(PERSON, renamed, ["language", "name", "company"])[0] == "company"
    assert merging.taken(PERSON, renamed, ["name"]) == ("first_name", "middle_name", "surname", "name")
    with pytest.raises(WrongUse):
        merging.taken(PERSON, OTHER, ["name"])


def test_mg_r6_a_code_that_both_have_goes_from_the_other() -> None:
    own, same, more = (
        ContactMailingGroup(id=row, contact_id=contact, mailing_group_id=group)
        for row, contact, group in ((1, 1, 1), (2, 2, 1), (3, 2, 2))
    )
    assert merging.assignments_that_go([own], [same, more]) == [same]
    plain = ContactBusinessRelation(id=1, contact_id=1, business_relation_id=1)
    linked = ContactBusinessRelation(id=2, contact_id=2, business_relation_id=1, link_to="customer", no="1")
    assert merging.assignments_that_go([plain], [linked]) == [plain]
    assert merging.assignments_that_go([linked], [plain]) == [plain]


def test_mg_r7_two_links_of_a_kind_are_refused_and_one_of_each_is_not() -> None:
    customer = ContactBusinessRelation(business_relation_id=1, link_to="customer", no="1")
    vendor = ContactBusinessRelation(business_relation_id=2, link_to="vendor", no="1")
    merging.check_links([customer], [vendor, ContactBusinessRelation(business_relation_id=1)], "Acme")
    with pytest.raises(Refused, match="linked to a vendor"):
        merging.check_links([customer, vendor], [replace(vendor, no="2")], "Acme")


def test_notes_are_numbered_after_those_that_are_there() -> None:
    own = [CommentLine(line_no=10000, note_no=1), CommentLine(line_no=20000, note_no=3)]
    others = [CommentLine(id=5, contact_id=2, line_no=10000, note_no=1), CommentLine(line_no=20000, note_no=1)]
    moved = merging.moved_notes(own, others, 1)
    assert [(line.contact_id, line.line_no, line.note_no) for line in moved] == [(1, 30000, 4), (1, 40000, 4)]


def test_a_mark_moves_to_the_one_that_stays_in_its_order() -> None:
    assert merging.moved_pair(SeparateContacts(contact_id=2, other_id=9), 1, 2) == SeparateContacts(
        contact_id=1, other_id=9
    )
    assert merging.moved_pair(SeparateContacts(contact_id=2, other_id=3), 7, 2) == SeparateContacts(
        contact_id=3, other_id=7
    )
    assert merging.moved_pair(SeparateContacts(contact_id=1, other_id=2), 1, 2) is None


def test_a_date_range_is_in_conflict_unless_its_address_goes() -> None:
    day = date(2018, 6, 1)
    own: list[Place] = [
        AlternativeAddress(id=1, code="A"),
        AlternativeAddressRange(alternative_address_id=1, starting_date=day),
    ]
    others: list[Place] = [
        AlternativeAddress(id=2, code="A"),
        AlternativeAddressRange(alternative_address_id=2, starting_date=day),
    ]
    found = collisions.collisions(own, others)
    assert [pair.key for pair in found] == ["A", "2018-06-01"]
    assert collisions.unresolved(found, {}) == found
    assert collisions.unresolved(found, {"A": Resolution(Way.REMOVE)}) == ()
    assert collisions.unresolved(found, {"A": Resolution(Way.RENAME, "B")}) == found[1:]
    with pytest.raises(Refused, match="2 conflicts: both have A, 2018-06-01"):
        collisions.check_resolved(found, {})


@pytest.mark.parametrize(
    ("code", "used", "free"),
    [("COTTAGE", (), "COTTAGE2"), ("A", ("A2", "A3"), "A4"), ("ABCDEFGHIJ", ("ABCDEFGHI2",), "ABCDEFGHI3")],
)
def test_a_free_code_fits_and_is_not_used(code: str, used: tuple[str, ...], free: str) -> None:
    assert collisions.free_code(code, used) == free
