"""The least that Textual can do: one widget that paints its own lines, of which a key changes one.

The program measures itself against it.
"""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Lines(Widget):
    """Forty lines, the first of which is what was typed."""

    DEFAULT_CSS = "Lines { width: 1fr; height: 1fr; }"
    text = ""

    def render_line(self, y: int) -> Strip:
        """The text that was typed, or a line of a list."""
        shown = f"/ {self.text}" if y == 0 else f"  Somebody {y}    Somewhere    +1 514 555 {y:04}"
        return Strip([Segment(shown.ljust(self.size.width))], self.size.width)


class Bare(App[None]):
    """The app around it."""

    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        """The one widget."""
        yield Lines()

    def on_key(self, event: events.Key) -> None:
        """Add a letter, and repaint the line in which it stands."""
        if event.character and event.is_printable:
            lines = self.query_one(Lines)
            lines.text = (lines.text + event.character)[-60:]
            lines.refresh(Region(0, 0, lines.size.width, 1))


if __name__ == "__main__":
    Bare().run()
