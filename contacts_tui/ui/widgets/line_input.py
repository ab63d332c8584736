"""The line one types in: no frame, no blinking, a caret in reverse, clean text."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input

from contacts_tui.domain.message import counted
from contacts_tui.domain.text import clean_line, guard
from contacts_tui.ui.bindings import bindings
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.line import Role
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.theme import style_of


class LineInput(Input):
    """A line of text.

    What is typed or pasted is stored in NFC, on one line, without control characters. While `typing` is false the line
    is only shown: it takes no key, so letters are commands, and has no caret. With `plain` it has no underline, as the
    search line; the underline shows the width that can be typed.

    Enter posts `Input.Submitted`, Esc `Left`, the vertical arrows `Moved`.
    """

    BINDINGS = bindings(Scope.FIELD)
    DEFAULT_CSS = """
    LineInput { border: none; height: 1; padding: 0; width: 1fr; }
    """

    @dataclass
    class Left(Message):
        """Esc was pressed: what was typed is not wanted."""

        line: LineInput

        @property
        def control(self) -> LineInput:
            """The line it happened in."""
            return self.line

    @dataclass
    class Moved(Message):
        """An arrow up (-1) or down (1) was pressed."""

        line: LineInput
        step: int

        @property
        def control(self) -> LineInput:
            """The line it happened in."""
            return self.line

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        max_length: int = 0,
        plain: bool = False,
        typing: bool = True,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        self._typing = typing
        self._plain = plain
        super().__init__(
            value, placeholder, max_length=max_length, select_on_focus=False, compact=True, id=id, classes=classes
        )
        self.cursor_blink = False

    @property
    def typing(self) -> bool:
        """Whether letters are text."""
        return self._typing

    @typing.setter
    def typing(self, typing: bool) -> None:
        if typing != self._typing:
            self._typing = typing
            self.refresh()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters are text only while one types."""
        return self._typing and super().check_consume_key(key, character)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of the line act only while one types."""
        return self._typing and super().check_action(action, parameters)

    async def _on_key(self, event: events.Key) -> None:
        if not self._typing:
            event.prevent_default()

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        text = clean_line(" ".join(event.text.splitlines()))
        if self._typing and text:
            self.replace(text, *self.selection)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put clean text in place of a part; a letter and the accent typed after it become one character."""
        start, end = sorted((max(0, start), min(len(self.value), end)))
        super().replace(unicodedata.normalize("NFC", self.value[:start] + guard(text)), 0, end)

    def validate_value(self, value: str) -> str:
        """A value set by the program is as clean as one that was typed."""
        return unicodedata.normalize("NFC", guard(value))

    def watch_value(self) -> None:
        """Typing is something done: a message goes."""
        if self.is_mounted:
            app_of(self).did_something()

    def restricted(self) -> None:
        """No bell: a sentence."""
        app_of(self).say(
            counted("At most one character fits.", "At most {count} characters fit.", self.max_length or 0),
            trouble=True,
        )

    def action_leave(self) -> None:
        """Esc."""
        self.post_message(self.Left(self))

    def action_move(self, key: str) -> None:
        """An arrow."""
        self.post_message(self.Moved(self, -1 if key == "up" else 1))

    def render_line(self, y: int) -> Strip:
        """The text, the caret on it, the rest underlined."""
        width = self.size.width
        base = style_of(Role.VALUE if self._plain or not self._typing else Role.OPEN)
        caret = self._typing and self.has_focus and self.screen.is_active
        text = guard(self.value)
        if not text and self.placeholder:
            head = Segment(" ", style_of(Role.CURSOR if caret else Role.VALUE))
            hint = Segment(f" {guard(self.placeholder)}", style_of(Role.LABEL))
            return Strip([head, hint]).adjust_cell_length(width, base)
        start, end = sorted(self.selection)
        if caret and start == end:
            at = self.cursor_position
            segments = [
                Segment(text[:at], base),
                Segment(text[at : at + 1] or " ", style_of(Role.CURSOR)),
                Segment(text[at + 1 :], base),
            ]
        else:
            segments = [
                Segment(text[:start], base),
                Segment(text[start:end], style_of(Role.CHOSEN)),
                Segment(text[end:], base),
            ]
        strip = Strip([segment for segment in segments if segment.text])
        offset = self.scroll_offset.x
        return strip.crop(offset, offset + width).adjust_cell_length(width, base)
