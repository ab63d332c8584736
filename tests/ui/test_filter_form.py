"""The filter: the search line as a form, and back."""

from __future__ import annotations

from typing import Any

from textual.pilot import Pilot

from contacts_tui.services.session import Session
from contacts_tui.ui.program import Program, context_of
from contacts_tui.ui.screens.filter_form import FilterForm
from contacts_tui.ui.widgets.find_list import FindList
from tests.services.reference import CANNON, LUC, give
from tests.ui.books import line_with, session, settled
from tests.ui.support import lines, shown, spots, wait_for

__all__ = ["session"]


async def open_filter(pilot: Pilot[Any], typed: str = "") -> None:
    app = pilot.app
    await settled(pilot, "Contacts 4, A to Z")
    app.screen.query_one(FindList).set_typed(typed)
    await pilot.press("escape", "f")
    await wait_for(pilot, lambda: isinstance(app.screen, FilterForm) and app.screen.body.opened == "words")


async def field(pilot: Pilot[Any], key: str) -> None:
    page: Any = pilot.app.screen
    await page.go_to(key)
    await wait_for(pilot, lambda: page.body.opened == key)


async def test_what_the_line_says_is_taken_apart_and_shown_in_words(session: Session) -> None:
    app = Program(context_of(session))
    async with app.run_test(size=(80, 24)) as pilot:
        await open_filter(pilot, "cannon terr:on lang:enc -rel:cust type:company no:fax")
        await settled(pilot, "Filter  1 contact")
        assert line_with(app, "Words").endswith("cannon -rel:cust")
        assert line_with(app, "Territory").endswith("Ontario")
        assert line_with(app, "Language").endswith("English (Canada)")
        assert line_with(app, "Type").endswith("–   companies   people")
        assert line_with(app, "Has no").endswith("Fax")
        await pilot.press("pagedown", "enter")
        await settled(pilot, "/ cannon -rel:cust terr:ON lang:ENC no:fax type:company")


async def test_fields_are_chosen_while_the_count_follows(session: Session) -> None:
    give(session, LUC, "mailing_groups", "GIFT")
    app = Program(context_of(session))
    async with app.run_test(size=(80, 24)) as pilot:
        await open_filter(pilot)
        await settled(pilot, "Filter  4 contacts")
        await field(pilot, "grp")
        await pilot.press(*"gift", "enter")
        await settled(pilot, "Filter  1 contact")
        assert "Show these contacts  grp:GIFT" in shown(app)
        await field(pilot, "has")
        await pilot.press("space")
        await settled(pilot, "[ ] Job title")
        await pilot.press(*"job", "enter")
        await settled(pilot, "Show these contacts  grp:GIFT has:job")
        await pilot.press("pagedown", "enter")
        await settled(pilot, "/ grp:GIFT has:job")
        assert [row.no for row in app.screen.query_one(FindList).hits.page(0, 9)] == [LUC]
        await pilot.press("F")
        await settled(pilot, "Contacts 4, A to Z")
        assert "F clear" not in lines(app)[-1]


async def test_the_count_follows_what_is_typed_and_esc_leaves_the_list_as_it_was(session: Session) -> None:
    app = Program(context_of(session))
    async with app.run_test(size=(80, 24)) as pilot:
        await open_filter(pilot)
        await field(pilot, "city")
        await pilot.press(*"toron")
        await settled(pilot, "Filter  1 contact")
        assert "Show these contacts  city:toron" in shown(app)
        await pilot.press("escape")
        await settled(pilot, "Contacts 4, A to Z")


async def test_a_type_that_the_list_shows_is_one_of_the_fields(session: Session) -> None:
    app = Program(context_of(session))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Contacts 4, A to Z")
        await pilot.press("escape", "t")
        await settled(pilot, "Companies 2, A to Z")
        await pilot.press("f")
        await settled(pilot, "Show these contacts  type:company")
        await field(pilot, "words")
        await pilot.press(*"cannon", "up", "up")
        await wait_for(pilot, lambda: spots(app) == ["companies"])
        await pilot.press("left")
        await settled(pilot, "Show these contacts  cannon")
        await pilot.press("left")
        await settled(pilot, "Show these contacts  cannon type:person")
        await pilot.press("left", "enter")
        await wait_for(pilot, lambda: spots(app) == ["Show these contacts"])
        await pilot.press("enter")
        await settled(pilot, "/ cannon type:company")
        assert [row.no for row in app.screen.query_one(FindList).hits.page(0, 9)] == [CANNON]


async def test_what_finds_nothing_is_said(session: Session) -> None:
    app = Program(context_of(session))
    async with app.run_test(size=(80, 24)) as pilot:
        await open_filter(pilot, "rep:me")
        await settled(pilot, "Filter  0 contacts")
        assert line_with(app, "Rep").endswith("my contacts")
        assert "No salesperson is yours: see the user set-up." in shown(app)
