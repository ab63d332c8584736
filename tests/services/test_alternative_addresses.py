"""Alternative addresses and when they are in force (domain section 8)."""

from __future__ import annotations

from datetime import date

import pytest

from contacts_tui.domain.codes import AlternativeAddress, AlternativeAddressRange
from contacts_tui.domain.errors import Conflict, NotFound, Refused, WrongUse
from contacts_tui.services import address_ranges, addresses, history, setup_lists
from contacts_tui.services.session import Session
from tests.services.reference import LAURIER, LUC, MARIE, as_user, card, change, contact, rows

SUMMER = {"code": "COTTAGE", "starting_date": "2018-06-01", "ending_date": "2018-08-31"}


def marie(session: Session) -> int:
    return contact(session, MARIE).id


def in_force(session: Session, day: str) -> str:
    """The code of the address in force on a day, blank for the ordinary one."""
    found = addresses.active(session, marie(session), date.fromisoformat(day))
    return found.code if found else ""


@pytest.fixture
def cottage(reference_book: Session) -> Session:
    """AA-1: CT000002 has COTTAGE from 2018-06-01 to 2018-08-31."""
    addresses.add(reference_book, marie(reference_book), {"code": "COTTAGE", "address": "3 chemin du Lac"})
    address_ranges.add(reference_book, marie(reference_book), SUMMER)
    return reference_book


def test_aa_1_both_ends_of_a_range_count(cottage: Session) -> None:
    days = ("2018-05-31", "2018-06-01", "2018-08-31", "2018-09-01")
    assert [in_force(cottage, day) for day in days] == ["", "COTTAGE", "COTTAGE", ""]


def test_aa_2_the_latest_start_wins(cottage: Session) -> None:
    addresses.add(cottage, marie(cottage), {"code": "OFFICE2"})
    address_ranges.add(cottage, marie(cottage), {"code": "OFFICE2", "starting_date": "2018-07-01"})
    days = ("2018-07-15", "2018-06-15", "2019-01-01")
    assert [in_force(cottage, day) for day in days] == ["OFFICE2", "COTTAGE", "OFFICE2"]


def test_aa_3_a_later_start_inside_a_longer_range_wins_while_it_lasts(cottage: Session) -> None:
    addresses.add(cottage, marie(cottage), {"code": "OFFICE2"})
    address_ranges.add(cottage, marie(cottage), {"code": "OFFICE2", "starting_date": "2018-01-01"})
    assert [in_force(cottage, day) for day in ("2018-07-15", "2018-09-15")] == ["COTTAGE", "OFFICE2"]


def test_aa_4_no_two_ranges_of_a_contact_start_together(cottage: Session) -> None:
    with pytest.raises(Refused) as refused:
        address_ranges.add(cottage, marie(cottage), {"code": "COTTAGE", "starting_date": "2018-06-01"})
    assert (refused.value.field, refused.value.value) == ("starting_date", "2018-06-01")
    assert len(rows(cottage, AlternativeAddressRange)) == 1


def test_aa_5_a_range_ends_on_its_first_day_at_the_earliest(cottage: Session) -> None:
    owner = contact(cottage, LUC).id
    addresses.add(cottage, owner, {"code": "HOME"})
    with pytest.raises(Refused) as refused:
        address_ranges.add(cottage, owner, {"code": "HOME", "starting_date": "2018-08-31", "ending_date": "2018-06-01"})
    assert refused.value.field == "ending_date"
    span = address_ranges.add(
        cottage, owner, {"code": "HOME", "starting_date": "2018-06-01", "ending_date": "2018-06-01"}
    )
    assert span.starting_date == span.ending_date == date(2018, 6, 1)


def test_aa_6_a_deleted_address_takes_its_ranges_along(cottage: Session) -> None:
    addresses.delete(cottage, rows(cottage, AlternativeAddress)[0].id)
    assert rows(cottage, AlternativeAddressRange) == []
    assert in_force(cottage, "2018-07-01") == ""
    history.undo(cottage)
    assert in_force(cottage, "2018-07-01") == "COTTAGE"


def test_aa_7_a_range_names_an_address_of_its_own_contact(cottage: Session) -> None:
    with pytest.raises(Refused) as refused:
        address_ranges.add(cottage, contact(cottage, LUC).id, SUMMER)
    assert (refused.value.field, refused.value.value) == ("code", "COTTAGE")


