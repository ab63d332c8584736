"""A list of what a listing asks for: it is asked anew at any time, and knows which contacts are marked."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any

from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.listing import USUAL, Column, Listing, Order
from contacts_tui.locale import current
from contacts_tui.services.session import Session
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.contact_row import Layout, contact_row
from contacts_tui.ui.draw.line import Line
from contacts_tui.ui.widgets.held_painting import HeldPainting
from contacts_tui.ui.widgets.hits import Hits
from contacts_tui.ui.widgets.marks import Marks
from contacts_tui.ui.widgets.offering_list import OfferingList
from contacts_tui.ui.widgets.window import WindowSource
from contacts_tui.ui.working import start_work

WAIT = 0.015
"""Seconds that the painting of a letter waits for its hits."""
WAIT_AT_FIRST = 1.0
"""Seconds that the page waits for its first rows: they stand on the terminal before the page is there."""


class HitList(OfferingList[ContactRow]):
    """Hits. A key that acts on them waits until those that were asked for last are there.

    `changed` is called when what is asked for, the mode, the marks or the rows have changed.
    """

    def __init__(
        self,
        session: Session,
        layout: Callable[[], Layout],
        changed: Callable[[], None],
        empty: Callable[[int], Sequence[Line]],
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(self._draw, empty=empty, id=id)
        self.listing = Listing()
        self._columns: tuple[Column, ...] = USUAL
        self.marks = Marks()
        self.hits = self._asked = Hits(session, self.listing)
        self._session = session
        self._layout = layout
        self._changed = changed
        self._shape = Layout.FULL
        self._drawn_for: object = None
        self._drawn_before: dict[object, Sequence[Line]] = {}
        self._drawn_now: dict[object, Sequence[Line]] = {}
        self._painting = HeldPainting(self)
        self._then: Callable[[], object] | None = None
        self._is_first = self._begins = self.is_opening = False  # whoever opens what Enter was pressed on ends that

    @property
    def finds_nothing(self) -> bool:
        """Whether it is known that there are no rows."""
        return not self.total and self.hits.is_read

    @property
    def is_ready(self) -> bool:
        """Whether keys may act: they wait for the first rows, for hits that a key before them waits for, for a card."""
        return not (self._is_first or self._then or self.is_opening)

    @property
    def awaits_first(self) -> bool:
        """Whether the first rows are yet to come."""
        return self._is_first

    @property
    def is_answered(self) -> bool:
        """Whether it shows what was asked for last."""
        return self.hits is self._asked

    # What it asks for

    def ask(self, listing: Listing | None = None, *, keep_cursor: bool = False) -> None:
        """Show what is asked for now, without a listing the same again as it is now; an older question that is still
        being answered is dropped."""
        everyone = 0 if listing is None else self.hits.everyone
        self.listing = self.listing if listing is None else listing
        asked, self._asked = self._asked, Hits(self._session, self.listing, everyone, figures=self._shows_figures)
        # Of hits that are complete, all that may still be looked up is what else could be meant.
        if asked is not self.hits or asked.is_complete:
            asked.stop()
        self.marks.last = None
        self.show(self._asked, keep_cursor=keep_cursor)
        if not self.is_answered:
            self._changed()

    def ask_first(self) -> None:
        """Ask, and let nothing be painted without the rows."""
        self._is_first = self._begins = True
        self._painting.hold(WAIT_AT_FIRST)
        self.ask()

    def said(self) -> None:
        """What the page says of the list is drawn: with the hits that were asked for, all of it can be painted.

        The first rows stand on the terminal already: where a key waits, what it leads to is painted in their place.
        """
        if not self.is_answered:
            return
        if self._begins and app_of(self).keys_wait:
            self._painting.release_after(WAIT)
        else:
            self._painting.release()
        self._begins = False

    def on_unmount(self) -> None:
        """Whatever takes its place must not wait for it."""
        self._painting.release()

    def _waits_for_hits(self, act: Callable[[], object]) -> bool:
        """Whether the hits of what was asked are yet to come: it is then done to them, not to those before."""
        if self.is_answered:
            return False
        self._then = act
        return True

    def _arrive(self, *read: Any) -> None:
        """As it says there; where it failed, nothing waits for it any more."""
        super()._arrive(*read)
        self._is_first, self._then = False, None
        app_of(self).look_again()

    def _swap(self, source: WindowSource[ContactRow], arrival: object) -> None:
        if isinstance(source, Hits):
            self.hits = source
        super()._swap(source, arrival)  # type: ignore[arg-type]
        self._changed()
        then, self._then = self._then, None
        if then is not None:
            then()

    # Marks

    def mark(self) -> None:
        """Mark the contact under the cursor, or take its mark away, and go on."""
        if self.current is not None:
            self.marks.turn(self.current.id, self.cursor)
            self._marked()
            self.move(1)

    def mark_up_to_here(self) -> None:
        """Mark all from the one marked last to the one under the cursor."""
        start_work(self, self._mark_up_to_here, group="mark")

    async def _mark_up_to_here(self) -> None:
        rows, here = self.marks.up_to(self.cursor), self.cursor
        self.marks.add(await app_of(self).read(self.hits.ids, rows.start, len(rows)), here)
        self._marked()

    def mark_all(self) -> None:
        """Mark all that are listed; where all of them are marked, take the marks away."""
        start_work(self, self._mark_all, group="mark")

    async def _mark_all(self) -> None:
        self.marks.turn_all(await app_of(self).read(self.hits.ids, 0, sys.maxsize))
        self._marked()

    def gone(self, contact_id: int) -> None:
        """A contact was deleted: it is neither listed nor marked any more."""
        self.marks.drop(contact_id)
        self.ask(keep_cursor=True)

    def _marked(self) -> None:
        self.repaint()
        self._changed()

    # Drawing

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns beside the name, where there is room for them."""
        return self._columns

    @columns.setter
    def columns(self, columns: tuple[Column, ...]) -> None:
        if columns != self._columns:
            self._columns = columns
            self.laid_out()

    @property
    def _shows_figures(self) -> bool:
        """Whether a row says what a company has; while the size is not known, that it may."""
        return not self.size.width or (self._layout() is Layout.FULL and Column.ABOUT in self._columns)

    def laid_out(self) -> None:
        """As it says there; what was not read, since it was not shown, is read."""
        super().laid_out()
        if self._shows_figures and not self._asked.figures:
            self.ask(keep_cursor=True)

    def repaint(self) -> None:
        """Draw the rows in the window: what is the same for all of them is found out once.

        One that has just been drawn is not drawn again: most stay with the next letter, and all but two where the
        cursor moves.
        """
        self._shape = self._layout()
        drawn_for = (self._shape, self._columns, self.size.width, self.hits.order, current())
        self._drawn_before = self._drawn_now if drawn_for == self._drawn_for else {}
        self._drawn_for, self._drawn_now = drawn_for, {}
        super().repaint()

    def _draw(self, item: ContactRow, width: int, is_cursor: bool, spot: bool) -> Sequence[Line]:
        is_marked = item.id in self.marks
        key = item, is_cursor, spot, is_marked
        lines = self._drawn_before.get(key)
        if lines is None:
            lines = contact_row(
                item,
                width,
                self._shape,
                is_cursor=is_cursor,
                spot=spot,
                columns=self._columns,
                is_marked=is_marked,
                is_under_company=self.hits.order is Order.COMPANY and bool(item.company),
            )
        self._drawn_now[key] = lines
        return lines
