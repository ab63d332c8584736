"""Customers, vendors and bank accounts of contacts, from the shell."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Shell


@pytest.fixture
def linkable(laurier: Shell) -> Shell:
    """A book whose set-up names a relation for customers, with an unlinked customer 10000 in it."""
    laurier.done("setup", "usual")
    laurier.done("setup", "set", "bus_rel_code_for_customers=CUST")
    return laurier


def test_a_customer_is_made_of_a_contact_unlinked_and_linked_again(linkable: Shell) -> None:
    made = linkable.done("create-as", "CT000002", "customer", "--no", "10000")
    assert made.out.startswith("Boulangerie Laurier inc. is linked to 10000 Boulangerie Laurier inc.")
    shown = linkable.done("show", "CT000001", "--json").json
    assert shown["relation"] == "customer"
    assert shown["business_relations"] == [{"code": "CUST", "link_to": "customer", "no": "10000"}]
    assert linkable.done("unlink", "CT000001", "customer").out.startswith("The link is removed.")
    assert linkable.done("show", "CT000001", "--json").json["relation"] == ""
    linkable.done("link", "CT000001", "customer", "10000", "--master", "partner")
    assert linkable.done("show", "CT000001", "--json").json["relation"] == "customer"


def test_contacts_are_made_of_customers_that_have_none(linkable: Shell) -> None:
    linkable.done("create-as", "CT000001", "customer", "--no", "10000")
    linkable.done("unlink", "CT000001", "customer")
    assert linkable.done("contacts-of", "customer").out.startswith("1 contact made.")
    assert linkable.done("contacts-of", "customer").out == "All of them have a contact.\n"
    assert linkable("contacts-of", "friend").status == 2


def test_contacts_are_made_of_some_customers_and_those_that_may_be_there_twice_are_named(linkable: Shell) -> None:
    for no in ("1", "2", "3"):
        linkable.done("create-as", "CT000001", "customer", "--no", no)
        linkable.done("unlink", "CT000001", "customer")
    assert linkable("contacts-of", "customer", "1", "9").err.strip().endswith("there is no “9”.")
    told = linkable.done("contacts-of", "customer", "1", "3").out.splitlines()
    assert told[0].startswith("2 contacts made.")
    assert len(told) == 4
    assert all(line.startswith("Maybe the same: CT00000") for line in told[1:])
    assert linkable.done("contacts-of", "customer").out.startswith("1 contact made.")


def test_a_kind_or_a_side_that_does_not_exist_is_wrong_use(linkable: Shell) -> None:
    assert linkable("create-as", "CT000001", "friend").status == 2
    assert linkable("link", "CT000001", "customer", "10000", "--master", "me").status == 2
    assert linkable("link", "CT000001", "customer", "99").status == 1
