"""The marketing set-up: switches with one key, defaults by a picker, each written by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from contacts_tui.services import cards, marketing_setup, setup_lists
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.program import context_of
from contacts_tui.ui.screens.set_up import SetUp
from tests.services.reference import MARIE, Clock, fill
from tests.ui.support import lines, shown, spots, wait_for


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    book = Book.open(tmp_path / "book.db", create=True)
    found = Session(book, "marie", clock=Clock(), state=tmp_path / "state")
    fill(found)
    yield found
    book.close()


@pytest.fixture
def app(session: Session) -> ContactsApp:
    return ContactsApp(context_of(session), SetUp)


async def test_space_turns_a_switch_and_changes_no_contact(session: Session, app: ContactsApp) -> None:
    before = cards.card_by_number(session, MARIE).contact
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "[x] Territory" in shown(app))
        await pilot.press("tab", "j", "j", "j")
        await wait_for(pilot, lambda: spots(app) == ["[x]"])
        assert "space on/off" in lines(app)[-1]
        await pilot.press("space")
        await wait_for(pilot, lambda: "Territory: people no longer take it from their company." in shown(app))
        assert marketing_setup.values(session)["inherit_territory_code"] is False
        await wait_for(pilot, lambda: "[ ] Territory" in shown(app))
        await pilot.press("enter")
        await wait_for(pilot, lambda: marketing_setup.values(session)["inherit_territory_code"] is True)
        await pilot.press("u")
        await wait_for(pilot, lambda: "[ ] Territory" in shown(app))
        assert cards.card_by_number(session, MARIE).contact == before


async def test_a_default_is_picked_by_typing(session: Session, app: ContactsApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "Linda Martin" in shown(app))
        await pilot.press("tab", *"jjjjjj")
        await wait_for(pilot, lambda: spots(app) == ["LM"])
        assert "space" not in lines(app)[-1], "a default is no switch"
        await pilot.press("enter")
        await wait_for(pilot, lambda: "Nadia Benali" in shown(app))
        await pilot.press(*"sav")
        await wait_for(pilot, lambda: "1 of 3" in shown(app))
        await pilot.press("enter")
        await wait_for(pilot, lambda: "Salesperson is now PS." in shown(app))
        assert marketing_setup.values(session)["default_salesperson_code"] == "PS"
        await wait_for(pilot, lambda: spots(app) == ["PS"])


async def test_a_default_may_be_blank_again(session: Session, app: ContactsApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "Linda Martin" in shown(app))
        await pilot.press("tab", *"jjjjjj")
        await wait_for(pilot, lambda: spots(app) == ["LM"])
        await pilot.press("enter")
        await wait_for(pilot, lambda: "none" in shown(app))
        await pilot.press("up", "up", "up", "enter")
        await wait_for(pilot, lambda: marketing_setup.values(session)["default_salesperson_code"] == "")
        await wait_for(pilot, lambda: spots(app) == ["–"])


async def test_esc_leaves_a_default_as_it_was(session: Session, app: ContactsApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "Linda Martin" in shown(app))
        await pilot.press("tab", *"jjjjjj")
        await wait_for(pilot, lambda: spots(app) == ["LM"])
        await pilot.press("enter")
        await wait_for(pilot, lambda: "Nadia Benali" in shown(app))
        await pilot.press("down", "escape")
        await wait_for(pilot, lambda: spots(app) == ["LM"])
        assert "Nadia Benali" not in shown(app)
        assert marketing_setup.values(session)["default_salesperson_code"] == "LM"


async def test_a_code_that_the_list_lacks_can_be_made_on_the_way(session: Session, app: ContactsApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "Linda Martin" in shown(app))
        await pilot.press("tab", *"jjjjjjj")
        await wait_for(pilot, lambda: spots(app) == ["–"])
        await pilot.press("enter")
        await wait_for(pilot, lambda: "Ontario" in shown(app))
        await pilot.press(*"Nord")
        await wait_for(pilot, lambda: "make this a new" in shown(app))
        await pilot.press("enter")
        await wait_for(pilot, lambda: "No territory has these words" in shown(app))
        await pilot.press("down", "enter")
        await wait_for(pilot, lambda: "New territory: NORD." in shown(app))
        assert marketing_setup.values(session)["default_territory_code"] == "NORD"
        made = next(line for line in setup_lists.lines(session, "territories") if line.name == "NORD")
        assert made.values["name"] == "Nord"
        await pilot.press("u")
        await wait_for(pilot, lambda: marketing_setup.values(session)["default_territory_code"] == "")
        assert "NORD" not in [line.name for line in setup_lists.lines(session, "territories")]


async def test_the_name_of_the_book_is_typed(session: Session, app: ContactsApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "Linda Martin" in shown(app))
        await pilot.press("tab", "G", "enter")
        await wait_for(pilot, lambda: "Enter save" in lines(app)[-1])
        await pilot.press(*"Laurier [/]", "enter")
        await wait_for(pilot, lambda: "Name is now Laurier [/]." in shown(app))
        assert marketing_setup.values(session)["company_name"] == "Laurier [/]"


@pytest.mark.parametrize(("size", "footer"), [((80, 24), "choose"), ((40, 12), "Enter save")])
async def test_a_few_values_are_all_seen_before_one_is_chosen(
    session: Session, app: ContactsApp, size: tuple[int, int], footer: str
) -> None:
    async with app.run_test(size=size) as pilot:
        await wait_for(pilot, lambda: "Address" in shown(app) or "Marketing set-up" in shown(app))
        await pilot.press("enter", *"jjjjjjjjjj", "enter")
        await wait_for(pilot, lambda: footer in lines(app)[-1])
        assert [word for word in ("Hard copy", "E-mail", "Fax") if word not in shown(app)] == []
        await pilot.press("right" if size[0] == 80 else "down")
        await pilot.press("right" if size[0] == 80 else "down", "enter")
        await wait_for(pilot, lambda: marketing_setup.values(session)["default_correspondence_type"] == "email")


async def test_the_next_number_stands_beside_the_series(session: Session, app: ContactsApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "next CT000005" in shown(app))


async def test_what_someone_else_sets_appears(session: Session, app: ContactsApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "Linda Martin" in shown(app))
        marketing_setup.edit(session._replace(user="jim"), {"default_salesperson_code": "NB"})
        await wait_for(pilot, lambda: "Nadia Benali" in shown(app))


async def test_someone_elses_default_for_the_same_field_is_a_choice(session: Session, app: ContactsApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "Linda Martin" in shown(app))
        await pilot.press("tab", *"jjjjjj", "enter")
        await wait_for(pilot, lambda: "Nadia Benali" in shown(app))
        marketing_setup.edit(session._replace(user="jim"), {"default_salesperson_code": "NB"})
        await pilot.press(*"sav", "enter")
        await wait_for(pilot, lambda: "jim changed “Default salesperson code” while you typed" in shown(app))
        await pilot.press("t")
        await wait_for(pilot, lambda: spots(app) == ["NB"])
        assert marketing_setup.values(session)["default_salesperson_code"] == "NB"


async def test_undo_is_offered_where_there_is_a_step_and_once_on_a_screen(session: Session) -> None:
    app = ContactsApp(context_of(session._replace(user="jim")), SetUp)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "Linda Martin" in shown(app))
        assert "undo" not in shown(app)
        await pilot.press("tab", "space")
        await wait_for(pilot, lambda: "u undo" in lines(app)[-2])
        assert "undo" not in lines(app)[-1]
        await pilot.press("j")
        await wait_for(pilot, lambda: "u undo" in lines(app)[-1])
        assert "undo" not in lines(app)[-2]
