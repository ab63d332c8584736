"""A list under whose rows something may be offered: lines one can Enter, which are no rows themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from contacts_tui.ui.draw.line import EMPTY, Line
from contacts_tui.ui.draw.offer import offer_line
from contacts_tui.ui.widgets.window import Arrival, WindowSource
from contacts_tui.ui.widgets.window_list import WindowList

T = TypeVar("T")


class OfferingList(WindowList[T]):
    """Rows, and what is offered under the last of them, where the cursor goes as it goes to a row."""

    offers: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """How many rows there are, without what is offered."""
        return self._total - len(self.offers)

    @property
    def offered(self) -> str:
        """What is offered under the cursor; blank where it stands on a row."""
        at = self.cursor - self.total
        return self.offers[at] if 0 <= at < len(self.offers) else ""

    def offer(self, offers: tuple[str, ...]) -> None:
        """Offer this under the rows, all of which are known."""
        self._total = self.total + len(offers)
        self.offers = offers
        self._measure()
        self.repaint()

    def _swap(self, source: WindowSource[T], arrival: Arrival[T]) -> None:
        self.offers = ()
        super()._swap(source, arrival)

    def _drawn(self, index: int, width: int, spot: bool) -> Sequence[Line]:
        at = index - self.total
        if at < 0:
            return super()._drawn(index, width, spot)
        drawn = [offer_line(width, self.offers[at], is_cursor=index == self.cursor, spot=spot)]
        return (drawn + [EMPTY] * self._row_height)[: self._row_height]
