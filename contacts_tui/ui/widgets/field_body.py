"""Lines with fields, one of which may be open: the body of a card and of a form."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Input

from contacts_tui.ui.draw.line import EMPTY, Line
from contacts_tui.ui.draw.picker import picker_note
from contacts_tui.ui.draw.view import Cursor, Stop, View
from contacts_tui.ui.entry.picking import Pick, Picking
from contacts_tui.ui.ways.walk import Walk
from contacts_tui.ui.widgets.field_events import (
    FieldAccepted,
    FieldLeft,
    FieldMade,
    FieldMoved,
    FieldPicked,
    FieldReached,
    FieldTyped,
    FieldUnknown,
)
from contacts_tui.ui.widgets.field_lines import FieldLines
from contacts_tui.ui.widgets.line_input import LineInput
from contacts_tui.ui.widgets.picker import Picker, PickerLine

Draw = Callable[[int, Cursor], View]
"""Draws the lines for a width, with the cursor somewhere."""

_PICKER_ROOM = 6
_FEW_ROWS = 10
"""With so many rows or fewer a field stays where it is when its picker opens."""


class FieldBody(Widget):
    """Shows what `draw` draws, moves the cursor between its places, scrolls, and opens a field in place.

    What is typed is told by messages; whoever listens decides, and closes the field.
    """

    DEFAULT_CSS = """
    FieldBody { height: 1fr; width: 1fr; layers: lines over; overflow: hidden hidden; }
    FieldBody > FieldLines { width: 100%; height: 100%; layer: lines; }
    FieldBody > LineInput { position: absolute; layer: over; display: none; }
    FieldBody > Picker { position: absolute; layer: over; display: none; width: 100%; }
    """

    def __init__(self, draw: Draw, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._draw = draw
        self._walk = Walk()
        self._opened = ""
        self._picking: Picking | None = None
        self._waits = False
        self._enters = False
        self._lines = FieldLines(self._visible)
        self._line = LineInput(id="line")
        self._pick_line = PickerLine(id="pick")
        self._picker = Picker()

    def compose(self) -> ComposeResult:
        """The lines; over them the open field and its picker."""
        yield self._lines
        yield self._line
        yield self._pick_line
        yield self._picker

    # What it shows

    @property
    def key(self) -> str:
        """The place where the cursor stands."""
        return self._walk.key

    @property
    def view(self) -> View:
        """What was drawn last."""
        return self._walk.view

    @property
    def opened(self) -> str:
        """The place whose field is open; blank for none."""
        return self._opened

    @property
    def text(self) -> str:
        """What stands in the open line."""
        return (self._line if self._picking is None else self._pick_line).value

    @property
    def picking(self) -> Picking | None:
        """The choice under way; None too while its list waits for a letter."""
        return None if self._waits else self._picking

    @property
    def waits(self) -> bool:
        """Whether the list of the open field is not up yet."""
        return self._waits

    def draw_with(self, draw: Draw, key: str = "") -> None:
        """Show something else, the cursor at `key` or the first place."""
        self._draw = draw
        self._walk.restart(key)
        self.repaint()

    def repaint(self) -> None:
        """Draw again what is in the window; where the place under the cursor is gone it goes to the nearest."""
        self._lines.repaint()

    def _visible(self) -> Sequence[Line]:
        width, height = self._lines.size
        self._walk.spare = height - 1 if self.picking is not None else 0
        if self._walk.settle(self._draw(width, self._cursor()), height):
            self._walk.settle(self._draw(width, self._cursor()), height)
        if self._opened:
            self._place()
        top = self._walk.top
        return self.view.lines[top : top + height]

    def _cursor(self) -> Cursor:
        opened = bool(self._opened) and self.key == self._opened
        stop = self.view.stop(self.key)
        noted = opened and self.picking is not None and (stop is None or stop.side == 0)
        note = picker_note(self.picking) if noted and self.picking is not None else EMPTY
        return Cursor(self.key, self._lines.has_spot and not self._opened, opened, note)

    def on_resize(self) -> None:
        """Keep the cursor in the window."""
        self.call_after_refresh(self._follow)

    # The cursor

    def focus_lines(self) -> None:
        """Take the focus."""
        self.screen.set_focus(self._lines, scroll_visible=False)

    def walk(self, how: Callable[[Walk], None]) -> None:
        """Move the cursor."""
        before = self.key
        how(self._walk)
        self.repaint()
        if self.key != before:
            self.post_message(FieldReached(self.key))

    def go(self, key: str) -> None:
        """Put the cursor at a place."""
        self.walk(lambda walk: walk.go(key))

    def _follow(self) -> None:
        self._walk.follow()
        self.repaint()

    # The open field

    def open_line(self, key: str, text: str, max_length: int = 0) -> None:
        """Open the field at a place with a text in it, the caret at its end."""
        self._waits = False
        self._open(key, None, text, max_length)

    def open_picker(self, key: str, picking: Picking, *, waits: str | None = None) -> None:
        """Open the field at a place with a picker under it.

        With `waits`, shown dim, the list waits for a letter or space; until then the arrows lead to other fields.
        """
        self._pick_line.placeholder = waits or ""
        self._waits = waits is not None
        self._open(key, picking.opened(), "", 0)

    def _open(self, key: str, picking: Picking | None, text: str, max_length: int) -> None:
        """Show the line; a field that was open goes."""
        before = self._line if self._picking is None else self._pick_line
        self._walk.key = self._opened = key
        self._picking, self._enters = picking, False
        shown = self._line if picking is None else self._pick_line
        if shown is not before:
            before.display = False
        self._tell_pick_line()
        shown.max_length = max_length
        with shown.prevent(Input.Changed):
            shown.value = text
            shown.cursor_position = len(text)
        self.repaint()
        self._follow()
        shown.display = True
        self.screen.set_focus(shown, scroll_visible=False)

    def offer(self, options: Sequence[Pick]) -> None:
        """Let the picker show other options, those that answer to what was typed; an Enter that came before acts."""
        if self._picking is not None:
            self._repick(self._picking.offering(options))
            if self._enters:
                self._enter()

    def bring_up(self) -> None:
        """Show the list that waits."""
        if self._picking is not None and self._waits:
            self._repick(self._picking)

    def close(self) -> None:
        """Show the field as a value again."""
        if not self._opened:
            return
        self._opened, self._picking, self._waits = "", None, False
        for widget in (self._line, self._pick_line, self._picker):
            widget.display = False
        self.focus_lines()
        self._follow()

    def _place(self) -> None:
        """Put the open line, and the picker under it, where the field is drawn."""
        stop = self.view.stop(self._opened)
        if stop is None:
            return
        width, height = self._lines.size
        self._picker.display = self.picking is not None
        if self.picking is not None:
            if height > _FEW_ROWS:
                self._walk.make_room(_PICKER_ROOM)
            self._picker.show_beside(stop, stop.row - self._walk.top, self.picking, width, height)
        line = self._line if self._picking is None else self._pick_line
        line.styles.offset = (stop.column, stop.row - self._walk.top)
        line.styles.width = self._room(stop)

    def _room(self, stop: Stop) -> int:
        return max(min(stop.width, self._lines.size.width - 1 - stop.column), 1)

    def _tell_pick_line(self) -> None:
        self._pick_line.waits = self._waits
        self._pick_line.marks = self._picking is not None and self._picking.can_mark

    def _repick(self, picking: Picking, *, waits: bool = False) -> None:
        before = (self._waits, self._pick_line.marks)
        self._picking, self._waits = picking, waits
        self._tell_pick_line()
        self.repaint()
        if before != (self._waits, self._pick_line.marks):
            self.post_message(FieldReached(self._opened))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if not self._opened:
            return
        self._enters = False
        if self._picking is not None:
            waits = self._waits and not event.value.strip()
            self._repick(self._picking.typing(event.value), waits=waits)
        self.post_message(FieldTyped(self._opened, event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._opened:
            self._enter()

    def _enter(self) -> None:
        """Enter; where the options for what was typed are still being asked for, it waits for them."""
        picking = self.picking
        self._enters = picking is not None and picking.awaits
        if self._enters:
            return
        if picking is None:
            self.post_message(FieldAccepted(self._opened, self.text))
        elif picking.is_on_new:
            self.post_message(FieldMade(self._opened, picking.new_code, picking.new_words))
        elif picking.is_nowhere:
            self.post_message(FieldUnknown(self._opened, picking))
        elif picking.current is not None or picking.many or picking.has_blank:
            self.post_message(FieldPicked(self._opened, picking.result()))

    @on(LineInput.Left)
    def _left(self, event: LineInput.Left) -> None:
        event.stop()
        if self._opened:
            self.post_message(FieldLeft(self._opened))

    @on(LineInput.Moved)
    def _moved(self, event: LineInput.Moved) -> None:
        event.stop()
        if not self._opened:
            return
        if self.picking is not None:
            self._repick(self.picking.moved(event.step))
        else:
            self.post_message(FieldMoved(self._opened, self.text, event.step))

    @on(PickerLine.Marked)
    def _marked(self, event: PickerLine.Marked) -> None:
        event.stop()
        if self._picking is None or not self._opened:
            return
        if self._waits:
            self.bring_up()
        else:
            self._repick(self._picking.marked())
