"""What the set-up proposes for a new contact (domain section 4)."""

from __future__ import annotations

from dataclasses import replace

from contacts_tui.domain.contact import Contact, ContactType, CorrespondenceType
from contacts_tui.domain.defaults import apply
from contacts_tui.domain.inheritance import join
from contacts_tui.domain.marketing_setup import MarketingSetup
from tests.domain.reference import CA, ENC, LAURIER, LM, NB, PS, SETUP, US

COMPANY = Contact(name="Nouvelle inc.")
PERSON = Contact(type=ContactType.PERSON, name="Anne Roy")


def test_df_1_a_blank_country_is_filled_and_a_typed_one_stays() -> None:
    assert apply(COMPANY, SETUP, None).country_id == CA
    assert apply(replace(COMPANY, country_id=US), SETUP, None).country_id == US


def test_df_2_the_users_own_salesperson_goes_before_the_default() -> None:
    assert apply(COMPANY, SETUP, PS).salesperson_id == PS
    assert apply(COMPANY, SETUP, None).salesperson_id == LM
    assert apply(COMPANY, replace(SETUP, default_salesperson_id=None), PS).salesperson_id == PS
    assert apply(COMPANY, replace(SETUP, default_salesperson_id=None), None).salesperson_id is None


def test_df_3_the_salutation_depends_on_the_type() -> None:
    setup = replace(SETUP, default_company_salutation_id=51, default_person_salutation_id=52)
    assert apply(COMPANY, setup, None).salutation_id == 51
    assert apply(PERSON, setup, None).salutation_id == 52
    assert apply(replace(COMPANY, salutation_id=53), setup, None).salutation_id == 53


def test_df_4_without_a_default_a_field_stays_blank() -> None:
    assert apply(COMPANY, MarketingSetup(), None) == COMPANY


def test_an_inherited_or_typed_salesperson_goes_before_the_users_own() -> None:
    assert apply(join(PERSON, None, LAURIER, SETUP), SETUP, NB).salesperson_id == PS
    assert apply(replace(PERSON, salesperson_id=LM), SETUP, NB).salesperson_id == LM


def test_the_other_defaults_fill_blanks_only() -> None:
    setup = replace(SETUP, default_territory_id=12, default_correspondence_type=CorrespondenceType.EMAIL)
    filled = apply(PERSON, setup, None)
    assert (filled.territory_id, filled.language_id) == (12, ENC)
    assert filled.correspondence_type is CorrespondenceType.EMAIL
    by_fax = replace(PERSON, correspondence_type=CorrespondenceType.FAX)
    assert apply(by_fax, setup, None).correspondence_type is CorrespondenceType.FAX
    assert apply(filled, setup, None) == filled
