"""Find and many contacts at once: the marked ones are changed, and others after them in the same way."""

from __future__ import annotations

from contacts_tui.services.session import Session
from contacts_tui.ui.program import Program, context_of
from contacts_tui.ui.widgets.find_list import FindList
from tests.services.reference import CANNON, LAURIER, LUC, values
from tests.ui.books import session, settled
from tests.ui.support import lines, marked, shown, wait_for

__all__ = ["session"]


async def test_the_marked_ones_are_changed_and_then_others(session: Session) -> None:
    app = Program(context_of(session))
    async with app.run_test(size=(120, 24)) as pilot:
        await settled(pilot, "Contacts 4, A to Z")
        await pilot.press("escape")
        assert "b edit marked" not in lines(app)[-1]
        await pilot.press("space", "space")
        await settled(pilot, "2 marked")
        assert "b edit marked" in lines(app)[-1]
        await pilot.press("b")
        await settled(pilot, "Edit 2 marked contacts  2 companies")
        await pilot.press(*"salesp", "enter")
        await settled(pilot, "letter or space: the list")
        await pilot.press(*"nadia", "enter")
        await settled(pilot, "set “Nadia Benali” for 2 contacts")
        await pilot.press("enter")
        await settled(pilot, "2 contacts changed, 1 person follows.")
        assert len(app.screen.query_one(FindList).marks) == 2
        assert len(marked(app, "+")) == 2
        assert (values(session, LAURIER)["salesperson"], values(session, CANNON)["salesperson"]) == ("NB", "NB")
        await pilot.press("asterisk")
        await settled(pilot, "4 marked")
        await pilot.press("asterisk")
        await wait_for(pilot, lambda: not len(app.screen.query_one(FindList).marks))
        await pilot.press("full_stop")
        await settled(pilot, "Salesperson: Nadia Benali. 1 contact changed.")
        await pilot.press("u")
        await settled(pilot, "Undone: Rep, Luc Gagnon")
        assert values(session, LUC)["salesperson"] == "LM"


async def test_without_marks_it_says_how_to_mark(session: Session) -> None:
    app = Program(context_of(session))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Contacts 4, A to Z")
        await pilot.press("escape", "b")
        await settled(pilot, "Nothing is marked: space marks a contact, * all of the list.")
        await pilot.press("full_stop")
        await settled(pilot, "There is nothing to repeat: b changes the marked ones.")
        assert "Find" not in shown(app)
