"""The lines of a body of fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from contacts_tui.ui.draw.line import Line
from contacts_tui.ui.widgets.painter import LinePainter


class FieldLines(LinePainter, can_focus=True, inherit_bindings=False):
    """What a body shows; it has the focus while no field is open."""

    def __init__(self, draw: Callable[[], Sequence[Line]]) -> None:
        super().__init__()
        self._draw = draw

    def repaint(self) -> None:
        """Draw the lines in the window again."""
        if self.size.width:
            self.paint(self._draw())
