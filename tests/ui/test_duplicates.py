"""The page of duplicates, and what a card says of them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest

from contacts_tui.domain.likeness import scan
from contacts_tui.domain.text import cell_width
from contacts_tui.services import likeness, search_strings
from contacts_tui.services.session import Session
from contacts_tui.ui import duplicate_steps
from contacts_tui.ui.screens.compare import CompareScreen
from contacts_tui.ui.screens.duplicates import Duplicates
from tests.services.reference import LAURIER, new_company, new_person, numbers, setup_line
from tests.ui.books import app_showing, card_app, open_field, retype, session, settled
from tests.ui.pages import Page
from tests.ui.support import lines, shown, spots, wait_for

__all__ = ["session"]

_TWICE: dict[str, Any] = {"name": "Boulangerie Laurier", "city": "Montréal", "phone": "514-555-0100"}


def enter_possible(session: Session) -> None:
    """Two people who are only possibly the same."""
    for name in ("Henning Troelsen", "Henning Serritslev"):
        new_person(session, name=name, address="12 Lindevej", post_code="2950", city="Vedbaek")


async def test_the_pairs_with_their_reasons(session: Session) -> None:
    new_company(session, **_TWICE)
    app = app_showing(session, Duplicates)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Duplicates  1 pair in 5 contacts")
        await settled(pilot, "> Boulangerie Laurier inc.,…  Boulangerie Laurier, Mont…  almost certainly")
        assert lines(app)[3] == "  same rare name, same phone number, same town"
        assert spots(app) == ["Boulangerie Laurier inc.,…"]
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(app.screen, CompareScreen))


async def test_not_the_same_is_remembered_and_undone(session: Session) -> None:
    new_company(session, **_TWICE)
    app = app_showing(session, Duplicates)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "same rare name")
        await pilot.press("n")
        await settled(pilot, "Boulangerie Laurier inc. and Boulangerie Laurier are not the same.")
        await settled(pilot, "No two contacts look like the same one.")
        await pilot.press("r")
        await settled(pilot, "Duplicates  0 pairs in 5 contacts")
        await pilot.press("u")
        await pilot.press("r")
        await settled(pilot, "same rare name")


async def test_possible_ones_are_shown_on_request(session: Session) -> None:
    enter_possible(session)
    app = app_showing(session, Duplicates)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "0 pairs in 6 contacts, 1 possible one hidden")
        await pilot.press("p")
        await settled(pilot, "Henning Troelsen, Vedbaek")
        assert "1 pair in 6 contacts" in shown(app)
        assert "possibly" in shown(app)
        await pilot.press("p")
        await settled(pilot, "No two contacts look like the same one.")


async def test_from_the_list_through_a_merge_and_back_and_undone_there(session: Session) -> None:
    twin = new_company(session, **_TWICE).no
    app = app_showing(session, Duplicates)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "same rare name")
        await pilot.press("enter")
        await settled(pilot, "Compare")
        await pilot.press("m")
        await settled(pilot, "Merge Boulangerie Laurier into Boulangerie Laurier inc.?")
        await pilot.press("m")
        await settled(pilot, "is merged")
        assert twin not in numbers(session)
        await pilot.press("escape")
        await settled(pilot, "Duplicates  0 pairs in 5 contacts")
        await settled(pilot, "No two contacts look like the same one.")
        await pilot.press("u")
        await settled(pilot, "Duplicates  1 pair in 5 contacts")
        await settled(pilot, "same rare name")
        assert twin in numbers(session)


async def test_esc_stops_the_search_and_what_was_found_by_then_stays(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_company(session, **_TWICE)
    is_stopped = threading.Event()

    def halting(*what: Any, **how: Any) -> Iterator[scan.Progress]:
        """The search, which waits after the first pair until it is stopped."""
        for step in scan.scan(*what, **how):
            yield step
            if step.found:
                is_stopped.wait()

    monkeypatch.setattr(likeness, "scan_rows", halting)
    app = app_showing(session, Duplicates)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Comparing  5 of 5")
        await pilot.press("escape")
        is_stopped.set()
        await settled(pilot, "Stopped: not all contacts were compared.")
        assert "Duplicates  1 pair in 5 contacts" in shown(app)
        assert "same rare name" in shown(app)


async def test_on_a_phone_each_name_has_its_line(session: Session) -> None:
    new_company(session, **_TWICE)
    app = app_showing(session, Duplicates)
    async with app.run_test(size=(40, 20)) as pilot:
        await settled(pilot, "  Boulangerie Laurier, Montréal")
        assert all(cell_width(line) <= 40 for line in lines(app))


async def test_the_card_says_it_quietly_and_lists_them(session: Session) -> None:
    new_company(session, **_TWICE)
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "! Perhaps twice: Boulangerie Laurier, Montréal  same rare name")
        assert lines(app)[-2].endswith("D compare")
        await pilot.press("D")
        await settled(pilot, "Perhaps the same as Boulangerie Laurier inc.")
        await settled(pilot, "same rare name, same phone number")
        await pilot.press("1")
        await wait_for(pilot, lambda: isinstance(app.screen, CompareScreen))


async def test_a_change_that_makes_it_like_another_says_so_with_what_changed(session: Session) -> None:
    number = new_company(session, name="Four à pain", city="Montréal", phone="514-555-0100").no
    app = card_app(session, number)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "name")
        await retype(pilot, "Boulangerie Laurier")
        await settled(pilot, "Name changed. Perhaps twice: Boulangerie Laurier inc., Montréal. D")
        assert any(line.endswith("u undo") for line in lines(app)[:-1])
        await pilot.press("D")
        await settled(pilot, "Perhaps the same as Boulangerie Laurier")


async def test_a_card_that_is_like_no_other_says_nothing(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "1200 avenue Laurier Est")
        await pilot.press("D")
        await settled(pilot, "No contact looks like Boulangerie Laurier inc.")
        assert "Perhaps twice" not in shown(app)


async def test_search_strings_are_made_anew_and_it_says_what_came_of_it(session: Session) -> None:
    new_company(session, **_TWICE)
    for end in ("first", "last"):
        setup_line(session, "duplicate_search_strings", field="phone", end=end, length="5")
    assert search_strings.pairs(session) == ()
    app = app_showing(session, Page)
    async with app.run_test(size=(80, 24)) as pilot:
        await duplicate_steps.generate(app)
        await settled(pilot, "Search strings of 3 companies; 1 pair shares enough.")
    assert len(search_strings.pairs(session)) == 1
