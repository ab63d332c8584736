"""The cursor among the places of a view, and the window that follows it."""

from __future__ import annotations

from contacts_tui.ui.draw.view import View


class Walk:
    """Where the cursor is and which line is the first in the window.

    `spare` lines may be scrolled past the end, so that what opens under a field has room.
    """

    def __init__(self) -> None:
        self.view = View()
        self.key = ""
        self.top = 0
        self.height = 0
        self.spare = 0
        self._side = 0

    def restart(self, key: str = "") -> None:
        """Begin at the top of another view."""
        self.view, self.key, self.top, self._side = View(), key, 0, 0

    def settle(self, view: View, height: int) -> bool:
        """Take over a view drawn anew; whether the place under the cursor was gone, so that it is to be drawn again."""
        before = self.view.stop(self.key)
        self.view, self.height = view, height
        self.top = max(0, min(self.top, self._last_top))
        if view.stop(self.key) is not None or not view.stops:
            return False
        self.key = view.nearest(before.row) if before else view.first
        return True

    def go(self, key: str) -> None:
        """Put the cursor at a place."""
        if (stop := self.view.stop(key)) is not None:
            self._side = stop.side
            self._to(key)

    def step(self, by: int) -> None:
        """To the next line up (-1) or down (1) that has a place; what is longer than the window is scrolled through."""
        target = self.view.stop(self.view.step(self.key, by, self._side))
        if target is None or not self.height:
            return
        far = max(self.height // 2, 1)
        at_end = target.key == self.key
        hidden = target.row >= self.top + self.height + far if by > 0 else target.row < self.top - far
        if hidden or at_end:
            self._scroll(self.top + by * far)
        if not hidden and not at_end:
            self._to(target.key)

    def across(self, side: int) -> None:
        """To the other column."""
        self._side = side
        self._to(self.view.across(self.key, side))

    def page(self, by: int) -> None:
        """A window up or down."""
        height = max(self.height - 1, 1)
        here = self.view.stop(self.key)
        self._scroll(self.top + by * height)
        target = self.view.stop(self.view.nearest((here.row if here else 0) + by * height))
        if target is not None and self.top <= target.row < self.top + self.height:
            self.key = target.key

    def first(self) -> None:
        """To the first place."""
        self.top = 0
        self._to(self.view.first)

    def last(self) -> None:
        """To the last place."""
        self._scroll(len(self.view.lines))
        self._to(self.view.last)

    def follow(self) -> None:
        """Bring the cursor's line into the window."""
        stop = self.view.stop(self.key)
        if stop is None or not self.height:
            return
        if self.key == self.view.first and stop.row < self.height:
            self.top = 0
        elif stop.row < self.top:
            self.top = max(stop.row - 1, 0)
        elif stop.row >= self.top + self.height:
            self.top = stop.row - self.height + 1

    def make_room(self, rows: int) -> None:
        """Scroll so that so many lines below the cursor are in the window, as far as its own line stays in it."""
        stop = self.view.stop(self.key)
        if stop is not None:
            self.top = max(self.top, min(stop.row + 1 + rows - self.height, stop.row), 0)

    @property
    def _last_top(self) -> int:
        return max(len(self.view.lines) - self.height + self.spare, 0)

    def _scroll(self, top: int) -> None:
        self.top = max(0, min(top, self._last_top))

    def _to(self, key: str) -> None:
        self.key = key
        self.follow()
