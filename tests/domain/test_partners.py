"""What a partner shares with its contact, what a template gives, and what relations make of a contact."""

from __future__ import annotations

import pytest

from contacts_tui.domain import partners
from contacts_tui.domain.codes import ContactBusinessRelation
from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.partners import BankAccount, Customer, CustomerTemplate, Relation, Vendor

PROSPECT = ContactBusinessRelation(business_relation_id=1)
CUSTOMER = ContactBusinessRelation(business_relation_id=2, link_to="customer", no="10000")
VENDOR = ContactBusinessRelation(business_relation_id=3, link_to="vendor", no="10000")
BANK = ContactBusinessRelation(business_relation_id=4, link_to="bank_account", no="NBL")


@pytest.mark.parametrize(
    ("rows", "relation"),
    [
        ([], Relation.NONE),
        ([PROSPECT], Relation.OTHER),
        ([CUSTOMER], Relation.CUSTOMER),
        ([VENDOR], Relation.VENDOR),
        ([BANK], Relation.BANK_ACCOUNT),
        ([PROSPECT, CUSTOMER], Relation.MULTIPLE),
        ([CUSTOMER, VENDOR], Relation.MULTIPLE),
    ],
)
def test_br_8_the_relation_is_told_by_the_rows(rows: list[ContactBusinessRelation], relation: Relation) -> None:
    assert partners.relation_of(rows) is relation


def test_a_customer_takes_the_salesperson_and_a_vendor_and_a_bank_do_not() -> None:
    contact = Contact(name="Cannon", phone="416-555-0200", salesperson_id=7, currency_id=3, vat_number="123")
    for blank in (Customer(), Vendor(salesperson_id=1), BankAccount(salesperson_id=1)):
        filled = partners.from_contact(blank, contact)
        assert (filled.description, filled.phone, filled.currency_id, filled.vat_number) == (
            "Cannon", "416-555-0200", 3, "123",
        )  # fmt: skip
        assert filled.salesperson_id == (7 if isinstance(blank, Customer) else 1)
        assert "salesperson_id" not in partners.from_partner(contact, filled)


def test_a_person_has_no_currency_and_no_vat_number_to_share() -> None:
    person = Contact(type=ContactType.PERSON, name="Luc Gagnon")
    customer = partners.from_contact(Customer(currency_id=3, vat_number="123"), person)
    assert (customer.description, customer.currency_id, customer.vat_number) == ("Luc Gagnon", 3, "123")
    assert partners.from_partner(person, customer) == {}


def test_the_search_name_of_a_partner_follows_its_name_until_it_is_chosen() -> None:
    new = partners.fitting(None, Customer(description="Café Rivard"))
    assert new.search_name == "CAFÉ RIVARD"
    renamed = partners.fitting(new, Customer(description="Rivard", search_name="CAFÉ RIVARD"))
    assert renamed.search_name == "RIVARD"
    chosen = partners.fitting(renamed, Customer(description="Rivard", search_name="CAFE"))
    assert partners.fitting(chosen, Customer(description="Other", search_name="CAFE")).search_name == "CAFE"


def test_the_contacts_own_territory_currency_and_country_win_over_the_template() -> None:
    template = CustomerTemplate(territory_id=1, currency_id=1, country_id=1, payment_terms="14D", price_group="R")
    made = partners.with_template(Customer(territory_id=2, payment_terms="1M"), template)
    assert (made.territory_id, made.currency_id, made.country_id) == (2, 1, 1)
    assert (made.payment_terms, made.price_group) == ("14D", "R")


def test_the_only_template_that_is_like_the_contact_is_proposed() -> None:
    on, qc = CustomerTemplate(id=1, territory_id=1), CustomerTemplate(id=2, territory_id=2)
    private = CustomerTemplate(id=3, contact_type="person")
    company = Contact(type=ContactType.COMPANY, territory_id=2)
    assert partners.proposed([on, qc, private], company) == (qc, (on, qc))
    assert partners.proposed([on, qc, qc], company)[0] is None
    assert partners.proposed([on, private], company) == (None, (on,))
