"""The picker: a line to type in and, over what is below it, the codes that hold what was typed."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message

from contacts_tui.ui.bindings import bindings
from contacts_tui.ui.draw.line import EMPTY, Line
from contacts_tui.ui.draw.picker import picker_lines
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.picking import Picking
from contacts_tui.ui.screens.base import OWNERS
from contacts_tui.ui.widgets.line_input import LineInput
from contacts_tui.ui.widgets.painter import LinePainter


class PickerLine(LineInput):
    """The line above a picker: letters filter, the arrows choose, and in a many-valued list space marks."""

    BINDINGS = bindings(Scope.PICKER)

    many = False
    """Whether space marks."""
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
        return self.many or self.waits

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Marking is for many-valued lists."""
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
