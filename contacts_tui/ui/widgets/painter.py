"""Painting lines, only those that differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest

from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from contacts_tui.ui.draw.line import EMPTY, Line
from contacts_tui.ui.theme import strip_of


class LinePainter(Widget):
    """A widget whose content is a list of lines; what is on screen is compared with what should be.

    Subclasses hand `paint` the lines from the top of the widget down, whenever anything about them may have changed.
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._lines: tuple[Line, ...] = ()
        self._spot: bool | None = None
        self._sized = False

    @property
    def lines(self) -> tuple[Line, ...]:
        """What it shows now."""
        return self._lines

    def paint(self, lines: Sequence[Line]) -> None:
        """Show these lines; those that equal the ones shown are not painted again."""
        before, self._lines = self._lines, tuple(lines)
        pairs = enumerate(zip_longest(before, self._lines, fillvalue=EMPTY))
        changed = [y for y, (old, new) in pairs if old != new]
        if changed:
            width = max(self.size.width, 1)
            self.refresh(*(Region(0, run.start, width, len(run)) for run in runs(changed)))

    def repaint(self) -> None:
        """Work out the lines anew and paint them; called on a change of size, focus or of what lies above."""

    @property
    def has_spot(self) -> bool:
        """Whether the next key acts here: set by hand, else the widget has the focus and no dialog lies above."""
        wanted = self.has_focus if self._spot is None else self._spot
        return wanted and self.screen.is_active

    @has_spot.setter
    def has_spot(self, spot: bool | None) -> None:
        self._spot = spot
        self.repaint()

    @property
    def is_waiting(self) -> bool:
        """Whether it has a place on the screen and has not been drawn for it yet."""
        return not self._sized and bool(self.size)

    def on_resize(self) -> None:
        """Lines are laid out for a width; the first time, a frame follows even where there is nothing to paint."""
        if not self._sized:
            self._sized = True
            self.refresh()
        self.laid_out()

    def laid_out(self) -> None:
        """The widget has a new size."""
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

    def lines_of(self, rows: Iterable[int]) -> list[Line]:
        """What stands in some of its rows."""
        lines = self._lines
        return [lines[y] if y < len(lines) else EMPTY for y in rows]

    def render_line(self, y: int) -> Strip:
        """One line of the widget."""
        return strip_of(self.lines_of([y])[0], self.size.width)


def runs(rows: Sequence[int]) -> Iterator[range]:
    """Rows in their order, those side by side as one."""
    for _, run in groupby(enumerate(rows), lambda at: at[1] - at[0]):
        ys = [y for _, y in run]
        yield range(ys[0], ys[-1] + 1)
