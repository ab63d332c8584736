"""What happens around the pages: a book that others write to, keys of one's own, and what the first page loads."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from contacts_tui.services import cards, contacts, drafts, user_setup
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
from contacts_tui.ui.draw.line import text_of, width_of
from contacts_tui.ui.draw.sample_line import sample_line
from contacts_tui.ui.program import Program, context_of
from contacts_tui.ui.widgets.menu import Menu
from tests.services.reference import CANNON, LAURIER, MARIE, Clock, fill
from tests.ui.support import lines, shown, wait_for


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    book = Book.open(tmp_path / "book.db", create=True)
    found = Session(book, "marie", clock=Clock(), state=tmp_path / "state")
    fill(found)
    yield found
    book.close()


async def test_what_others_write_appears_by_itself(session: Session) -> None:
    app = Program(context_of(session))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "Boulangerie Laurier inc." in shown(app))
        other = session._replace(user="jim")
        contacts.edit(other, cards.card_by_number(other, LAURIER).contact, {"name": "Boulangerie Rosemont inc."})
        await wait_for(pilot, lambda: "Boulangerie Rosemont inc." in shown(app))


async def test_a_users_own_keys_act(session: Session) -> None:
    user_setup.set_keys(session, {"find.type": "z"})
    app = Program(context_of(session))
    async with app.run_test(size=(140, 24)) as pilot:
        await wait_for(pilot, lambda: "Boulangerie Laurier inc." in shown(app))
        await pilot.press("escape")
        await wait_for(pilot, lambda: "z type" in lines(app)[-1])
        await pilot.press("z")
        await wait_for(pilot, lambda: "Companies 2" in shown(app))


async def test_a_key_that_cannot_be_had_is_told(session: Session) -> None:
    user_setup.set_keys(session, {"find.type": "Q"})
    app = Program(context_of(session))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "cannot have the key" in shown(app))


async def test_drafts_are_offered_the_newest_first(session: Session) -> None:
    uid = cards.card_by_number(session, LAURIER).contact.uid
    drafts.save(session, f"card-{uid}", {"uid": uid, "field": "phone", "text": "514-555-0177", "seen": "old"})
    later = session._replace(clock=lambda: Clock()().replace(hour=13))
    drafts.save(later, "new", {"kind": "person", "company": uid, "name": "Anne Roy"})
    app = Program(context_of(session))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "Go on with the new person for Boulangerie Laurier inc.?" in shown(app))
        assert "Anne Roy" in shown(app)
        await pilot.press("d")
        await wait_for(pilot, lambda: "Go on with the field “Phone” of Boulangerie Laurier inc.?" in shown(app))
        await pilot.press("g")
        await wait_for(pilot, lambda: "514-555-0177" in shown(app) and "was “old”" in shown(app))
    assert [draft.form for draft in drafts.pending(session)] == [f"card-{uid}"]


async def test_a_draft_about_a_contact_that_is_gone_waits_until_it_is_back(session: Session) -> None:
    uid = cards.card_by_number(session, LAURIER).contact.uid
    drafts.save(session, f"note-{uid}-", {"uid": uid, "note": "", "text": "asked for swivel chairs"})
    later = session._replace(clock=lambda: Clock()().replace(hour=13))
    drafts.save(later, "card-gone", {"uid": "gone", "field": "phone", "text": "1", "seen": ""})
    app = Program(context_of(session))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "Go on with the note on Boulangerie Laurier inc.?" in shown(app))
        assert "asked for swivel chairs" in shown(app)
        await pilot.press("d")
        await wait_for(pilot, lambda: not isinstance(app.screen, Menu))
    assert [draft.form for draft in drafts.pending(session)] == ["card-gone"]


async def test_whoever_has_begun_to_type_is_not_interrupted(session: Session) -> None:
    drafts.save(session, "new", {"kind": "person", "name": "Anne Roy"})
    app = Program(context_of(session))
    app.keys_pressed = 1
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "Something typed earlier is not saved yet." in shown(app))
        await pilot.press("escape", "colon", *"unsaved", "enter")
        await wait_for(pilot, lambda: "Go on with the new person?" in shown(app))
        await pilot.press("n")
        await wait_for(pilot, lambda: not isinstance(app.screen, Menu))
    assert [draft.form for draft in drafts.pending(session)] == ["new"]


async def test_the_draft_of_an_address_is_offered(session: Session) -> None:
    uid = cards.card_by_number(session, LAURIER).contact.uid
    drafts.save(session, f"address-{uid}-", {"uid": uid, "address_id": "", "code": "SUMMER", "city": "Magog"})
    app = Program(context_of(session))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "Go on with the other address of Boulangerie Laurier inc.?" in shown(app))
        await pilot.press("g")
        await wait_for(pilot, lambda: "SUMMER" in shown(app) and "Magog" in shown(app))


async def test_the_draft_of_a_further_company_is_offered(session: Session) -> None:
    uid = cards.card_by_number(session, MARIE).contact.uid
    drafts.save(session, f"also-{uid}-", {"uid": uid, "also_id": "", "company": CANNON, "role": "Adviser"})
    app = Program(context_of(session))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "Go on with the company that Marie Tremblay is also at?" in shown(app))
        await pilot.press("g")
        await wait_for(pilot, lambda: "Cannon Group Ltd." in shown(app) and "Adviser" in shown(app))


async def test_undo_says_what_it_took_back(session: Session) -> None:
    contacts.edit(session, cards.card_by_number(session, LAURIER).contact, {"phone": "514-555-0199"})
    app = Program(context_of(session))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "514-555-0199" in shown(app))
        await pilot.press("escape", "u")
        await wait_for(pilot, lambda: "Undone: Phone, Boulangerie Laurier inc." in shown(app))
        await wait_for(pilot, lambda: "514-555-0100" in shown(app))
        await pilot.press("U")
        await wait_for(pilot, lambda: "Done again: Phone, Boulangerie Laurier inc." in shown(app))
        await wait_for(pilot, lambda: "514-555-0199" in shown(app))


def test_the_first_page_comes_without_peewee() -> None:
    loads = (
        "import sys; from contacts_tui.ui.terminal import environment; environment.prepare();"
        "import contacts_tui.cli.program, contacts_tui.ui.run, contacts_tui.ui.program, contacts_tui.ui.screens.find;"
        "sys.exit('peewee' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", loads], check=False).returncode == 0


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_sample_line_fits(width: int) -> None:
    drawn = sample_line(width)
    assert width_of(drawn) < width
    assert "…" not in text_of(drawn)
