"""Find as a list: orders, letters to go to, columns, marks, views."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from contacts_tui.domain.listing import Order
from contacts_tui.services import preferences, views
from contacts_tui.services.session import Session
from contacts_tui.ui.program import Program, context_of
from contacts_tui.ui.widgets.find_list import FindList
from tests.services.reference import CANNON, LAURIER, LUC, MARIE
from tests.ui.books import session
from tests.ui.support import lines, marked, shown, spots, wait_for

__all__ = ["session"]

STRINGS = Path(__file__).parents[3] / "shared" / "data" / "strings" / "blns.json"


@pytest.fixture
def app(session: Session) -> Program:
    return Program(context_of(session))


def the_list(app: Program) -> FindList:
    return app.screen.query_one(FindList)


def current(app: Program) -> str:
    row = the_list(app).current
    return row.no if row else ""


def numbers(app: Program) -> list[str]:
    found = the_list(app)
    return [row.no for row in found.hits.page(0, found.total)]


async def test_a_list_is_sorted_and_turned_round(app: Program) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "Contacts 4, A to Z" in shown(app))
        by_name = numbers(app)
        await pilot.press("escape", "s")
        await wait_for(pilot, lambda: spots(app) == ["Z to A"])
        await pilot.press("enter")
        await wait_for(pilot, lambda: "Contacts 4, Z to A" in shown(app))
        assert numbers(app) == by_name[::-1]
        await pilot.press("s", "n")
        await wait_for(pilot, lambda: "by number" in shown(app))
        assert numbers(app) == [LAURIER, MARIE, LUC, CANNON]
        await pilot.press("slash", "l", "a", "u")
        await wait_for(pilot, lambda: "2 of 4, by number" in shown(app))
        assert numbers(app) == [LAURIER, MARIE]
        await pilot.press("escape", "s", "b")
        await wait_for(pilot, lambda: "2 of 4, best match first" in shown(app))


async def test_in_company_order_people_stand_under_their_company(app: Program) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: the_list(app).total == 4)
        await pilot.press("escape", "s", "c")
        await wait_for(pilot, lambda: "by company" in shown(app))
        assert [line[:8].rstrip() for line in lines(app)[2:6]] == ["> Boulan", "    Mari", "  Cannon", "  Luc Ga"]


async def test_letters_lead_to_the_first_that_begins_so(app: Program) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: the_list(app).total == 4)
        await pilot.press("escape", "a")
        await wait_for(pilot, lambda: "first letters" in lines(app)[0])
        assert "Esc commands" in lines(app)[-1]
        await pilot.press("m")
        await wait_for(pilot, lambda: current(app) == MARIE)
        await pilot.press("backspace", "l")
        await wait_for(pilot, lambda: current(app) == LUC)
        await pilot.press("up")
        await wait_for(pilot, lambda: current(app) == CANNON)
        await pilot.press("escape")
        await wait_for(pilot, lambda: spots(app) == ["Cannon Group Ltd."])
        assert lines(app)[0].startswith("/")


async def test_going_to_a_letter_sorts_a_list_that_has_no_letters(app: Program) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "a", "u")
        await wait_for(pilot, lambda: "best match first" in shown(app))
        await pilot.press("escape", "a", "m")
        await wait_for(pilot, lambda: the_list(app).hits.order is Order.NAME and the_list(app).cursor == 1)
        assert "2 of 4, A to Z" in shown(app)


async def test_marks_stay_and_are_counted(app: Program) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: the_list(app).total == 4)
        await pilot.press("escape", "space")
        await wait_for(pilot, lambda: "1 marked" in lines(app)[1])
        assert marked(app, "+") == [lines(app)[2]]
        await pilot.press("G", "V")
        await wait_for(pilot, lambda: "4 marked" in lines(app)[1])
        await pilot.press("asterisk")
        await wait_for(pilot, lambda: "marked" not in shown(app))
        await pilot.press("asterisk")
        await wait_for(pilot, lambda: len(the_list(app).marks) == 4)
        await pilot.press("home", "space")
        await wait_for(pilot, lambda: "3 marked" in lines(app)[1])
        await pilot.press("slash", "c", "a", "n", "n", "o", "n")
        await wait_for(pilot, lambda: "1 of 4, best match first · 3 marked" in lines(app)[1])
        assert LAURIER not in numbers(app)
        assert len(the_list(app).marks.ids) == 3


async def test_on_a_phone_the_marks_are_counted_too(app: Program) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("l", "a", "u")
        await wait_for(pilot, lambda: the_list(app).total == 2)
        await pilot.press("escape", "space")
        await wait_for(pilot, lambda: "1 marked" in lines(app)[1])


async def test_columns_are_chosen_and_kept(app: Program, session: Session) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: the_list(app).total == 4)
        await pilot.press("escape", "C")
        await wait_for(pilot, lambda: "[x] Town" in shown(app))
        await pilot.press("G", "k", "k", "k", "space")
        await wait_for(pilot, lambda: "[x] Number" in shown(app))
        await pilot.press("left", "left", "escape")
        await wait_for(pilot, lambda: "The columns are changed." in shown(app))
        assert [str(column) for column in preferences.columns(session)] == ["about", "number", "town", "phone"]
        assert LAURIER in lines(app)[2]
        await pilot.press("u")
        await wait_for(pilot, lambda: LAURIER not in lines(app)[2])
        await pilot.press("C", "space", "space", "escape")
        await wait_for(pilot, lambda: "Columns" not in shown(app))
        assert len(preferences.columns(session)) == 3


async def test_what_a_company_has_is_read_where_there_is_room_to_say_it(app: Program) -> None:
    async with app.run_test(size=(40, 24)) as pilot:
        await wait_for(pilot, lambda: the_list(app).total == 4)
        await pilot.press(*"laurier")
        await wait_for(pilot, lambda: current(app) == LAURIER)
        row = the_list(app).current
        assert row is not None
        assert (row.people, row.relations) == (0, ())
        await pilot.press("down")
        await pilot.resize_terminal(80, 24)
        await wait_for(pilot, lambda: "1 person" in shown(app))
        assert current(app) == MARIE


@pytest.mark.parametrize("size", [(120, 40), (40, 12)])
async def test_no_columns_are_offered_where_the_list_has_no_room_for_them(app: Program, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await wait_for(pilot, lambda: the_list(app).total == 4)
        await pilot.press("escape", "C", "s")
        await wait_for(pilot, lambda: "by company" in shown(app))
        await pilot.press("escape")
        await wait_for(pilot, lambda: "by company" not in shown(app))
        assert not app.screen.does("columns")  # type: ignore[attr-defined]


async def test_the_last_column_stays(app: Program) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: the_list(app).total == 4)
        await pilot.press("escape", "C", "space", "space")
        await wait_for(pilot, lambda: "[x] Town" in shown(app))
        for _ in range(3):
            await pilot.press("home", "space")
        await wait_for(pilot, lambda: "One column stays." in shown(app))


async def test_what_is_listed_is_kept_as_a_view_and_shown_again(app: Program, session: Session) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"laurier")
        await wait_for(pilot, lambda: "2 of 4" in shown(app))
        await pilot.press("escape", "t", "t")
        await wait_for(pilot, lambda: "People 1 of 4" in shown(app))
        await pilot.press("v")
        await wait_for(pilot, lambda: "All contacts" in shown(app))
        await pilot.press("n")
        await wait_for(pilot, lambda: "New view" in shown(app) and "laurier type:person" in shown(app))
        await pilot.press(*"Bakers", "enter", "enter", "enter", "enter", "enter")
        await wait_for(pilot, lambda: "The view Bakers is kept." in shown(app))
        await wait_for(pilot, lambda: "Bakers 1 of 4" in lines(app)[1])
        assert [view.query for view in views.views(session)] == ["laurier type:person"]
        assert lines(app)[0] == "/", "what was typed is in the view now"
        await pilot.press("slash", *"marie")
        await wait_for(pilot, lambda: "Bakers 1 of 4, best match first" in lines(app)[1])
        assert numbers(app) == [MARIE]
        await pilot.press("escape", "v", "home", "enter")
        await wait_for(pilot, lambda: "Contacts 4, A to Z" in lines(app)[1])
        await pilot.press("v", "end", "enter")
        await wait_for(pilot, lambda: "Bakers 1 of 4" in lines(app)[1])
        await pilot.press("escape")
        await wait_for(pilot, lambda: "Contacts 4, A to Z" in lines(app)[1])


async def test_a_mark_goes_with_its_contact(app: Program) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: the_list(app).total == 4)
        await pilot.press("escape", "G", "space", "k", "space")
        await wait_for(pilot, lambda: "2 marked" in lines(app)[1])
        await pilot.press("G", "d")
        await wait_for(pilot, lambda: "Contacts 3, A to Z · 1 marked" in lines(app)[1])


async def test_a_view_is_changed_and_deleted(app: Program, session: Session) -> None:
    views.keep(session, views.View(name="Quebec", query="city:québec", is_own=False))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: the_list(app).total == 4)
        await pilot.press("escape", "v")
        await wait_for(pilot, lambda: "everybody's" in shown(app))
        assert "edit" not in lines(app)[-1], "all contacts are no view that could be changed"
        await pilot.press("j", "e")
        await wait_for(pilot, lambda: "View Quebec" in shown(app))
        await pilot.press("escape")
        await wait_for(pilot, lambda: "everybody's" in shown(app))
        await pilot.press("d")
        await wait_for(pilot, lambda: "The view Quebec is deleted." in shown(app) and "everybody's" not in shown(app))
        assert views.views(session) == ()


async def test_the_palette_leads_to_views(app: Program, session: Session) -> None:
    views.keep(session, views.View(name="Bakers", query="boulangerie"))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: the_list(app).total == 4)
        await pilot.press("escape", "enter")
        await wait_for(pilot, lambda: LAURIER in shown(app))
        await pilot.press("colon", *"baker")
        await wait_for(pilot, lambda: any("Bakers" in line and "View" in line for line in lines(app)))
        await pilot.press("enter")
        await wait_for(pilot, lambda: "Bakers 2 of 4" in lines(app)[1])


@pytest.mark.skipif(not STRINGS.exists(), reason="needs ../shared/data/strings")
async def test_whatever_is_typed_in_the_line_is_shown(app: Program) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: the_list(app).total == 4)
        for typed in json.loads(STRINGS.read_text(encoding="utf-8")):
            the_list(app).set_typed(typed)
            await pilot.pause()
        the_list(app).set_typed("laurier")
        await wait_for(pilot, lambda: "2 of 4" in lines(app)[1])
