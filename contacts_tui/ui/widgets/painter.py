"""Painting lines so that only the cells that differ are sent."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from contacts_tui.ui.draw.changes import changed
from contacts_tui.ui.draw.line import EMPTY, Line, text_of, width_of
from contacts_tui.ui.theme import strip_of


class LinePainter(Widget):
    """A widget whose content is a list of lines; what is on screen is compared with what should be.

    Subclasses hand `paint` the lines from the top of the widget down, whenever anything about them may have changed.
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._lines: tuple[Line, ...] = ()
        self._spot: bool | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """What it shows now."""
        return self._lines

    def paint(self, lines: Sequence[Line]) -> None:
        """Show these lines; nothing is repainted where they equal the ones shown."""
        before, self._lines = self._lines, tuple(lines)
        regions: list[Region] = []
        for y in range(max(len(before), len(self._lines))):
            old = before[y] if y < len(before) else EMPTY
            new = self._lines[y] if y < len(self._lines) else EMPTY
            if old != new:
                regions += self._regions(y, old, new)
        if regions:
            self.refresh(*regions)

    def _regions(self, y: int, old: Line, new: Line) -> list[Region]:
        if not (_measured_alike(old) and _measured_alike(new)):
            return [Region(0, y, max(self.size.width, 1), 1)]
        return [Region(start, y, end - start, 1) for start, end in changed(old, new)]

    def repaint(self) -> None:
        """Work out the lines anew and paint them; called on a change of size, focus or of what lies above."""

    @property
    def has_spot(self) -> bool:
        """Whether the next key acts here: set by hand, else the widget has the focus and no dialog lies above."""
        wanted = self.has_focus if self._spot is None else self._spot
        return wanted and self.screen.is_current

    @has_spot.setter
    def has_spot(self, spot: bool | None) -> None:
        self._spot = spot
        self.repaint()

    def on_resize(self) -> None:
        """Lines are laid out for a width."""
        self.repaint()

    def _on_focus(self, event: events.Focus) -> None:
        self._focus_changed(event, focused=True)

    def _on_blur(self, event: events.Blur) -> None:
        self._focus_changed(event, focused=False)

    def _focus_changed(self, event: events.Event, *, focused: bool) -> None:
        """Only the spot moves: Textual's own handler would repaint the whole widget."""
        event.prevent_default()
        self.has_focus = focused
        if self.parent is not None:
            moved = events.DescendantFocus(self) if focused else events.DescendantBlur(self)
            self.parent.post_message(moved)
        self.repaint()

    def render_line(self, y: int) -> Strip:
        """One line of the widget."""
        return strip_of(self._lines[y] if y < len(self._lines) else EMPTY, self.size.width)


def _measured_alike(line: Line) -> bool:
    """Textual counts cells its own way; where it differs (joined emoji), a line is repainted as a whole."""
    text = text_of(line)
    return text.isascii() or cell_len(text) == width_of(line)
