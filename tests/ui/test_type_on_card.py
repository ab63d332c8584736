"""The type of a contact is a field of its card; what a change of it does is said first, and asked once."""

from __future__ import annotations

import time
from dataclasses import replace

from contacts_tui.domain.message import Message
from contacts_tui.services.session import Session
from contacts_tui.ui.screens.company_card import CompanyCard
from contacts_tui.ui.screens.person_card import PersonCard
from tests.services.reference import CANNON, LAURIER, MARIE, contact
from tests.ui.books import card_app, line_with, open_field, session, settled
from tests.ui.support import DEADLINE, lines, wait_for

__all__ = ["session"]


async def test_a_company_becomes_a_person_and_comes_back(session: Session) -> None:
    app = card_app(session, CANNON)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "type")
        await pilot.press(*"pers", "enter")
        await settled(pilot, "Make Cannon Group Ltd. a person?")
        assert line_with(app, " · Group").startswith("  Name  Cannon · Group · Ltd.")
        await pilot.press("m")
        await wait_for(pilot, lambda: isinstance(app.screen, PersonCard))
        await settled(pilot, "Type changed.")
        assert not contact(session, CANNON).is_company
        assert "First name" in line_with(app, "First name")
        take_back = app.context.undo
        assert take_back is not None

        def slowly() -> Message:
            said = take_back()
            # The page takes over before the one that undoes is back: what it says then goes to the new one.
            app.call_from_thread(app.announce_change)
            end = time.monotonic() + DEADLINE
            while isinstance(app.screen, PersonCard) and time.monotonic() < end:
                time.sleep(0)
            return said

        app.context = replace(app.context, undo=slowly)
        await pilot.press("u")
        await wait_for(pilot, lambda: isinstance(app.screen, CompanyCard))
        await settled(pilot, "Undone: ")
        assert contact(session, CANNON).is_company


async def test_a_person_is_told_what_goes(session: Session) -> None:
    app = card_app(session, MARIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "type")
        await pilot.press(*"comp", "enter")
        await settled(pilot, "Make Marie Tremblay a company?")
        assert line_with(app, "Goes").startswith("  Goes   First name, Surname")
        assert line_with(app, "Leaves").startswith("  Leaves Boulangerie Laurier inc.")
        await pilot.press("escape")
        await settled(pilot, "Company")
        assert not contact(session, MARIE).is_company


async def test_what_stands_in_the_way_is_said_and_the_field_stays_open(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "type")
        await pilot.press(*"pers", "enter")
        await settled(pilot, "! Boulangerie Laurier inc. stays a company: 1 person belongs to it.")
        assert lines(app)[-1].startswith("  Enter save")
