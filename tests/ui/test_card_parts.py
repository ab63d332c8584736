"""Notes, other addresses and steps of the history, on the card and in their forms."""

from __future__ import annotations

from datetime import date

from contacts_tui.services import address_ranges, addresses, cards, notes, setup_lists
from contacts_tui.services.session import Session
from contacts_tui.ui.screens.history_step import HistoryStep
from contacts_tui.ui.screens.note_form import NoteForm
from tests.services.reference import LAURIER, MARIE, change, contact
from tests.ui.books import card_app, card_of, go, retype, session, settled, to_the_end
from tests.ui.support import lines, shown, spots, wait_for

__all__ = ["session"]


async def test_a_note_is_written_changed_and_deleted(session: Session) -> None:
    app = card_app(session, MARIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Marie Tremblay")
        await pilot.press("4")
        await settled(pilot, "No notes.")
        assert spots(app) == ["new note"]
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(app.screen, NoteForm))
        assert lines(app)[0].startswith("  New note on Marie Tremblay")
        await pilot.press(*"Board", "space", *"meets", "enter", *"in", "space", *"May")
        assert lines(app)[-1].startswith("  Enter new line   ↑↓ move   Esc leave, the draft is kept")
        await pilot.press("down", "down", "down")
        await wait_for(pilot, lambda: spots(app) == ["Save this note"])
        await pilot.press("enter")
        await settled(pilot, "The note is saved.")
        found = notes.notes(session, contact(session, MARIE).id)
        assert [note.text for note in found] == ["Board meets\nin May"]
        assert found[0].date == date(2018, 3, 1)
        await settled(pilot, "> 2018-03-01  Board meets")
        await pilot.press("e")
        await wait_for(pilot, lambda: isinstance(app.screen, NoteForm))
        await pilot.press(*"2019", "tab", "tab", "tab", "enter")
        await settled(pilot, "in May2019")
        await pilot.press("d")
        await settled(pilot, "The note is deleted.")
        assert notes.notes(session, contact(session, MARIE).id) == ()
        await pilot.press("u")
        await settled(pilot, "in May2019")


async def test_a_note_left_is_taken_up_again(session: Session) -> None:
    app = card_app(session, MARIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Marie Tremblay")
        await pilot.press("4", "n")
        await wait_for(pilot, lambda: isinstance(app.screen, NoteForm))
        await pilot.press(*"half", "escape")
        await settled(pilot, "The draft is kept.")
        await pilot.press("n")
        await settled(pilot, "> half")


async def test_an_address_and_its_days(session: Session) -> None:
    app = card_app(session, MARIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Marie Tremblay")
        await pilot.press("3")
        await settled(pilot, "No other address.")
        await pilot.press("n")
        await settled(pilot, "New address of Marie Tremblay")
        await wait_for(pilot, lambda: bool(spots(app)))
        await retype(pilot, "cottage")
        await to_the_end(pilot)
        await pilot.press("enter")
        await settled(pilot, "The address is saved.")
        assert [one.record.code for one in addresses.addresses(session, contact(session, MARIE).id)] == ["COTTAGE"]
        await wait_for(pilot, lambda: spots(app) == ["COTTAGE"])
        await pilot.press("n")
        await settled(pilot, "days on which COTTAGE is in force")
        await pilot.press("d")
        await settled(pilot, "Days of COTTAGE, Marie Tremblay")
        await wait_for(pilot, lambda: bool(spots(app)))
        await retype(pilot, "2018-02-01")
        await to_the_end(pilot)
        await pilot.press("enter")
        await settled(pilot, "in force today")
        assert "2018-02-01 – …" in shown(app)


async def test_a_known_town_fills_the_post_code_of_an_address(session: Session) -> None:
    setup_lists.add(session, "post_codes", {"code": "J1X 1A1", "city": "Magog", "county": "QC", "country": "CA"})
    address = addresses.add(session, contact(session, MARIE).id, {"code": "COTTAGE", "address": "12 chemin du Lac"})
    app = card_app(session, MARIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Marie Tremblay")
        await pilot.press("3")
        await go(pilot, f"address:{address.id}")
        await pilot.press("enter")
        await settled(pilot, "Address COTTAGE of Marie Tremblay")
        await wait_for(pilot, lambda: bool(spots(app)))
        await pilot.press("down", "down", "down")
        await retype(pilot, "magog")
        await settled(pilot, "J1X 1A1")
        await to_the_end(pilot)
        await pilot.press("enter")
        await settled(pilot, "The address is changed.")
        found = addresses.addresses(session, contact(session, MARIE).id)[0].values
        assert (found["post_code"], found["city"], found["county"]) == ("J1X 1A1", "Magog", "QC")


async def test_days_that_end_before_they_start_stay_in_the_form(session: Session) -> None:
    marie = contact(session, MARIE)
    addresses.add(session, marie.id, {"code": "COTTAGE"})
    span = address_ranges.add(session, marie.id, {"code": "COTTAGE", "starting_date": "2018-06-01"})
    app = card_app(session, MARIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Marie Tremblay")
        await pilot.press("3")
        await go(pilot, f"range:{span.id}")
        await pilot.press("enter")
        await settled(pilot, "Save these days")
        await pilot.press("down")
        await retype(pilot, "2018-05-01")
        await pilot.press("enter")
        await wait_for(pilot, lambda: any(line.startswith("! ") for line in lines(app)))
        assert "Days of COTTAGE" in lines(app)[0]
        assert cards.card(session, marie.id).addresses[0][1][0].ending_date is None


async def test_an_address_goes_with_its_days(session: Session) -> None:
    marie = contact(session, MARIE)
    address = addresses.add(session, marie.id, {"code": "COTTAGE"})
    address_ranges.add(session, marie.id, {"code": "COTTAGE", "starting_date": "2018-06-01"})
    app = card_app(session, MARIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Marie Tremblay")
        await pilot.press("3")
        await go(pilot, f"address:{address.id}")
        await pilot.press("d")
        await settled(pilot, "Address COTTAGE is deleted.")
        assert addresses.addresses(session, marie.id) == ()


async def test_the_history_of_a_contact_shows_old_and_new(session: Session) -> None:
    change(session, LAURIER, phone="514-555-0199")
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Boulangerie")
        await pilot.press("6")
        await settled(pilot, "514-555-0100 → 514-555-0199")
        assert spots(app) == ["Phone"]
        assert lines(app)[-1].startswith("  Enter all of it")
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(app.screen, HistoryStep))


async def test_sections_go_round_and_keep_their_place(session: Session) -> None:
    app = card_app(session, MARIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Marie Tremblay")
        await go(pilot, "phone")
        await pilot.press("tab", "shift+tab")
        await wait_for(pilot, lambda: spots(app) == ["514-555-0100"])
        await pilot.press("shift+tab")
        await settled(pilot, "5 History")
        await wait_for(pilot, lambda: "New person" in shown(app))
        await pilot.press("9")
        assert card_of(app).sections[-1].value == "history"
