"""From the palette of a card: a file with all about a contact, and erasing it for good."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from contacts_tui.services import notes
from contacts_tui.services.session import Session
from contacts_tui.ui.screens.company_card import CompanyCard
from contacts_tui.ui.screens.history_step import HistoryStep
from contacts_tui.ui.screens.personal_forms import EraseForm, ExportForm
from tests.services.reference import CANNON, MARIE, contact
from tests.ui.books import card_app, retype, session, settled
from tests.ui.support import shown, spots, wait_for

__all__ = ["session"]


async def choose(pilot: Pilot[Any], *words: str) -> None:
    """Do a command of the palette."""
    await settled(pilot, "Marie Tremblay")
    await pilot.press("colon")
    await settled(pilot, "Commands")
    await pilot.press(*"".join(words))
    await settled(pilot, words[0])
    await pilot.press("enter")


async def test_all_about_a_person_goes_into_a_new_file(session: Session, tmp_path: Path) -> None:
    app = card_app(session, MARIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await choose(pilot, "export")
        await wait_for(pilot, lambda: isinstance(app.screen, ExportForm) and app.screen.body.opened == "file")
        path = tmp_path / "marie.json"
        await retype(pilot, str(path))
        await pilot.press("enter")
        await wait_for(pilot, lambda: spots(app) == ["Write the file"])
        await pilot.press("enter")
        await settled(pilot, "Everything on Marie Tremblay is in")
        assert json.loads(path.read_text())["number"] == MARIE


async def test_a_person_is_erased_after_one_question(session: Session) -> None:
    app = card_app(session, MARIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await choose(pilot, "erase")
        await wait_for(pilot, lambda: isinstance(app.screen, EraseForm) and app.screen.body.opened == "request")
        await pilot.press(*"R12", "enter")
        await wait_for(pilot, lambda: spots(app) == ["Erase for good…"])
        await pilot.press("enter")
        await settled(pilot, "it cannot be undone")
        assert "Stays" in shown(app)
        await pilot.press("escape")
        await wait_for(pilot, lambda: isinstance(app.screen, EraseForm))
        assert contact(session, MARIE).name == "Marie Tremblay"
        await pilot.press("enter")
        await settled(pilot, "it cannot be undone")
        await pilot.press("e")
        await settled(pilot, "CT000002 is erased.")
        assert contact(session, MARIE).name == "Erased contact"
        await settled(pilot, "Erased contact")
        await pilot.press("5", "enter")
        await wait_for(pilot, lambda: isinstance(app.screen, HistoryStep))
        await settled(pilot, "Phone               erased")
        assert "undo this" not in shown(app)


async def test_where_others_name_the_person_is_shown_before_and_opened(session: Session) -> None:
    notes.add(session, contact(session, CANNON).id, {"text": "met marie tremblay at the fair"})
    app = card_app(session, MARIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await choose(pilot, "erase")
        await wait_for(pilot, lambda: isinstance(app.screen, EraseForm) and app.screen.body.opened == "request")
        await pilot.press(*"R12", "enter")
        await wait_for(pilot, lambda: spots(app) == ["Erase for good…"])
        await pilot.press("enter")
        await settled(pilot, "! Others name Marie Tremblay")
        assert "CT000004 Cannon Group Ltd.  Notes of 2018-03-01: met marie trem" in shown(app)
        await pilot.press("g")
        await settled(pilot, "it cannot be undone")
        await pilot.press("escape", "enter")
        await settled(pilot, "! Others name Marie Tremblay")
        await pilot.press("1")
        await wait_for(pilot, lambda: isinstance(app.screen, CompanyCard))
        await settled(pilot, "416-555-0200")
        assert contact(session, MARIE).name == "Marie Tremblay"