def test_a_range_can_be_moved_and_deleted(cottage: Session) -> None:
    span = rows(cottage, AlternativeAddressRange)[0]
    address_ranges.edit(cottage, span.id, {"starting_date": "2018-07-01"})
    assert in_force(cottage, "2018-06-15") == ""
    with pytest.raises(Refused):
        address_ranges.edit(cottage, span.id, {"starting_date": "2018-09-01"})
    with pytest.raises(Refused):
        address_ranges.edit(cottage, span.id, {"starting_date": ""})
    address_ranges.delete(cottage, span.id)
    assert in_force(cottage, "2018-07-15") == ""
    with pytest.raises(NotFound):
        address_ranges.delete(cottage, span.id)


def test_every_change_stamps_the_contact(cottage: Session) -> None:
    span, address = rows(cottage, AlternativeAddressRange)[0], rows(cottage, AlternativeAddress)[0]
    seen = [contact(cottage, MARIE).version]
    for step in (
        lambda: address_ranges.edit(cottage, span.id, {"ending_date": ""}),
        lambda: addresses.edit(cottage, address.id, {"city": "Magog"}),
        lambda: address_ranges.delete(cottage, span.id),
        lambda: addresses.delete(cottage, address.id),
    ):
        step()
        seen.append(contact(cottage, MARIE).version)
    assert seen == sorted(set(seen))


def test_the_company_never_touches_an_alternative_address(cottage: Session) -> None:
    addresses.edit(cottage, rows(cottage, AlternativeAddress)[0].id, {"address": "1200 avenue Laurier Est"})
    before = rows(cottage, AlternativeAddress)
    change(cottage, LAURIER, address="1 rue Une", phone="514-555-0199")
    assert rows(cottage, AlternativeAddress) == before


def test_values_are_checked_as_on_a_contact(cottage: Session) -> None:
    owner = marie(cottage)
    for values, field in (
        ({"code": ""}, "code"),
        ({"code": "cottage"}, "code"),
        ({"code": "X", "phone": "CALL ME"}, "phone"),
        ({"code": "X", "email": "nobody"}, "email"),
        ({"code": "X", "country": "ZZ"}, "country"),
        ({"code": "TOO LONG A CODE"}, "code"),
    ):
        with pytest.raises(Refused) as refused:
            addresses.add(cottage, owner, values)
        assert refused.value.field == field
    with pytest.raises(WrongUse):
        addresses.add(cottage, owner, {"code": "X", "salesperson": "PS"})
    assert len(rows(cottage, AlternativeAddress)) == 1


def test_a_known_post_code_fills_the_place(cottage: Session) -> None:
    for code, city in (("J1X 2A1", "Magog"), ("H1A 1A1", "Montréal"), ("H1A 1A1", "Montréal-Est")):
        setup_lists.add(cottage, "post_codes", {"code": code, "city": city, "county": "QC", "country": "CA"})
    address = rows(cottage, AlternativeAddress)[0]
    filled = addresses.edit(cottage, address.id, {"post_code": "j1x2a1"})
    assert (filled.post_code, filled.city, filled.county) == ("J1X 2A1", "Magog", "QC")
    assert filled.country_id is not None
    assert [known.city for known in addresses.suggest(cottage, post_code="h1a1a1")] == ["Montréal", "Montréal-Est"]
    assert [known.code for known in addresses.suggest(cottage, city="magog", country="ca")] == ["J1X 2A1"]
    assert addresses.suggest(cottage, city="magog", country="us") == ()
    unclear = addresses.edit(cottage, address.id, {"post_code": "H1A 1A1"})
    assert unclear.city == "Magog"


def test_another_users_change_of_the_same_field_is_a_conflict(cottage: Session) -> None:
    seen = rows(cottage, AlternativeAddress)[0]
    addresses.edit(as_user(cottage, "jim"), seen.id, {"city": "Magog", "phone": "819-555-0100"})
    with pytest.raises(Conflict) as conflict:
        addresses.edit(cottage, seen.id, {"city": "Orford"}, seen)
    assert (conflict.value.field, conflict.value.theirs, conflict.value.by) == ("city", "Magog", "jim")
    kept = addresses.edit(cottage, seen.id, {"address2": "Box 4"}, seen)
    assert (kept.city, kept.address2) == ("Magog", "Box 4")


def test_the_card_and_the_list_show_which_address_is_in_force(cottage: Session) -> None:
    assert [(a.values["code"], a.active, len(a.ranges)) for a in addresses.addresses(cottage, marie(cottage))] == [
        ("COTTAGE", False, 1)
    ]
    address_ranges.add(cottage, marie(cottage), {"code": "COTTAGE", "starting_date": "2018-02-01"})
    assert addresses.addresses(cottage, marie(cottage))[0].active
    shown = card(cottage, MARIE).active_address
    assert shown is not None
    assert shown.code == "COTTAGE"
