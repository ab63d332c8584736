"""What people take from their company (domain section 3)."""

from __future__ import annotations

from dataclasses import replace

from contacts_tui.domain.contact import Contact, ContactType, CorrespondenceType
from contacts_tui.domain.defaults import apply
from contacts_tui.domain.inheritance import Mark, follow, join, kept_own, leave, marks, take_company_value
from contacts_tui.domain.marketing_setup import MarketingSetup
from tests.domain.reference import CA, CANNON, ENC, ENU, FRC, LAURIER, LM, LUC, MARIE, NB, ON, PS, QC, SETUP, US

ANNE = Contact(type=ContactType.PERSON, name="Anne Roy", first_name="Anne", surname="Roy")


def edited(person: Contact, setup: MarketingSetup = SETUP, **changes: object) -> Contact:
    """The person after an edit of Boulangerie Laurier."""
    return follow(person, LAURIER, replace(LAURIER, **changes), setup)  # type: ignore[arg-type]


def test_in_1_a_new_person_takes_all_that_the_company_has() -> None:
    anne = join(ANNE, None, LAURIER, SETUP)
    assert (anne.address, anne.post_code, anne.city, anne.county) == (
        "1200 avenue Laurier Est",
        "H2J 1G7",
        "Montréal",
        "QC",
    )
    assert (anne.phone, anne.fax, anne.email) == ("514-555-0100", "514-555-0101", "info@laurier.example")
    assert (anne.language_id, anne.salesperson_id, anne.territory_id, anne.country_id) == (FRC, PS, QC, CA)
    assert anne.company_id == LAURIER.id


def test_in_2_the_companys_language_goes_before_the_default() -> None:
    assert apply(join(ANNE, None, LAURIER, SETUP), SETUP, None).language_id == FRC
    assert apply(ANNE, SETUP, None).language_id == ENC


def test_in_3_with_the_switch_off_the_default_is_left() -> None:
    setup = replace(SETUP, inherit_language_code=False)
    assert apply(join(ANNE, None, LAURIER, setup), setup, None).language_id == ENC


def test_in_4_a_phone_that_is_the_companys_follows() -> None:
    assert edited(MARIE, phone="514-555-0199").phone == "514-555-0199"


def test_in_5_a_phone_of_ones_own_stays_while_the_fax_follows() -> None:
    own = replace(MARIE, phone="514-555-0150")
    after = edited(own, phone="514-555-0199", fax="514-555-0198")
    assert (after.phone, after.fax) == ("514-555-0150", "514-555-0198")


def test_in_6_both_blank_counts_as_equal() -> None:
    assert edited(MARIE, mobile="514-555-0111").mobile == "514-555-0111"


def test_in_7_a_fax_that_the_person_cleared_stays_blank() -> None:
    assert edited(replace(MARIE, fax=""), fax="514-555-0198").fax == ""


def test_in_8_of_an_equal_address_only_what_changed_follows() -> None:
    after = edited(MARIE, address="1300 avenue Laurier Est")
    assert after == replace(MARIE, address="1300 avenue Laurier Est")
    other_county = edited(replace(MARIE, county="Québec"), address="1300 avenue Laurier Est")
    assert (other_county.address, other_county.county) == ("1300 avenue Laurier Est", "Québec")


def test_in_9_one_difference_keeps_the_whole_address() -> None:
    own = replace(MARIE, address2="Bureau 12")
    assert edited(own, address="1 rue Neuve", post_code="H1A 0A1", city="Laval", county="ON") == own


def test_in_10_an_independent_person_keeps_an_address_and_takes_the_rest() -> None:
    luc = replace(LUC, address="3 rue du Fort", city="Québec", language_id=FRC, salesperson_id=PS, territory_id=QC)
    joined = join(luc, None, CANNON, SETUP)
    assert (joined.address, joined.post_code, joined.city, joined.county) == ("3 rue du Fort", "", "Québec", "")
    assert joined.phone == "416-555-0200"
    assert (joined.salesperson_id, joined.territory_id, joined.language_id) == (LM, ON, ENC)


def test_in_11_inherited_values_become_those_of_the_new_company_blank_ones_too() -> None:
    moved = join(MARIE, LAURIER, CANNON, SETUP)
    assert (moved.address, moved.post_code, moved.city, moved.county) == ("", "", "Toronto", "ON")
    assert (moved.phone, moved.fax, moved.email) == ("416-555-0200", "", "")
    assert moved.company_id == CANNON.id


def test_in_12_a_mobile_of_ones_own_stays_on_moving() -> None:
    assert join(replace(MARIE, mobile="438-555-0001"), LAURIER, CANNON, SETUP).mobile == "438-555-0001"


def test_in_13_only_a_person_with_the_old_salesperson_follows() -> None:
    assert edited(MARIE, salesperson_id=LM).salesperson_id == LM
    assert edited(replace(MARIE, salesperson_id=LM), salesperson_id=LM).salesperson_id == LM
    assert edited(replace(MARIE, salesperson_id=NB), salesperson_id=LM).salesperson_id == NB


def test_in_14_with_the_switch_off_nobody_moves_and_later_moves_do_not_catch_up() -> None:
    off = replace(SETUP, inherit_address_details=False)
    moved = replace(LAURIER, address="1 rue Neuve")
    assert follow(MARIE, LAURIER, moved, off) == MARIE
    assert follow(MARIE, moved, replace(moved, address="2 rue Neuve"), SETUP) == MARIE


