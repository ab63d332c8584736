"""The picker: a line to type in and, over what is below it, the codes that hold what was typed."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message

from contacts_tui.ui.bindings import bindings
from contacts_tui.ui.draw.line import EMPTY, Line
from contacts_tui.ui.draw.picker import picker_lines, picker_note
from contacts_tui.ui.draw.view import Stop
from contacts_tui.ui.entry.picking import Picking
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.screens.base import OWNERS
from contacts_tui.ui.widgets.line_input import LineInput
from contacts_tui.ui.widgets.painter import LinePainter


class PickerLine(LineInput):
    """The line above a picker: letters filter, the arrows choose, and space marks where whoever shows it says so."""

    BINDINGS = bindings(Scope.PICKER)

    marks = False
    """Whether space marks; else it is text."""
    waits = False
    """Whether space brings the list up."""

    @dataclass
    class Marked(Message):
        """Space was pressed where it is no text."""

        line: PickerLine

        @property
        def control(self) -> PickerLine:
            """The line it happened in."""
            return self.line

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Space is a key where it marks or brings the list up."""
        return not (self._has_space and key == "space") and super().check_consume_key(key, character)

    @property
    def _has_space(self) -> bool:
        return self.marks or self.waits

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Space marks only where it is no text."""
        if action == "mark" and not self._has_space:
            return False
        return super().check_action(action, parameters)

    async def _on_key(self, event: events.Key) -> None:
        if self._has_space and event.key == "space":
            event.prevent_default()

    def action_mark(self) -> None:
        """Space."""
        self.post_message(self.Marked(self))


OWNERS[Scope.PICKER] = PickerLine

_FEW = 3
"""Rows under a field that are enough; with fewer, and more above it, its picker stands above."""
_WIDTH, _LEFT = 45, 14
"""How wide a picker should be, and where it may begin so that it is."""


class Picker(LinePainter):
    """The lines under a `PickerLine`. Whoever shows it tells how much room there is and where the values stand."""

    DEFAULT_CSS = """
    Picker { width: 100%; height: auto; }
    """

    def show(self, picking: Picking, width: int, height: int, column: int, note: Line = EMPTY) -> int:
        """Show a choice, its codes at `column`, in at most so many rows; how many it takes."""
        lines = picker_lines(picking, width, height, column, note)
        self.paint(lines)
        return len(lines)

    def show_beside(self, stop: Stop, row: int, picking: Picking, width: int, height: int) -> None:
        """Show a choice under its field, or above it where there is more room.

        The field is on `row` of a window of `height` rows. Of one of the right column the picker begins further left.
        """
        column = stop.column if stop.side == 0 else max(min(stop.column, width - _WIDTH), _LEFT)
        note = picker_note(picking) if stop.side else EMPTY
        below = height - row - 1
        is_above = below < _FEW and row > below
        rows = self.show(picking, width, max(row if is_above else below, 1), column, note)
        self.styles.offset = (0, row - rows if is_above else row + 1)
        self.styles.height = rows
