"""The dialog: over the lower part, harmless first, by letter or arrow."""

from __future__ import annotations

import pytest
from textual.app import ComposeResult

from contacts_tui.domain.message import message
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.draw.dialog import Option, Question, dialog_lines
from contacts_tui.ui.draw.line import text_of, width_of
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.screens.base import BaseScreen
from contacts_tui.ui.widgets.menu import ESCAPE, Choice, Menu
from contacts_tui.ui.widgets.window_list import WindowList
from tests.ui.rows import Row, draw
from tests.ui.support import app_with, lines, spots, wait_for

DELETE = "Delete The Cannon Group PLC and its 4 people?"


def question() -> Menu:
    return Menu(
        message("Delete {name} and its {count} people?", name="The Cannon Group PLC", count=4),
        [Choice("", "Keep it", ESCAPE), Choice("delete", message("Delete {count} contacts", count=5), "d")],
        effects=[(message("Goes"), "5 contacts, 9 codes"), (message("Then"), "u brings all of it back")],
        trouble=True,
    )


class Page(BaseScreen[None]):
    """A page with a list, and the answers to what it asks."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[str | None] = []

    def compose_page(self) -> ComposeResult:
        yield WindowList[Row](draw)

    def on_mount(self) -> None:
        self.query_one(WindowList).show([Row(i, f"row {i}") for i in range(30)])

    def ask(self) -> None:
        self.app.push_screen(question(), self.answers.append)


def asking() -> tuple[ContactsApp, Page]:
    page = Page()
    return app_with(lambda: page), page


async def test_it_takes_the_lower_part_and_the_spot() -> None:
    app, page = asking()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert spots(app) == ["row 0"]
        page.ask()
        await wait_for(pilot, lambda: isinstance(app.screen, Menu) and spots(app) == ["Keep it"])
        shown = lines(app)
        assert shown[0] == "> row 0"
        at = shown.index(f"! {DELETE}")
        assert set(shown[at - 1]) <= {" ", "─"}
        assert shown[at + 1 : at + 6] == [
            "  Goes  5 contacts, 9 codes",
            "  Then  u brings all of it back",
            "",
            "> Esc   Keep it",
            "  d     Delete 5 contacts",
        ]
        assert shown[-1] == "  Enter choose   ↑↓ move"
        await pilot.press("escape")
        await wait_for(pilot, lambda: spots(app) == ["row 0"])


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["enter"], None),
        (["escape"], None),
        (["d"], "delete"),
        (["down", "enter"], "delete"),
        (["up", "enter"], "delete"),
    ],
)
async def test_enter_takes_the_harmless_one_and_letters_choose_at_once(keys: list[str], answer: str | None) -> None:
    app, page = asking()
    async with app.run_test() as pilot:
        page.ask()
        await wait_for(pilot, lambda: isinstance(app.screen, Menu))
        await pilot.press(*keys)
        await wait_for(pilot, lambda: page.answers)
    assert page.answers == [answer]


async def test_keys_of_the_page_do_nothing_meanwhile() -> None:
    app, page = asking()
    async with app.run_test() as pilot:
        page.ask()
        await wait_for(pilot, lambda: isinstance(app.screen, Menu))
        await pilot.press("Q", "j", "question_mark", "x")
        assert isinstance(app.screen, Menu)
        assert page.answers == []


@pytest.mark.parametrize("height", range(5, 24))
@pytest.mark.parametrize("cursor", [0, 4, 9])
def test_in_few_rows_blank_lines_go_and_the_cursor_stays_in_view(height: int, cursor: int) -> None:
    options = [Option(str(n), f"choice {n}", "said about it") for n in range(10)]
    drawn = dialog_lines(Question("Which one?", options), cursor, 40, height, [])
    assert len(drawn) <= height
    assert any("".join(span.text for span in row).startswith(f"> {cursor}") for row in drawn)
    assert all(width_of(row) <= 40 for row in drawn)


def test_on_a_phone_question_and_effects_go_on_below() -> None:
    asked = Question(DELETE, [Option("Esc", "Keep it")], [("Goes", "5 contacts, 9 codes, 2 notes, 1 other address")])
    drawn = [text_of(row) for row in dialog_lines(asked, 0, 40, 12, [])]
    assert drawn[1:5] == [
        "  Delete The Cannon Group PLC and its 4",
        "  people?",
        "  Goes  5 contacts, 9 codes, 2 notes, 1",
        "        other address",
    ]


class _Going(Page):
    SCOPE = Scope.FIRST_START


async def test_g_leads_to_the_places_there_are_and_to_the_first_row() -> None:
    page = _Going()
    app = app_with(lambda: page)
    went: list[str] = []
    app.places["set_up"] = lambda: went.append("set-up")
    async with app.run_test() as pilot:
        await pilot.press("G")
        await wait_for(pilot, lambda: spots(app) == ["row 29"])
        await pilot.press("g")
        await wait_for(pilot, lambda: isinstance(app.screen, Menu))
        at = lines(app).index("  Go to")
        assert [line[2:] for line in lines(app)[at + 2 : at + 5]] == ["s     set-up", "g     first row", ""]
        await pilot.press("g")
        await wait_for(pilot, lambda: spots(app) == ["row 0"])
        await pilot.press("g", "s")
        await wait_for(pilot, lambda: went == ["set-up"])


async def test_where_esc_is_no_line_the_footer_says_it() -> None:
    app, page = asking()
    async with app.run_test() as pilot:
        page.app.push_screen(Menu("Go to", [Choice("c", "companies", "c"), Choice("p", "people", "p")]))
        await wait_for(pilot, lambda: lines(app)[-1:] == ["  Enter choose   ↑↓ move   Esc back"])