def test_in_15_a_blank_salesperson_of_the_company_leaves_the_persons() -> None:
    joined = join(replace(LUC, salesperson_id=PS), None, replace(CANNON, salesperson_id=None), SETUP)
    assert joined.salesperson_id == PS


def test_the_county_is_copied_although_it_is_not_compared() -> None:
    other_county = replace(MARIE, county="Québec")
    assert join(other_county, LAURIER, CANNON, SETUP).county == "ON"
    assert edited(other_county, county="Que.").county == "Que."


def test_a_person_who_leaves_keeps_the_values() -> None:
    assert leave(MARIE) == replace(MARIE, company_id=None)


def test_what_the_user_typed_in_the_same_step_stays() -> None:
    typed = replace(MARIE, salesperson_id=NB, phone="514-555-0100", address="9 rue Haute", city="Lévis")
    joined = join(typed, LAURIER, CANNON, SETUP, frozenset({"salesperson_id", "phone", "address", "city"}))
    assert (joined.salesperson_id, joined.phone) == (NB, "514-555-0100")
    assert (joined.address, joined.city, joined.county) == ("9 rue Haute", "Lévis", "QC")
    assert joined.territory_id == ON


def test_a_field_that_was_typed_blank_is_filled() -> None:
    joined = join(ANNE, None, LAURIER, SETUP, frozenset({"phone", "salesperson_id", "city"}))
    assert (joined.phone, joined.salesperson_id, joined.city) == ("514-555-0100", PS, "Montréal")


def test_codes_of_the_company_overwrite_the_persons_on_joining() -> None:
    joined = join(replace(LUC, salesperson_id=NB, country_id=US, language_id=ENU), None, LAURIER, SETUP)
    assert (joined.salesperson_id, joined.country_id, joined.language_id) == (PS, CA, FRC)


def test_the_correspondence_type_is_taken_on_joining_and_never_follows() -> None:
    company = replace(LAURIER, correspondence_type=CorrespondenceType.EMAIL)
    assert join(ANNE, None, company, SETUP).correspondence_type is CorrespondenceType.EMAIL
    off = replace(SETUP, inherit_communication_details=False)
    assert join(ANNE, None, company, off).correspondence_type is CorrespondenceType.BLANK
    assert edited(MARIE, correspondence_type=CorrespondenceType.FAX) is MARIE


def test_what_is_never_inherited() -> None:
    company = replace(
        LAURIER, salutation_id=5, currency_id=6, vat_number="X1", external_id="E", exclude_from_segment=True, name2="N"
    )
    joined = join(ANNE, None, company, SETUP)
    assert joined == join(ANNE, None, LAURIER, SETUP)
    assert follow(MARIE, LAURIER, company, SETUP) is MARIE


def test_marks_tell_the_companys_values_from_the_persons_own() -> None:
    found = marks(replace(MARIE, phone="514-555-0150", county="Québec", salesperson_id=None), LAURIER, SETUP)
    assert found["phone"] is Mark.OWN
    assert found["salesperson_id"] is Mark.OWN
    assert found["fax"] is Mark.FOLLOWS
    assert found["mobile"] is Mark.FOLLOWS
    assert {found[attr] for attr in ("address", "address2", "post_code", "city", "county")} == {Mark.FOLLOWS}
    assert "correspondence_type" not in found


def test_a_different_address_is_marked_on_all_its_lines() -> None:
    found = marks(replace(MARIE, address2="Bureau 12"), LAURIER, SETUP)
    assert {found[attr] for attr in ("address", "address2", "post_code", "city", "county")} == {Mark.OWN}


def test_no_marks_where_a_switch_is_off_or_there_is_no_company() -> None:
    off = replace(SETUP, inherit_address_details=False, inherit_salesperson_code=False)
    found = marks(MARIE, LAURIER, off)
    assert "city" not in found
    assert "salesperson_id" not in found
    assert "phone" in found
    assert marks(LUC, None, SETUP) == {}


def test_who_kept_an_own_value_is_told_by_what_changed() -> None:
    own = replace(MARIE, phone="514-555-0150", address2="Bureau 12")
    assert kept_own(own, LAURIER, replace(LAURIER, phone="1"), SETUP)
    assert kept_own(own, LAURIER, replace(LAURIER, county="ON"), SETUP)
    assert not kept_own(own, LAURIER, replace(LAURIER, fax="1"), SETUP)
    assert not kept_own(own, LAURIER, replace(LAURIER, name="Laurier & Fils"), SETUP)
    assert not kept_own(own, LAURIER, replace(LAURIER, phone="1"), replace(SETUP, inherit_communication_details=False))
    assert not kept_own(MARIE, LAURIER, replace(LAURIER, phone="1"), SETUP)


def test_taking_the_companys_value_takes_an_address_as_one() -> None:
    own = replace(MARIE, phone="1", address="9 rue Haute", city="Lévis", county="ON")
    assert take_company_value(own, LAURIER, "phone") == replace(own, phone=LAURIER.phone)
    assert take_company_value(own, LAURIER, "city") == replace(MARIE, phone="1")
