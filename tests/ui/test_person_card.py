"""The card of a person: what follows the company, what is the person's own, and how to switch."""

from __future__ import annotations

from contacts_tui.services import cards
from contacts_tui.services.session import Session
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.screens.company_card import CompanyCard
from contacts_tui.ui.screens.person_card import PersonCard
from tests.services.reference import CANNON, LAURIER, LUC, MARIE, change, give, values
from tests.ui.books import card_app, card_of, go, line_with, open_field, retype, session, settled
from tests.ui.support import lines, shown, spots, wait_for

__all__ = ["session"]


async def test_the_marks_and_what_they_mean(session: Session) -> None:
    change(session, MARIE, phone="514-555-0150")
    app = card_app(session, MARIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "= follows the company    * own value    i switches between the two")
        assert line_with(app, "Phone").startswith("  Phone     * 514-555-0150")
        assert line_with(app, "  Address   ").startswith("  Address   = 1200 avenue Laurier Est")


async def test_i_takes_the_companys_value_back(session: Session) -> None:
    change(session, MARIE, phone="514-555-0150")
    app = card_app(session, MARIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, "phone")
        assert "i follow" in lines(app)[-1]
        await pilot.press("i")
        await settled(pilot, "Phone follows Boulangerie Laurier inc. again.")
        assert values(session, MARIE)["phone"] == "514-555-0100"
        assert line_with(app, "> Phone").startswith("> Phone     = 514-555-0100")
        await pilot.press("i")
        await settled(pilot, "Phone follows Boulangerie Laurier inc.; typing makes")
        await go(pilot, "job_title")
        assert "i follow" not in lines(app)[-1]


async def test_the_name_is_changed_by_its_parts_or_as_a_whole(session: Session) -> None:
    app = card_app(session, MARIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "middle_name")
        await retype(pilot, "Anne")
        await wait_for(pilot, lambda: lines(app)[0].startswith("  Marie Anne Tremblay"))
        await open_field(pilot, "name")
        await retype(pilot, "Marie Roy")
        await wait_for(pilot, lambda: values(session, MARIE)["surname"] == "Roy")
        assert values(session, MARIE)["middle_name"] == ""


def offered(app: ContactsApp) -> list[str]:
    picking = card_of(app).body.picking
    return [pick.code for pick in picking.shown] if picking is not None else []


async def test_a_person_moves_to_the_company_that_is_picked(session: Session) -> None:
    app = card_app(session, MARIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "company")
        await settled(pilot, "Cannon Group Ltd.")
        await pilot.press(*"toronto")
        await wait_for(pilot, lambda: offered(app) == [CANNON])
        await pilot.press("enter")
        await settled(pilot, "Marie Tremblay moves from Boulangerie Laurier inc. to Cannon Group Ltd.?")
        assert line_with(app, "Comes").startswith("  Comes 7 fields come from the new company")
        await pilot.press("m")
        await settled(pilot, "Company changed; 7 fields came along.")
        assert values(session, MARIE)["company"] == CANNON
        assert lines(app)[0].startswith("  Marie Tremblay  Cannon Group Ltd.")


async def test_a_person_without_a_company_is_independent(session: Session) -> None:
    app = card_app(session, MARIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "company")
        await settled(pilot, "no company: an independent person")
        await pilot.press("up", "up", "up", "enter")
        await settled(pilot, "Marie Tremblay leaves Boulangerie Laurier inc.?")
        await pilot.press("escape")
        await settled(pilot, "no company: an independent person")
        assert values(session, MARIE)["company"] == LAURIER
        await pilot.press("enter", "m")
        await wait_for(pilot, lambda: values(session, MARIE)["company"] == "")
        await wait_for(pilot, lambda: "follows the company" not in shown(app))
        assert "o company" not in lines(app)[-1]


async def test_o_leads_to_the_company_and_p_to_its_people(session: Session) -> None:
    app = card_app(session, MARIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Marie Tremblay")
        await pilot.press("o")
        await wait_for(pilot, lambda: isinstance(app.screen, CompanyCard) and "1 Main" in shown(app))
        await pilot.press("escape")
        await wait_for(pilot, lambda: isinstance(app.screen, PersonCard))
        await pilot.press("p")
        await wait_for(pilot, lambda: isinstance(app.screen, CompanyCard) and spots(app) == ["Marie Tremblay"])


async def test_codes_of_a_person_and_of_the_company(session: Session) -> None:
    give(session, LAURIER, "industry_groups", "RETAIL")
    app = card_app(session, MARIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Marie Tremblay")
        await pilot.press("t")
        await settled(pilot, "From the company")
        await open_field(pilot, "job_responsibilities")
        await settled(pilot, "Information technology")
        await pilot.press("space", "enter")
        await settled(pilot, "Jobs changed.")
        assert [one.code for one in cards.card_by_number(session, MARIE).codes["job_responsibilities"]] == ["IT"]
        await pilot.press("end")
        assert card_of(app).body.key != "industry_groups"


async def test_a_birthday_needs_no_year(session: Session) -> None:
    app = card_app(session, LUC)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "birthday")
        await retype(pilot, "05-09")
        await wait_for(pilot, lambda: values(session, LUC)["birthday"] == "--05-09")
        assert spots(app) == ["05-09"]


async def test_the_number_is_no_field_to_type_in(session: Session) -> None:
    app = card_app(session, LUC)
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, "number")
        assert not lines(app)[-1].startswith("  Enter edit")
        await pilot.press("enter")
        assert not card_of(app).body.opened
