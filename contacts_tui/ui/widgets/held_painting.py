"""Painting that waits, so that what belongs together is painted as one, which saves a frame."""

from __future__ import annotations

from contextlib import ExitStack

from textual.widget import Widget


class HeldPainting:
    """Holds back what is painted until `release`, or until the patience is over."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._held: ExitStack | None = None

    def hold(self, patience: float) -> None:
        """Paint nothing for so many seconds at most."""
        if self._held is None:
            self._held = ExitStack()
            self._held.enter_context(self._widget.app.batch_update())
            self._widget.set_timer(patience, self.release)

    def release_after(self, patience: float) -> None:
        """Paint what is held back in so many seconds, unless `release` comes before."""
        self._widget.set_timer(patience, self.release)

    def release(self) -> None:
        """Paint what was held back."""
        if self._held is not None:
            held, self._held = self._held, None
            held.close()
