"""When a page is styled and painted: no oftener than it is seen."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual import events
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from contacts_tui.ui.terminal.frames import Framed

R = TypeVar("R")


class FrameScreen(Framed, Screen[R], Generic[R], inherit_bindings=False):
    """Works out no style twice and no frame that nobody sees, and shows the first one as soon as it can."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """Textual's own would repaint the whole screen when the focus moves."""

    def take_room(self) -> None:
        """Take the classes of the size before there is anything within, whose styles would be worked out again."""
        width, height = self.app.size
        self.add_class(*self._get_breakpoint_classes(width, self.HORIZONTAL_BREAKPOINTS or []))
        self.add_class(*self._get_breakpoint_classes(height, self.VERTICAL_BREAKPOINTS or []))

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        """The styles of a page that was not shown before have just been worked out."""
        event.refresh_styles = event.refresh_styles and self.stack_updates > 0

    def on_mount(self) -> None:
        """Textual's clock begins with a pause: let it be over when there is something to paint."""
        self._update_timer.resume()

    def _compositor_refresh(self) -> None:
        """While painting is held back a frame would be worked out in vain; what has changed is painted afterwards."""
        if not self.app._batch_count:
            super()._compositor_refresh()
