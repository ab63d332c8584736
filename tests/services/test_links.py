"""Contacts and their customers, vendors and bank accounts: linked, kept equal, made from each other (domain 7)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from contacts_tui.domain.codes import ContactBusinessRelation
from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.errors import Ambiguous, NotAllowed, Refused
from contacts_tui.domain.partners import BankAccount, Customer, Link, Vendor
from contacts_tui.services import bulk_edit, checks, deletion, history, links, marketing_setup, setup_lists
from contacts_tui.services.bulk_edit import BulkChange
from contacts_tui.services.links import Master
from contacts_tui.services.permissions import Right
from contacts_tui.services.session import Session
from tests.services.partner_book import book, create_as, customer, link, linked, without_contact
from tests.services.reference import (
    CANNON,
    LAURIER,
    LUC,
    MARIE,
    change,
    contact,
    edit_line,
    give,
    line,
    new_person,
    rows,
    setup_line,
    values,
)

__all__ = ["book"]


def test_br_1_without_a_relation_in_the_set_up_nothing_is_made(book: Session) -> None:
    marketing_setup.edit(book, {"bus_rel_code_for_customers": ""})
    with pytest.raises(Refused, match="Business relation code for customers") as refused:
        create_as(book, LAURIER)
    assert refused.value.field == "bus_rel_code_for_customers"
    assert rows(book, Customer) == []


def test_br_2_a_customer_is_made_from_a_contact_and_a_template(book: Session) -> None:
    setup_line(book, "customer_templates", code="RETAIL", contact_type="company", territory="ON", payment_terms="14D")
    made = create_as(book, LAURIER, template="retail")
    stored = customer(book, "C00010")
    assert stored == made.partner
    assert (stored.description, stored.address, stored.phone) == (
        "Boulangerie Laurier inc.",
        "1200 avenue Laurier Est",
        "514-555-0100",
    )
    shown = line(book, "customers", "C00010").values
    assert (shown["territory"], shown["payment_terms"], shown["salesperson"]) == ("QC", "14D", "PS")
    assert linked(book, LAURIER) == [("CUST", "customer", "C00010")]
    assert checks.check(book) == ()


def test_br_3_a_second_customer_of_a_contact_is_refused(book: Session) -> None:
    create_as(book, LAURIER)
    with pytest.raises(Refused, match="linked to C00010 Boulangerie Laurier inc"):
        create_as(book, LAURIER)
    assert len(rows(book, Customer)) == 1


def test_br_4_for_a_person_the_customer_is_the_company(book: Session) -> None:
    made = create_as(book, MARIE)
    assert (made.contact.no, made.partner.description) == (LAURIER, "Boulangerie Laurier inc.")


def test_br_5_a_change_on_either_side_reaches_the_other(book: Session) -> None:
    create_as(book, LAURIER)
    change(book, LAURIER, phone="514-555-0177")
    assert customer(book, "C00010").phone == "514-555-0177"
    edit_line(book, "customers", "C00010", city="Laval")
    assert [values(book, number)["city"] for number in (LAURIER, MARIE)] == ["Laval", "Laval"]
    assert checks.check(book) == ()


def test_br_6_the_master_says_which_values_stay(book: Session) -> None:
    without_contact(book, "customers", no="20000", name="Cannon", salesperson="PS")
    link(book, CANNON, Link.CUSTOMER, "20000", Master.CONTACT)
    assert line(book, "customers", "20000").values["salesperson"] == "LM"
    history.undo(book)
    link(book, CANNON, Link.CUSTOMER, "20000", Master.PARTNER)
    shown = values(book, CANNON)
    assert (shown["salesperson"], shown["name"], shown["phone"]) == ("PS", "Cannon", "")


def test_what_a_link_would_change_is_told_before_it_is_made(book: Session) -> None:
    without_contact(book, "customers", no="20000", name="Cannon", salesperson="PS", city="Toronto")
    cannon = contact(book, CANNON).id

    def told(master: Master) -> dict[str, tuple[str, str]]:
        changes = links.preview(book, cannon, Link.CUSTOMER, "20000", master).changes
        return {change.label.text: (change.before, change.after) for change in changes}

    of_customer = told(Master.CONTACT)
    assert of_customer["Rep"] == ("Pierre Savard", "Linda Martin")
    assert of_customer["Name"] == ("Cannon", "Cannon Group Ltd.")
    assert "Town" not in of_customer
    assert told(Master.PARTNER)["Rep"] == ("Linda Martin", "Pierre Savard")
    made = links.link(book, cannon, Link.CUSTOMER, "20000", Master.CONTACT)
    changed = {change.field for change in history.changes(book, made.batch) if change.kind == "customers"}
    assert len(changed) == len(of_customer)
    with pytest.raises(Refused, match="linked to 20000"):
        links.preview(book, cannon, Link.CUSTOMER, "20000", Master.CONTACT)


def test_br_7_a_customer_of_another_contact_is_refused(book: Session) -> None:
    without_contact(book, "customers", no="20000", name="Cannon")
    link(book, CANNON, Link.CUSTOMER, "20000")
    with pytest.raises(Refused, match="CT000004 Cannon Group Ltd"):
        link(book, LAURIER, Link.CUSTOMER, "20000")
    assert linked(book, LAURIER) == []


def test_a_link_takes_the_place_of_the_plain_code_and_of_a_link_to_nothing(book: Session) -> None:
    marketing_setup.edit(book, {"bus_rel_code_for_customers": ""})
    give(book, LAURIER, "business_relations", "CUST")
    marketing_setup.edit(book, {"bus_rel_code_for_customers": "CUST"})
    create_as(book, LAURIER)
    assert linked(book, LAURIER) == [("CUST", "customer", "C00010")]


def test_br_9_a_new_customer_gets_a_company_contact(book: Session) -> None:
    setup_line(book, "customers", no="30000", name="Café Rivard")
    made = contact(book, "CT000005")
    assert (made.name, made.type, made.search_name) == ("Café Rivard", ContactType.COMPANY, "CAFÉ RIVARD")
    assert linked(book, made.no) == [("CUST", "customer", "30000")]
    history.undo(book)
    assert rows(book, Customer) == []
    assert len(rows(book, Contact)) == 4


def test_br_10_contacts_are_made_of_those_that_have_none(book: Session) -> None:
    for no in ("1", "2"):
        setup_line(book, "customers", no=no, name=f"Linked {no}")
    for no in ("3", "4", "5"):
        without_contact(book, "customers", no=no, name=f"Alone {no}")
    before = len(rows(book, Contact))
    done = links.make_contacts(book, Link.CUSTOMER)
    assert (len(done.made), done.skipped) == (3, 2)
    assert len(rows(book, Contact)) == before + 3
    again = links.make_contacts(book, Link.CUSTOMER)
    assert (again.made, again.batch) == ((), 0)
    assert checks.check(book) == ()


def test_df_6_a_contact_of_a_customer_gets_no_defaults(book: Session) -> None:
    marketing_setup.edit(book, {"def_company_salutation_code": "COMPANY"})
    setup_line(book, "customers", no="10000", name="Fjord Møbler")
    shown = values(book, "CT000005")
    assert (shown["language"], shown["country"], shown["salesperson"]) == ("", "", "")
    assert shown["salutation"] == "COMPANY"


def test_br_13_a_vendors_purchaser_is_nobodys_salesperson(book: Session) -> None:
    without_contact(book, "vendors", no="50000", name="Cannon", purchaser="LM")
    link(book, CANNON, Link.VENDOR, "50000")
    change(book, CANNON, salesperson="PS", phone="416-555-0299")
    stored = line(book, "vendors", "50000").values
    assert (stored["purchaser"], stored["phone"]) == ("LM", "416-555-0299")
    edit_line(book, "vendors", "50000", purchaser="NB")
    assert values(book, CANNON)["salesperson"] == "PS"


def test_co_14_a_deleted_contact_leaves_its_customer(book: Session) -> None:
    create_as(book, LAURIER)
    edit_line(book, "customers", "C00010", contact_name="Marie Tremblay")
    assert customer(book, "C00010").primary_contact_id == contact(book, MARIE).id
    deletion.delete(book, contact(book, LAURIER).id)
    assert {one.no for one in rows(book, Contact)} == {LUC, CANNON}
    assert customer(book, "C00010").primary_contact_id is None
    assert rows(book, ContactBusinessRelation) == []
    assert checks.check(book) == ()
    history.undo(book)
    assert customer(book, "C00010").primary_contact_id == contact(book, MARIE).id
    assert checks.check(book) == ()


def test_a_deleted_customer_leaves_its_contact(book: Session) -> None:
    create_as(book, LAURIER)
    setup_lists.delete(book, "customers", line(book, "customers", "C00010").id)
    assert linked(book, LAURIER) == []
    assert contact(book, LAURIER).name == "Boulangerie Laurier inc."
    history.undo(book)
    assert linked(book, LAURIER) == [("CUST", "customer", "C00010")]


def test_a_removed_link_ends_the_sharing_and_both_stay(book: Session) -> None:
    create_as(book, LAURIER)
    links.unlink(book, contact(book, LAURIER).id, Link.CUSTOMER)
    change(book, LAURIER, phone="514-555-0188")
    assert customer(book, "C00010").phone == "514-555-0100"
    with pytest.raises(Refused, match="linked to no customer"):
        links.unlink(book, contact(book, LAURIER).id, Link.CUSTOMER)


def test_a_blocked_contact_gets_no_link(book: Session) -> None:
    change(book, LAURIER, privacy_blocked="yes")
    with pytest.raises(Refused, match="blocked for privacy"):
        create_as(book, LAURIER)
    change(book, LAURIER, privacy_blocked="no")
    change(book, MARIE, privacy_blocked="yes")
    with pytest.raises(Refused, match="Marie Tremblay is blocked for privacy"):
        create_as(book, MARIE)


def test_an_independent_person_may_be_a_customer_and_no_vendor(book: Session) -> None:
    create_as(book, LUC)
    assert linked(book, LUC) == [("CUST", "customer", "C00010")]
    for kind in (Link.VENDOR, Link.BANK_ACCOUNT):
        with pytest.raises(Refused, match="Only a company"):
            create_as(book, LUC, kind, no="1")
    change(book, LUC, mobile="514-555-0111")
    edit_line(book, "customers", "C00010", email="luc@gagnon.example")
    assert customer(book, "C00010").mobile == "514-555-0111"
    assert values(book, LUC)["email"] == "luc@gagnon.example"
    assert checks.check(book) == ()


@pytest.mark.parametrize(("kind", "record"), [(Link.VENDOR, Vendor), (Link.BANK_ACCOUNT, BankAccount)])
def test_vendors_and_banks_are_made_with_a_number_typed_by_hand(
    book: Session, kind: Link, record: type[Vendor] | type[BankAccount]
) -> None:
    with pytest.raises(Refused, match="type a number"):
        create_as(book, CANNON, kind)
    create_as(book, CANNON, kind, no="v1")
    assert [(one.code, one.salesperson_id) for one in rows(book, record)] == [("V1", None)]
    with pytest.raises(Refused, match="is taken already"):
        create_as(book, LAURIER, kind, no="V1")


def test_templates_to_choose_from_are_named(book: Session) -> None:
    for code in ("A", "B"):
        setup_line(book, "customer_templates", code=code, contact_type="company", price_group=code)
    with pytest.raises(Ambiguous) as asked:
        create_as(book, LAURIER)
    assert [code for code, _ in asked.value.choices] == ["A", "B"]
    setup_line(book, "customer_templates", code="C", contact_type="company", territory="QC", country="CA")
    setup_line(book, "customer_templates", code="D", contact_type="person")
    create_as(book, LAURIER)
    assert customer(book, "C00010").price_group == ""


def test_a_person_who_is_named_becomes_the_primary_contact(book: Session) -> None:
    setup_line(book, "customers", no="30000", name="Café Rivard", city="Laval", contact_name="Anne Roy")
    anne = next(one for one in rows(book, Contact) if one.name == "Anne Roy")
    assert customer(book, "30000").primary_contact_id == anne.id
    assert (anne.city, values(book, anne.no)["company_name"]) == ("Laval", "Café Rivard")


def test_a_renumbered_customer_keeps_its_link(book: Session) -> None:
    create_as(book, LAURIER)
    edit_line(book, "customers", "C00010", no="C99")
    assert linked(book, LAURIER) == [("CUST", "customer", "C99")]


@pytest.mark.parametrize(
    "write",
    [
        lambda book: change(book, LAURIER, city="Laval"),
        lambda book: bulk_edit.edit(book, [contact(book, LAURIER).id], BulkChange({"city": "Laval"})),
        lambda book: edit_line(book, "vendors", "V1", city="Laval"),
        lambda book: edit_line(book, "customers", "C00010", city="Laval"),
    ],
)
def test_all_sides_are_equal_whichever_was_changed_and_one_undo_takes_it_back(
    book: Session, write: Callable[[Session], object]
) -> None:
    create_as(book, LAURIER)
    create_as(book, LAURIER, Link.VENDOR, no="V1")
    write(book)
    places = [values(book, LAURIER)["city"], customer(book, "C00010").city, rows(book, Vendor)[0].city]
    assert places == ["Laval"] * 3
    history.undo(book)
    places = [values(book, LAURIER)["city"], customer(book, "C00010").city, rows(book, Vendor)[0].city]
    assert places == ["Montréal"] * 3
    assert checks.check(book) == ()


def test_who_may_only_edit_contacts_may_undo_what_followed(book: Session) -> None:
    create_as(book, LAURIER)
    clerk = book._replace(user="clerk", rights=frozenset({Right.READ, Right.EDIT_CONTACTS}))
    change(clerk, LAURIER, phone="514-555-0177")
    history.undo(clerk)
    assert customer(book, "C00010").phone == "514-555-0100"
    with pytest.raises(NotAllowed):
        edit_line(clerk, "customers", "C00010", phone="1")


def test_what_the_contact_may_not_have_its_customer_may_not_either(book: Session) -> None:
    create_as(book, LAURIER)
    with pytest.raises(Refused) as refused:
        edit_line(book, "customers", "C00010", name="")
    assert refused.value.field == "name"
    assert new_person(book, name="Zoé", company=LAURIER).company_id == contact(book, LAURIER).id
