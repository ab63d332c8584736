"""From a company's card: it becomes a customer, or is linked with one that there is; and the link goes again."""

from __future__ import annotations

import pytest

from contacts_tui.domain.partners import Link
from contacts_tui.services import links, marketing_setup
from contacts_tui.services.links import Master
from contacts_tui.services.session import Session
from contacts_tui.ui.screens.compare import CompareScreen
from contacts_tui.ui.screens.link_form import LinkForm
from tests.services.reference import CANNON, LAURIER, as_user, card, contact, numbers, setup_line, values
from tests.ui.books import app_showing, card_app, session, settled
from tests.ui.support import shown, wait_for

__all__ = ["session"]


def linked(session: Session) -> list[str]:
    return [given.no for given in card(session, LAURIER).codes["business_relations"]]


def with_series(session: Session) -> None:
    """Name the business relation and the number series of customers."""
    setup_line(session, "number_series", code="CUST", default_nos="yes")
    setup_line(session, "number_series_lines", number_series="CUST", starting_no="10000")
    marketing_setup.edit(session, {"bus_rel_code_for_customers": "CUST", "customer_nos": "CUST"})


async def test_a_company_becomes_a_customer_by_the_template_that_is_chosen(session: Session) -> None:
    setup_line(session, "number_series", code="CUST", default_nos="yes")
    setup_line(session, "number_series_lines", number_series="CUST", starting_no="10000")
    for code in ("RETAIL", "TRADE"):
        setup_line(session, "customer_templates", code=code, description=code.title(), contact_type="company")
    marketing_setup.edit(session, {"bus_rel_code_for_customers": "CUST", "customer_nos": "CUST"})
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "1200 avenue Laurier Est")
        await pilot.press("L", "c")
        await wait_for(pilot, lambda: "Choose a customer template" in shown(app))
        await pilot.press("2")
        await settled(pilot, "is linked to 10000 Boulangerie Laurier inc.")
        assert linked(session) == ["10000"]
        await wait_for(pilot, lambda: "Customer 10000" in shown(app))
        await pilot.press("L")
        await wait_for(pilot, lambda: "Remove the link with the customer" in shown(app))
        await pilot.press("c")
        await settled(pilot, "The link of Boulangerie Laurier inc. is removed.")
        assert linked(session) == []


@pytest.mark.parametrize("key", ["v", "V"])
async def test_what_stands_in_the_way_is_said_before_anything_is_asked(session: Session, key: str) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "1200 avenue Laurier Est")
        await pilot.press("L", key)
        await settled(pilot, "The marketing set-up names no")
        assert "1200 avenue Laurier Est" in shown(app)


async def test_a_list_without_lines_says_so(session: Session) -> None:
    marketing_setup.edit(session, {"bus_rel_code_for_customers": "CUST"})
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "1200 avenue Laurier Est")
        await pilot.press("L", "C")
        await settled(pilot, "Link them")
        await pilot.press("space")
        await settled(pilot, "There are none yet.")


def with_customers(session: Session) -> None:
    """Customers 10000, linked with CT000004, and 20000 and 20001, which no contact is."""
    for no, name in (("10000", "Cannon"), ("20000", "Boulangerie L."), ("20001", "Boulangerie Z.")):
        setup_line(session, "customers", no=no, name=name, city="Laval", salesperson="NB")
    marketing_setup.edit(session, {"bus_rel_code_for_customers": "CUST"})
    links.link(session, contact(session, CANNON).id, Link.CUSTOMER, "10000", Master.CONTACT)


async def test_a_company_is_linked_with_a_customer_that_is_there_and_what_changes_is_said_first(
    session: Session,
) -> None:
    with_customers(session)
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "1200 avenue Laurier Est")
        await pilot.press("L")
        await settled(pilot, "Link with existing customer")
        await pilot.press("C")
        await wait_for(pilot, lambda: isinstance(app.screen, LinkForm))
        await settled(pilot, "Customer")
        await pilot.press(*"boul")
        await settled(pilot, "20000")
        assert "10000" not in shown(app)
        assert "new customer" not in shown(app)
        await pilot.press("enter")
        await settled(pilot, "Changes in 20000 Boulangerie L.")
        assert "Laval → Montréal" in shown(app)
        assert "Nadia Benali → Pierre Savard" in shown(app)
        assert linked(session) == []
        await pilot.press("right")
        await settled(pilot, "Changes in CT000001 Boulangerie Laurier inc.")
        assert "Pierre Savard → Nadia Benali" in shown(app)
        await pilot.press("enter", "enter")
        await settled(pilot, "is linked to 20000 Boulangerie L.")
        assert linked(session) == ["20000"]
        assert values(session, LAURIER)["salesperson"] == "NB"
        await pilot.press("u")
        await settled(pilot, "Undone")
        assert linked(session) == []


async def test_a_customer_that_has_a_contact_is_refused_in_words(session: Session) -> None:
    with_customers(session)
    app = card_app(session, LAURIER)
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot, "1200 avenue Laurier Est")
        await pilot.press("L", "C")
        await wait_for(pilot, lambda: isinstance(app.screen, LinkForm))
        await settled(pilot, "Customer")
        await pilot.press(*"10000")
        await settled(pilot, "Cannon")
        await pilot.press("enter")
        said = "10000 Cannon Group Ltd. is linked to CT000004 Cannon Group Ltd. already."
        await wait_for(pilot, lambda: said in " ".join(shown(app).split()))
        await pilot.press("enter", "enter")
        await wait_for(pilot, lambda: " ".join(shown(app).split()).count("already.") > 0)
        assert linked(session) == []
        await pilot.press("escape", "escape")
        await settled(pilot, "1200 avenue Laurier Est")


async def test_a_second_link_of_one_kind_is_refused_in_words(session: Session) -> None:
    with_series(session)
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "1200 avenue Laurier Est")
        await pilot.press("L")
        await settled(pilot, "Create as customer")
        # While the menu is up, someone else makes a customer of the company.
        links.create_as(as_user(session, "jim"), contact(session, LAURIER).id, Link.CUSTOMER)
        await pilot.press("c")
        await settled(pilot, "! Boulangerie Laurier inc. is linked to 10000 Boulangerie Laurier inc. already.")
        await settled(pilot, "Remove that link first.")
        assert linked(session) == ["10000"]


async def test_two_companies_with_a_customer_each_are_not_merged_and_it_says_why(session: Session) -> None:
    with_series(session)
    for number in (LAURIER, CANNON):
        links.create_as(session, contact(session, number).id, Link.CUSTOMER)
    keep, drop = (contact(session, number).id for number in (LAURIER, CANNON))
    app = app_showing(session, lambda: CompareScreen(keep, drop))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Cannon Group Ltd.")
        await pilot.press("m")
        await settled(pilot, "! Both are linked to a customer: Boulangerie Laurier inc. to 10000, the other")
        assert len(numbers(session)) == 4
