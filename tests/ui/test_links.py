"""From a company's card: it becomes a customer, and the link goes again."""

from __future__ import annotations

from contacts_tui.domain.partners import Link
from contacts_tui.services import links, marketing_setup
from contacts_tui.services.session import Session
from contacts_tui.ui.screens.compare import CompareScreen
from tests.services.reference import CANNON, LAURIER, as_user, card, contact, numbers, setup_line
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
    with_series(session)
    for code in ("RETAIL", "TRADE"):
        setup_line(session, "customer_templates", code=code, description=code.title(), contact_type="company")
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


async def test_what_stands_in_the_way_is_said(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "1200 avenue Laurier Est")
        await pilot.press("L", "v")
        await settled(pilot, "The marketing set-up names no")


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
