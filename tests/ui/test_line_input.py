"""The line one types in: clean text, two modes, one caret, no blinking."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.app import ComposeResult
from textual.widgets import Input

from contacts_tui.domain.text import is_clean
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.screens.base import BaseScreen
from contacts_tui.ui.widgets.line_input import LineInput
from tests.ui.support import app_with, lines, segments, spots


class Page(BaseScreen[None]):
    """A page with one line; `keys` collects what it is told."""

    def __init__(self, **more: object) -> None:
        super().__init__()
        self._more = more
        self.keys: list[str] = []

    def compose_page(self) -> ComposeResult:
        yield LineInput(**self._more)  # type: ignore[arg-type]

    def on_line_input_left(self) -> None:
        self.keys.append("left")

    def on_line_input_moved(self, event: LineInput.Moved) -> None:
        self.keys.append(f"moved {event.step}")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.keys.append(f"submitted {event.value}")

    def action_undo(self) -> None:
        self.keys.append("undo")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return True if action == "undo" else super().check_action(action, parameters)


def typed_into(**more: object) -> tuple[ContactsApp, Page]:
    page = Page(**more)
    return app_with(lambda: page), page


def the_line(app: ContactsApp) -> LineInput:
    return app.screen.query_one(LineInput)


async def test_letters_are_text_and_other_keys_are_told() -> None:
    app, page = typed_into()
    async with app.run_test() as pilot:
        await pilot.press("u", "question_mark", "down", "up", "enter", "escape")
        assert the_line(app).value == "u?"
        assert page.keys == ["moved 1", "moved -1", "submitted u?", "left"]
        assert spots(app) == [" "]


async def test_while_one_does_not_type_letters_are_commands_and_there_is_no_caret() -> None:
    app, page = typed_into(value="cannon", plain=True)
    async with app.run_test() as pilot:
        the_line(app).typing = False
        await pilot.press("u", "enter", "left", "delete")
        assert the_line(app).value == "cannon"
        assert page.keys == ["undo"]
        assert spots(app) == []
        the_line(app).typing = True
        await pilot.press("s")
        assert the_line(app).value == "cannons"


async def test_an_accent_typed_after_its_letter_makes_one_character() -> None:
    app, _page = typed_into(value="ne")
    async with app.run_test():
        line = the_line(app)
        line.cursor_position = 2
        line.insert_text_at_cursor("\u0301")
        assert line.value == "n\u00e9"
        assert line.cursor_position == 2


async def test_a_paste_is_one_clean_line() -> None:
    app, _page = typed_into()
    async with app.run_test() as pilot:
        the_line(app).post_message(events.Paste("192 Market\r\nSquare\x1b[31m\u202e"))
        await pilot.pause()
        assert the_line(app).value == "192 Market Square[31m"


async def test_what_does_not_fit_is_said_not_rung() -> None:
    app, _page = typed_into(value="abc", max_length=3)
    async with app.run_test() as pilot:
        await pilot.press("d")
        assert the_line(app).value == "abc"
        assert "! At most 3 characters fit." in lines(app)


async def test_old_text_stays_with_the_caret_at_its_end() -> None:
    app, _page = typed_into(value="+44 121")
    async with app.run_test() as pilot:
        await pilot.press("1")
        assert the_line(app).value == "+44 1211"


async def test_the_width_that_can_be_typed_is_underlined_but_not_in_the_search_line() -> None:
    for plain in (False, True):
        app, _page = typed_into(value="x", plain=plain)
        async with app.run_test():
            first = segments(app)[0]
            assert any(segment.style and segment.style.underline for segment in first) is not plain


async def test_a_placeholder_stands_beside_the_caret() -> None:
    app, _page = typed_into(placeholder="name, town", plain=True)
    async with app.run_test():
        assert lines(app)[0] == "  name, town"
        assert spots(app) == [" "]


async def test_the_caret_stays_in_view_in_a_long_text() -> None:
    app, _page = typed_into(value="x" * 200)
    async with app.run_test() as pilot:
        await pilot.press("y")
        assert lines(app)[0].endswith("xy")
        await pilot.press("home")
        assert lines(app)[0].startswith("x" * 80)


async def test_the_caret_does_not_blink() -> None:
    app, _page = typed_into()
    async with app.run_test():
        assert the_line(app).cursor_blink is False


@given(st.text(alphabet=st.characters(), max_size=20))
def test_a_value_set_by_the_program_is_clean_too(text: str) -> None:
    value = LineInput.validate_value(LineInput.__new__(LineInput), text)
    assert is_clean(value)
    assert unicodedata.is_normalized("NFC", value)
