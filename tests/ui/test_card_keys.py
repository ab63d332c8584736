"""What keys do on a card where there is nothing to do, on a phone, and when another user deletes it meanwhile."""

from __future__ import annotations

from functools import partial

from contacts_tui.services import deletion
from contacts_tui.services.session import Session
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.screens.company_card import CompanyCard
from tests.services.reference import CANNON, LAURIER, LUC, MARIE, contact
from tests.ui.books import app_showing, card_app, card_of, go, open_field, session, settled
from tests.ui.support import lines, marked, shown, spots, wait_for

__all__ = ["session"]


def is_open(app: ContactsApp, key: str) -> bool:
    return card_of(app).body.opened == key


def footer_begins(app: ContactsApp, label: str) -> bool:
    return lines(app)[-1].startswith(f"  {label}")


async def test_on_a_phone_a_field_stays_where_it_is_when_it_opens(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot, "> Address   1200 avenue Laurier Est")
        for key in ("phone", "salesperson", "territory", "business_relations"):
            await go(pilot, key)
            at = lines(app).index(marked(app, ">")[0])
            await pilot.press("enter")
            await wait_for(pilot, partial(is_open, app, key))
            await wait_for(pilot, lambda: "save" in lines(app)[-1])
            assert "1 Main" in shown(app)
            assert lines(app)[at].startswith(">")
            await pilot.press("escape")
            await wait_for(pilot, lambda: not card_of(app).body.opened)


async def test_on_a_phone_the_picker_of_a_low_field_stands_above_it(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot, "> Address   1200 avenue Laurier Est")
        await go(pilot, "salesperson")
        at = lines(app).index(marked(app, ">")[0])
        await pilot.press("enter")
        await settled(pilot, "> PS")
        assert [index < at for index, text in enumerate(lines(app)) if "> PS" in text] == [True]


async def test_a_company_deleted_while_a_field_is_open_is_left_with_the_field(session: Session) -> None:
    company = contact(session, CANNON)
    app = app_showing(session, lambda: CompanyCard(contact(session, LAURIER).id))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Boulangerie")
        app.push_screen(CompanyCard(company.id))
        await settled(pilot, "Cannon Group Ltd.")
        await open_field(pilot, "fax")
        await pilot.press(*"416555")
        deletion.delete(session._replace(user="jim"), company.id)
        app.announce_change()
        page = card_of(app)
        await wait_for(pilot, lambda: page._is_gone)
        await pilot.press(*"0299")
        assert card_of(app).body.text == "4165550299"
        await pilot.press("enter")
        await settled(pilot, "! Cannon Group Ltd. was deleted meanwhile.")
        assert card_of(app).body.text == "4165550299"
        await pilot.press("escape")
        await wait_for(pilot, lambda: lines(app)[0].startswith("  Boulangerie"))
        await settled(pilot, "Cannon Group Ltd. was deleted meanwhile.")


async def test_a_company_without_people_says_so_and_offers_one(session: Session) -> None:
    app = card_app(session, CANNON)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Cannon Group Ltd.")
        for key in ("o", "p"):
            await pilot.press(key)
            await settled(pilot, "Cannon Group Ltd. has no people; n enters one.")
            await pilot.press("j")
        assert "people" not in lines(app)[-1]
        await pilot.press("2")
        await settled(pilot, "  No people.")
        assert "People 0" not in shown(app)
        assert spots(app) == ["new person"]
        assert lines(app)[-1].startswith("  Enter new person")
        await pilot.press("enter")
        await settled(pilot, "Save this person")


async def test_the_footer_says_what_enter_makes_in_an_empty_section(session: Session) -> None:
    app = card_app(session, MARIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Marie Tremblay")
        for key, label in (("3", "Enter new address"), ("4", "Enter new note")):
            await pilot.press(key)
            await wait_for(pilot, partial(footer_begins, app, label))


async def test_a_key_without_web_sources_or_company_says_why(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Boulangerie")
        await pilot.press("w")
        await settled(pilot, "No web sources here; the section of the codes takes them.")
    app = card_app(session, LUC)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Luc Gagnon")
        await pilot.press("w")
        await settled(pilot, "Web sources are a company's; this person has no company.")
        await pilot.press("j", "o")
        await settled(pilot, "Luc Gagnon has no company.")


async def test_the_footer_tells_where_a_value_is_from_apart_from_following(session: Session) -> None:
    app = card_app(session, MARIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, "phone")
        await wait_for(pilot, lambda: "i where from" in lines(app)[-1])
        await open_field(pilot, "mobile")
        await pilot.press(*"4385550001", "enter")
        await wait_for(pilot, lambda: "i follow" in lines(app)[-1])
