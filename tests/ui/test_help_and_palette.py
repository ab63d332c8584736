"""The help page and the palette: what can be done here, found by typing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.draw.help import Block, help_lines, matching
from contacts_tui.ui.draw.line import text_of, width_of
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.screens.base import BaseScreen, Command, HelpSection
from contacts_tui.ui.screens.help import HelpScreen
from contacts_tui.ui.screens.palette import PaletteScreen
from tests.ui.support import app_with, lines, shown, spots, wait_for


class Page(BaseScreen[None]):
    """A card without a card."""

    SCOPE = Scope.PERSON

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []

    def help_sections(self) -> Sequence[HelpSection]:
        return [HelpSection("In the search line", [("leeds", "any word"), ("no:", "blank")])]

    def commands(self) -> Iterable[Command]:
        return [Command("Industry groups", lambda: self.done.append("industry"), detail="set-up")]

    def action_delete(self) -> None:
        self.done.append("delete")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    book = Book.open(tmp_path / "book.db", create=True)
    yield Session(book, "marie")
    book.close()


def card(session: Session | None = None) -> tuple[ContactsApp, Page]:
    page = Page()
    return app_with(lambda: page, **({} if session is None else {"session": session})), page


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
async def test_help_shows_the_keys_the_marks_and_what_the_page_adds(size: tuple[int, int]) -> None:
    app, _page = card()
    async with app.run_test(size=size) as pilot:
        await pilot.press("question_mark")
        await wait_for(pilot, lambda: isinstance(app.screen, HelpScreen) and "This card" in shown(app))
        assert lines(app)[0].startswith("  Keys  person card")
        assert spots(app) == [" "]
        if size[0] >= 80:
            for words in ("follow, own value", "In a field", "Everywhere", "Marks", "In the search line", "set-up"):
                assert words in shown(app)
            assert "] [" in shown(app)
        else:
            assert "Marks" not in shown(app)
            await pilot.press(*["down"] * 20)
            assert "no:" in shown(app)


async def test_typing_filters_the_help_and_esc_leads_back() -> None:
    app, page = card()
    async with app.run_test() as pilot:
        await pilot.press("question_mark")
        await wait_for(pilot, lambda: "This card" in shown(app))
        await pilot.press(*"undo")
        await wait_for(pilot, lambda: "This card" not in shown(app))
        assert "u U" in shown(app)
        await pilot.press("escape")
        await wait_for(pilot, lambda: app.screen is page)


def test_the_columns_of_the_help_stay_inside_the_page() -> None:
    blocks = [Block("Title " * 9, [("key", "meaning " * 9)] * 3, column) for column in (0, 0, 1, 2)]
    for width in (40, 59, 60, 80, 200):
        drawn = help_lines(blocks, width)
        assert all(width_of(row) < width for row in drawn)
    assert len(help_lines(blocks, 80)) == 9
    assert len(help_lines(blocks, 40)) == 19


def test_a_title_that_is_typed_keeps_its_rows() -> None:
    block = Block("Marks", [("=", "follows"), ("*", "own")], 1)
    assert matching([block], "mark") == [block]
    assert matching([block], "own")[0].rows == [("*", "own")]
    assert matching([block], "xyz") == []


async def test_the_palette_offers_what_does_something_here(session: Session) -> None:
    app, page = card(session)
    app.places["set_up"] = lambda: page.done.append("set-up")
    app.commands.append(lambda: [Command("Sample", lambda: page.done.append("sample"))])
    async with app.run_test() as pilot:
        await pilot.press("colon")
        await wait_for(pilot, lambda: isinstance(app.screen, PaletteScreen) and "delete" in shown(app))
        text = shown(app)
        assert "Industry groups" in text
        assert "Sample" in text
        assert "g s" in text
        assert "web sources" not in text
        assert "line below" not in text
        assert spots(app) == [" "]


@pytest.mark.parametrize(
    ("typed", "done"), [("delet", "delete"), ("industry", "industry"), ("set up", "set-up"), ("sample", "sample")]
)
async def test_enter_does_the_command_on_the_page(session: Session, typed: str, done: str) -> None:
    app, page = card(session)
    app.places["set_up"] = lambda: page.done.append("set-up")
    app.commands.append(lambda: [Command("Sample", lambda: page.done.append("sample"))])
    async with app.run_test() as pilot:
        await pilot.press("colon")
        await wait_for(pilot, lambda: isinstance(app.screen, PaletteScreen))
        await pilot.press(*("space" if char == " " else char for char in typed), "enter")
        await wait_for(pilot, lambda: page.done)
        assert page.done == [done]
        assert app.screen is page


async def test_words_that_no_command_has_leave_a_sentence(session: Session) -> None:
    app, page = card(session)
    async with app.run_test() as pilot:
        await pilot.press("colon")
        await wait_for(pilot, lambda: isinstance(app.screen, PaletteScreen))
        await pilot.press(*"xyzzy")
        await wait_for(pilot, lambda: "  No command has all of these words." in lines(app))
        await pilot.press("enter", "escape")
        await wait_for(pilot, lambda: app.screen is page)
        assert page.done == []


def test_rows_of_the_help_keep_key_and_meaning_apart() -> None:
    drawn = [text_of(row) for row in help_lines([Block("Do", [("Enter", "edit"), ("shift+tab", "back")], 0)], 40)]
    assert drawn == ["  Do", "  Enter      edit", "  shift+tab  back"]


def test_the_groups_of_a_column_have_their_meanings_one_below_the_other() -> None:
    blocks = [Block("Faire", [("n", "nouvelle")], 0), Block("Dans un champ", [("Entrée", "enregistrer")], 0)]
    for width in (40, 80):
        drawn = [text_of(row) for row in help_lines(blocks, width)]
        places = {row.index(word) for row in drawn for word in ("nouvelle", "enregistrer") if word in row}
        assert len(places) == 1
