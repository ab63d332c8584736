"""Find: letters are text until Esc, hits as one types, the preview after a rest, recent contacts first."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from contacts_tui.services import cards, contacts, recents
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
from contacts_tui.ui import working
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.screens.find import Find
from contacts_tui.ui.widgets.find_list import FindList
from tests.services.reference import CANNON, LAURIER, MARIE, Clock, fill, new_company, new_person
from tests.ui.support import DEADLINE, app_with, lines, shown, spots, wait_for


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    book = Book.open(tmp_path / "book.db", create=True)
    found = Session(book, "marie", clock=Clock(), state=tmp_path / "state")
    fill(found)
    yield found
    book.close()


def find_app(session: Session) -> ContactsApp:
    return app_with(Find, session=session, book_name="Laurier")


def the_list(app: ContactsApp) -> FindList:
    return app.screen.query_one(FindList)


def current_number(app: ContactsApp) -> str:
    row = the_list(app).current
    return row.no if row else ""


async def test_everyone_is_shown_while_nothing_was_opened(session: Session) -> None:
    app = find_app(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "Contacts 4, A to Z" in shown(app))
        assert [line[2:20].strip() for line in lines(app)[2:6]] == [
            "Boulangerie Laurie", "Cannon Group Ltd.", "Luc Gagnon", "Marie Tremblay",
        ]  # fmt: skip
        assert lines(app)[0].endswith("Laurier")


async def test_the_contacts_opened_last_come_first_when_the_line_is_empty(session: Session) -> None:
    for number in (LAURIER, CANNON):
        recents.opened(session, cards.card_by_number(session, number).contact.uid)
    app = find_app(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "Recent" in shown(app))
        assert lines(app)[2].startswith("> Cannon Group Ltd.")
        assert lines(app)[3].startswith("  Boulangerie Laurier inc.")


async def test_letters_are_text_until_esc_then_they_are_commands(session: Session) -> None:
    app = find_app(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: the_list(app).total == 4)
        await pilot.press("t", "r", "e", "m", "q", "backspace")
        await wait_for(pilot, lambda: "Contacts 1 of 4, best match first" in shown(app))
        assert lines(app)[0].startswith("/ trem")
        assert spots(app) == [" "]
        assert "Esc commands" in lines(app)[-1]
        await pilot.press("escape")
        await wait_for(pilot, lambda: spots(app) == ["Marie Tremblay"])
        assert "? keys" in lines(app)[-1]
        await pilot.press("t")
        await wait_for(pilot, lambda: "Companies 0 of 4" in shown(app))
        await pilot.press("slash", "backspace", "backspace", "backspace", "backspace")
        await wait_for(pilot, lambda: "Companies 2, A to Z" in shown(app))


async def test_backspace_on_an_empty_line_does_nothing(session: Session) -> None:
    app = find_app(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: the_list(app).total == 4)
        await pilot.press("backspace")
        assert the_list(app).typing
        assert the_list(app).typed == ""


async def test_the_preview_follows_the_cursor(session: Session) -> None:
    app = find_app(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "1200 avenue Laurier Est, H2J 1G7 Montréal" in shown(app))
        await pilot.press("down")
        await wait_for(pilot, lambda: "CT000004 · Linda Martin" in shown(app))
        assert the_list(app).typing, "arrows choose; the mode stays"


async def test_markup_in_a_name_is_text(session: Session) -> None:
    for name in ("[/]", "[Acme] Ltd", "R&D [old]", "[@click=app.quit]x[/]"):
        new_company(session, name=name)
    app = find_app(session)
    async with app.run_test(size=(80, 24)) as pilot:
        names = ("[/]", "[Acme] Ltd", "R&D [old]", "[@click=app.quit]x[/]")
        await wait_for(pilot, lambda: all(name in shown(app) for name in names))


async def test_what_someone_else_saves_appears_and_the_cursor_stays(session: Session) -> None:
    changed = [False]
    app = app_with(Find, session=session, changed=lambda: changed[0])
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: the_list(app).total == 4)
        await pilot.press("down", "down", "down")
        await wait_for(pilot, lambda: current_number(app) == MARIE)
        other = session._replace(user="luc")
        new_company(other, name="Aardvark inc.")
        contacts.edit(other, cards.card_by_number(other, MARIE).contact, {"job_title": "Buyer"})
        changed[0] = True
        await wait_for(pilot, lambda: "Aardvark inc." in shown(app))
        assert current_number(app) == MARIE


async def test_nothing_found_says_so(session: Session) -> None:
    app = find_app(session)
    async with app.run_test(size=(40, 12)) as pilot:
        await wait_for(pilot, lambda: the_list(app).total == 4)
        await pilot.press("z", "z", "z")
        await wait_for(pilot, lambda: "No contact has all of these words." in shown(app))
        assert lines(app)[0].split() == ["/", "zzz", "0"]
        await pilot.press("escape", "down")
        await wait_for(pilot, lambda: spots(app) == ["new person “Zzz”"])
        footer = lines(app)[-1]
        assert "copy" not in footer, "there is nothing to copy"
        assert "delete" not in footer


async def test_a_phone_shows_two_lines_for_each_contact(session: Session) -> None:
    app = find_app(session)
    async with app.run_test(size=(40, 12)) as pilot:
        await wait_for(pilot, lambda: "Boulangerie" in shown(app))
        text = lines(app)
        assert text[2].startswith("> Boulangerie Laurier inc.")
        assert text[3] == "  Montréal                 514-555-0100"
        assert all(len(line) < 40 for line in text)


async def test_the_title_says_how_a_word_was_read_and_what_was_not_understood(session: Session) -> None:
    app = find_app(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"boulangerie", "space", *"lorrier")
        await wait_for(pilot, lambda: "read as “boulangerie laurier”" in shown(app))
        await pilot.press("space", *"city", "colon")
        await wait_for(pilot, lambda: "city: is followed by what it is to be." in shown(app))
        assert "Boulangerie Laurier" in shown(app)


async def test_the_preview_says_why_where_the_name_does_not_show_it(session: Session) -> None:
    app = find_app(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"translat")
        await wait_for(pilot, lambda: "Found job title    Translator" in shown(app))
        await pilot.press("space", *"luc")
        await pilot.press("ctrl+u", *"luc")
        await wait_for(pilot, lambda: "/ luc" in shown(app) and "Found" not in shown(app))


async def test_the_preview_says_what_the_contact_was_called(session: Session) -> None:
    seen = cards.card_by_number(session, LAURIER).contact
    contacts.edit(session, seen, {"name": "Møbelhuset AS"})
    app = find_app(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"boulang")
        await wait_for(pilot, lambda: "Found was          Boulangerie Laurier inc." in shown(app))
        await pilot.press("down")
        await wait_for(pilot, lambda: "Found company was  Boulangerie Laurier inc." in shown(app))


async def test_what_else_may_be_meant_is_offered_under_few_hits(session: Session) -> None:
    for name in ("Eva Jonson", "Adam Johnson", "Zoe Johnson"):
        new_person(session, name=name)
    app = find_app(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"jonson")
        await wait_for(pilot, lambda: "did you mean  johnson" in shown(app))
        assert "1 of 7, best match first" in shown(app)
        await pilot.press("down")
        await wait_for(pilot, lambda: lines(app)[3].startswith("> did you mean  johnson"))
        assert current_number(app) == ""
        await pilot.press("enter")
        await wait_for(pilot, lambda: "2 of 7" in shown(app))
        assert lines(app)[0].startswith("/ johnson")
        assert lines(app)[2].startswith("> Zoe Johnson")
        await wait_for(pilot, lambda: "did you mean  jonson" in shown(app))
        await pilot.press("escape", "down", "down")
        assert spots(app) == ["jonson"]
        await pilot.press("down")
        assert spots(app) == ["jonson"]
        await pilot.press("enter")
        await wait_for(pilot, lambda: "1 of 7" in shown(app))


async def test_the_help_says_what_can_be_asked_for(session: Session) -> None:
    app = find_app(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("escape", "question_mark")
        await wait_for(pilot, lambda: "Search words" in shown(app) and "rep:me my contacts" in shown(app))


async def test_a_letter_and_its_hits_are_there_as_one(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working, "SOON", DEADLINE)
    app = find_app(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: the_list(app).total > 0)
        the_list(app).set_typed("l")
        assert the_list(app).is_answered
        assert "/l" in shown(app).replace(" ", "")
        assert the_list(app).hits.typed == "l"


async def test_hits_that_take_long_hold_no_letter_up(session: Session) -> None:
    app = find_app(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: the_list(app).total > 0)
        goes_on = threading.Event()
        app.reading(goes_on.wait, DEADLINE)
        await pilot.press("l", "a")
        await wait_for(pilot, lambda: "la" in lines(app)[0])
        assert not the_list(app).is_answered
        goes_on.set()
        await wait_for(pilot, lambda: the_list(app).is_answered and the_list(app).hits.typed == "la")
