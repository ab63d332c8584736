"""A widget that shows lines that someone else has drawn: headers, previews, card bodies."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.geometry import Size

from contacts_tui.ui.draw.line import Line
from contacts_tui.ui.widgets.painter import LinePainter

Draw = Callable[[int, int], Sequence[Line]]
"""Draws the lines for a width and a height."""


class Painted(LinePainter):
    """Shows lines.

    Give it a `draw` function, called for each new size and whenever `repaint` is, or hand it lines with `show`. Its
    height follows the lines where the style sheet says ``height: auto``.
    """

    DEFAULT_CSS = """
    Painted { height: auto; width: 1fr; }
    """

    def __init__(self, draw: Draw | None = None, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._draw = draw

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines from now on; only the cells that differ are repainted."""
        grows = len(lines) != len(self.lines)
        self.paint(lines)
        if grows and self.is_mounted and self.styles.auto_dimensions:
            self.refresh(layout=True)

    def draw_with(self, draw: Draw) -> None:
        """Draw with this function from now on."""
        self._draw = draw
        self.repaint()

    def repaint(self) -> None:
        """Draw again, if there is something to draw with and a size to draw for."""
        if self._draw is not None and self.size.width:
            self.show(self._draw(self.size.width, self.size.height))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as there are lines for that width."""
        if self._draw is not None and width:
            return len(self._draw(width, container.height))
        return len(self.lines)
