"""The foot of every page: what happened, and which keys act now."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from textual.geometry import Size

from contacts_tui.ui.draw.footer import SHORT, Hint, footer
from contacts_tui.ui.draw.line import EMPTY, Line
from contacts_tui.ui.draw.notice import Notice, notice_lines
from contacts_tui.ui.widgets.painter import LinePainter

_BETWEEN_STEPS = 0.5


class Bottom(LinePainter):
    """Message line and footer.

    A message stays until it is cleared. Where there is none, `idle` may stand in its place.
    """

    DEFAULT_CSS = """
    Bottom { height: auto; width: 1fr; dock: bottom; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._notice: Notice | None = None
        self._hints: Sequence[Hint] = ()
        self._more: Hint | None = None
        self._idle: Line = EMPTY
        self._stepped = 0.0
        self._waiting: Notice | None = None

    @property
    def notice(self) -> Notice | None:
        """The message shown."""
        return self._notice

    def say(self, notice: Notice | None) -> None:
        """Show a message, or none."""
        self._waiting = None
        if notice != self._notice:
            self._notice = notice
            self._changed()

    def progress(self, notice: Notice) -> None:
        """Show how far a long step has come; the line moves at most twice a second, however often this is called."""
        pause = self._stepped + _BETWEEN_STEPS - monotonic()
        if pause <= 0:
            self._stepped = monotonic()
            self.say(notice)
        else:
            if self._waiting is None:
                self.set_timer(pause, self._show_waiting)
            self._waiting = notice

    def _show_waiting(self) -> None:
        if self._waiting is not None:
            self._stepped = monotonic()
            self.say(self._waiting)

    def offer(self, hints: Sequence[Hint], more: Hint | None) -> None:
        """Show these keys in the footer."""
        if (hints, more) != (self._hints, self._more):
            self._hints, self._more = hints, more
            self._changed()

    def rest(self, idle: Line) -> None:
        """What stands in the message line while there is no message."""
        if idle != self._idle:
            self._idle = idle
            self._changed()

    def repaint(self) -> None:
        """Lay out for the present size."""
        if self.size.width:
            self.paint(self._drawn(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Two lines, more for a long message; one on a short screen."""
        return len(self._drawn(width)) if width else 2

    def _changed(self) -> None:
        before = len(self.lines)
        self.repaint()
        if self.is_mounted and before != len(self.lines):
            self.refresh(layout=True)

    def _drawn(self, width: int) -> list[Line]:
        said = notice_lines(self._notice, width) if self._notice else []
        answer = self._notice.hint if self._notice is not None else None
        others = [
            hint for hint in self._hints if answer is None or (hint.key, hint.label) != (answer.key, answer.label)
        ]
        keys = footer(others, width, self._more)
        if self.app.size.height < SHORT:
            return said or [keys]
        return [*(said or [self._idle]), keys]
