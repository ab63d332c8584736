"""Several lines to type in: no frame, no blinking, a caret in reverse, clean text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.message import Message

from contacts_tui.domain.text import clean_block, guard
from contacts_tui.ui.bindings import bindings
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.line import TEXT, Line, Role, Span, compose, line
from contacts_tui.ui.entry.text_edit import Row, TextEdit
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.screens.base import OWNERS
from contacts_tui.ui.widgets.painter import LinePainter


class TextBlock(LinePainter, inherit_bindings=False, can_focus=True):
    """Text of several lines. Enter begins a new line; past the first and last row the arrows post `Moved`."""

    BINDINGS = bindings(Scope.TEXT)
    DEFAULT_CSS = """
    TextBlock { height: 1fr; width: 1fr; }
    """

    @dataclass
    class Changed(Message):
        """The text is another."""

        block: TextBlock

    @dataclass
    class Moved(Message):
        """An arrow led out of the text: up (-1) or down (1)."""

        block: TextBlock
        step: int

    @dataclass
    class Left(Message):
        """Esc was pressed."""

        block: TextBlock

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._edit = TextEdit(text)
        self._top = 0

    @property
    def text(self) -> str:
        """What stands in it."""
        return self._edit.text

    @text.setter
    def text(self, text: str) -> None:
        self._edit = TextEdit(clean_block(text))
        self.repaint()

    @property
    def _room(self) -> int:
        return max(self.size.width - 1 - TEXT, 2)

    def repaint(self) -> None:
        """Draw the rows in the window, the caret among them."""
        height = self.size.height
        if not self.size.width or not height:
            return
        rows = self._edit.rows(self._room)
        at = self._edit.row(rows)
        self._top = max(min(self._top, at, len(rows) - height), at - height + 1, 0)
        shown = rows[self._top : self._top + height]
        self.paint([self._drawn(row, self._top + index, at) for index, row in enumerate(shown)])

    def _drawn(self, row: Row, index: int, at: int) -> Line:
        text = self._edit.text[row.start : row.end]
        mark = glyphs.current().cursor if index == at and self.has_spot else ""
        if index != at or not self.has_spot:
            return compose(self.size.width, (TEXT, text), mark=mark)
        place = self._edit.caret - row.start
        caret = Span(text[place : place + 1] or " ", Role.CURSOR)
        return compose(self.size.width, (TEXT, line(text[:place], caret, text[place + 1 :])), mark=mark)

    # Keys

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters are text."""
        return character is not None and character.isprintable()

    def on_key(self, event: events.Key) -> None:
        """Type, delete, move the caret."""
        edit = self._edit
        before = edit.text
        if event.is_printable and event.character:
            edit.insert(guard(event.character))
        else:
            steps: dict[str, Callable[[], object]] = {
                "left": edit.left,
                "right": edit.right,
                "backspace": edit.delete_left,
                "delete": edit.delete_right,
                "home": lambda: edit.start_of_row(self._room),
                "end": lambda: edit.end_of_row(self._room),
                "pageup": lambda: edit.vertical(1 - self.size.height, self._room),
                "pagedown": lambda: edit.vertical(self.size.height - 1, self._room),
            }
            if event.key not in steps:
                return
            steps[event.key]()
        event.stop()
        self._moved(before)

    def on_paste(self, event: events.Paste) -> None:
        """Clean text comes in as it is, its line ends too."""
        event.stop()
        before = self._edit.text
        self._edit.insert(clean_block(event.text))
        self._moved(before)

    def _moved(self, before: str) -> None:
        self.repaint()
        if self._edit.text != before:
            app_of(self).did_something()
            self.post_message(self.Changed(self))

    def action_new_line(self) -> None:
        """Enter."""
        before = self._edit.text
        self._edit.insert("\n")
        self._moved(before)

    def action_move(self, key: str) -> None:
        """An arrow."""
        step = -1 if key == "up" else 1
        if self._edit.vertical(step, self._room):
            self.repaint()
        else:
            self.post_message(self.Moved(self, step))

    def action_leave(self) -> None:
        """Esc."""
        self.post_message(self.Left(self))


OWNERS[Scope.TEXT] = TextBlock
