"""From a company's card: it becomes a customer, and the link goes again."""

from __future__ import annotations

from contacts_tui.services import marketing_setup
from contacts_tui.services.session import Session
from tests.services.reference import LAURIER, card, setup_line
from tests.ui.books import card_app, session, settled
from tests.ui.support import shown, wait_for

__all__ = ["session"]


def linked(session: Session) -> list[str]:
    return [given.no for given in card(session, LAURIER).codes["business_relations"]]


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


async def test_what_stands_in_the_way_is_said(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "1200 avenue Laurier Est")
        await pilot.press("L", "v")
        await settled(pilot, "The marketing set-up names no")
