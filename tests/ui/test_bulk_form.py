"""The form that changes many contacts at once: what it offers, what it says it would do, what it did."""

from __future__ import annotations

import asyncio
import threading

from contacts_tui.services import cards, setup_lists
from contacts_tui.services.session import Session
from contacts_tui.services.unit import ROWS_AT_ONCE
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.bulk_steps import BulkStep
from contacts_tui.ui.screens.bulk_form import BulkForm
from tests.services.reference import CANNON, LAURIER, LUC, MARIE, contact, give, new_company, values
from tests.ui.books import app_showing, session, settled
from tests.ui.pages import Page
from tests.ui.support import lines, shown, spots, wait_for

__all__ = ["session"]

EVERYONE = (LAURIER, CANNON, MARIE, LUC)


def bulk_app(session: Session, *numbers: str) -> tuple[ContactsApp, list[BulkStep]]:
    """An app on a page with the form over it, and what was told to be done again."""
    told: list[BulkStep] = []
    ids = [contact(session, number).id for number in numbers]
    app = app_showing(session, Page)
    app.call_later(lambda: app.push_screen(BulkForm(ids, told.append)))
    return app, told


def codes(session: Session, number: str, name: str) -> list[str]:
    return [given.code for given in cards.card_by_number(session, number).codes[name]]


async def test_a_field_of_all_of_them(session: Session) -> None:
    app, told = bulk_app(session, *EVERYONE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Edit 4 marked contacts  2 companies, 2 people")
        await settled(pilot, "Take away: Mailing groups")
        await pilot.press(*"sales", "enter")
        await settled(pilot, "letter or space: the list")
        await pilot.press(*"nadia", "enter")
        await settled(pilot, "> Salesperson: set “Nadia Benali” for 4 contacts")
        assert spots(app) == ["Salesperson: set “Nadia Benali” for 4 contacts"]
        assert lines(app)[-1].startswith("  Enter do it")
        assert lines(app)[-1].endswith("Esc leave")
        await pilot.press("enter")
        await settled(pilot, "4 contacts changed.")
        assert lines(app)[-2].endswith("u undo")
        assert {values(session, number)["salesperson"] for number in EVERYONE} == {"NB"}
        assert [str(step.what) for step in told] == ["Salesperson: Nadia Benali"]
        await pilot.press("u")
        await settled(pilot, "Undone: Rep, 4 contacts")
        assert values(session, LAURIER)["salesperson"] == "PS"


async def test_it_says_whom_it_makes_no_difference_to_and_who_cannot_have_it(session: Session) -> None:
    give(session, LAURIER, "industry_groups", "RETAIL")
    app, _told = bulk_app(session, *EVERYONE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Take away: Mailing groups")
        await pilot.press(*"industry", "enter")
        await settled(pilot, "letter or space: the list")
        await pilot.press(*"retail", "enter")
        await settled(pilot, "> Add “Retail” to 1 contact  1 has it already, 2 people cannot have it")
        await pilot.press("enter")
        await settled(pilot, "1 contact changed, 1 was so already, 2 left out. Industry groups:  ")
        assert "only companies have it." in shown(app)


async def test_what_none_of_them_has_is_not_offered(session: Session) -> None:
    app, _told = bulk_app(session, MARIE, LUC)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Edit 2 marked contacts  2 people")
        await pilot.press(*"indus")
        await settled(pilot, "Nothing has all of these words.")


async def test_a_code_is_taken_away_and_none_is_made_for_it(session: Session) -> None:
    give(session, LUC, "mailing_groups", "GIFT")
    app, _told = bulk_app(session, MARIE, LUC)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Take away: Mailing groups")
        await pilot.press(*"take mail", "enter")
        await settled(pilot, "letter or space: the list")
        await pilot.press(*"gifz")
        await settled(pilot, "Nothing has all of these words.")
        assert "make this a new" not in shown(app)
        await pilot.press("backspace", "t", "enter")
        await settled(pilot, "> Take “Gifts” away from 1 contact  1 does not have it")
        await pilot.press("enter")
        await settled(pilot, "1 contact changed, 1 was so already.")
        assert codes(session, LUC, "mailing_groups") == []


async def test_a_new_code_is_made_in_the_same_step(session: Session) -> None:
    app, _told = bulk_app(session, MARIE, LUC)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Take away: Mailing groups")
        await pilot.press(*"add: mail", "enter")
        await settled(pilot, "letter or space: the list")
        await pilot.press(*"fair", "down", "enter")
        await settled(pilot, "> Add “fair” to 2 contacts")
        await pilot.press("enter")
        await settled(pilot, "2 contacts changed. New mailing group: FAIR.")
        assert codes(session, LUC, "mailing_groups") == ["FAIR"]
        await pilot.press("u")
        await settled(pilot, "Undone:")
        assert "FAIR" not in [line.name for line in setup_lists.lines(session, "mailing_groups")]


async def test_a_switch_and_a_text_that_is_emptied(session: Session) -> None:
    app, _told = bulk_app(session, MARIE, LUC)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Take away: Mailing groups")
        await pilot.press(*"exclude", "enter")
        await settled(pilot, "No mailing")
        await settled(pilot, "–   yes   no")
        assert "←→ choose" in lines(app)[-1]
        await pilot.press("right")
        await wait_for(pilot, lambda: spots(app) == ["yes"])
        await pilot.press("enter")
        await settled(pilot, "> Exclude from segment: set “yes” for 2 contacts")
        await pilot.press("up", "up")
        await pilot.press(*"job title", "enter")
        await wait_for(pilot, lambda: "> Job title" in shown(app))
        await pilot.press("enter")
        await settled(pilot, "> Empty Job title of 1 contact  1 has it already")
        await pilot.press("enter")
        await settled(pilot, "1 contact changed, 1 was so already.")
        assert values(session, LUC)["job_title"] == ""


async def test_nothing_is_done_before_it_is_said_what(session: Session) -> None:
    app, _told = bulk_app(session, MARIE, LUC)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Take away: Mailing groups")
        await pilot.press("tab", "enter")
        await settled(pilot, "! Choose what is to be changed, and what it is to be.")


async def test_what_takes_long_says_how_far_it_is_and_can_be_stopped(session: Session) -> None:
    made = [new_company(session, name=f"Company {n}").no for n in range(ROWS_AT_ONCE + 5)]
    app, _told = bulk_app(session, *made)
    free = threading.Event()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Take away: Mailing groups")
        await pilot.press(*"sales", "enter")
        await settled(pilot, "letter or space: the list")
        await pilot.press(*"nadia", "enter")
        await settled(pilot, "for 205 contacts")
        before_it = asyncio.create_task(app.write(free.wait))
        await pilot.press("enter")
        await settled(pilot, "Changing  0 of 205")
        assert lines(app)[-2].endswith("Esc stop")
        await pilot.press("escape")
        free.set()
        await before_it
        await settled(pilot, "Stopped: No contact changed.")
        assert values(session, made[0])["salesperson"] == "LM"
