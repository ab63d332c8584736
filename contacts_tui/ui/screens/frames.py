"""When a page is painted."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

R = TypeVar("R")


class FrameScreen(Screen[R], Generic[R], inherit_bindings=False):
    """Works out no frame that nobody sees, and shows the first one as soon as it can."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """Textual's own would repaint the whole screen when the focus moves."""

    def on_mount(self) -> None:
        """Textual's clock begins with a pause: let it be over when there is something to paint."""
        self._update_timer.resume()

    def _compositor_refresh(self) -> None:
        """While painting is held back a frame would be worked out in vain; what has changed is painted afterwards."""
        if not self.app._batch_count:
            super()._compositor_refresh()
