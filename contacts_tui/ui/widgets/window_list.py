"""THE list: a window over any number of rows, drawn line by line, that repaints only the cells that change."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import Future
from functools import partial
from typing import Generic, TypeVar

from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView

from contacts_tui.domain.errors import ContactsError
from contacts_tui.ui.bindings import bindings
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.line import EMPTY, Line
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.widgets.painter import LinePainter
from contacts_tui.ui.widgets.window import (
    Arrival,
    DrawRow,
    ListSource,
    OfItem,
    OfWindow,
    Pages,
    WindowSource,
    first_missing,
    nearest_row,
    read_arrival,
    read_page,
)
from contacts_tui.ui.working import start_work, when_done

T = TypeVar("T")


class WindowList(LinePainter, ScrollView, Generic[T], inherit_bindings=False, can_focus=True):
    """A list of rows with a cursor.

    `show` gives it its rows, at any time. A row that has not arrived is a blank line. Rows for which `selectable` is
    false are headings: the cursor passes over them. `has_spot` may be set where another widget has the focus.
    """

    BINDINGS = bindings(Scope.LIST)
    DEFAULT_CSS = """
    WindowList { overflow: hidden hidden; scrollbar-size: 0 0; height: 1fr; width: 1fr; }
    """

    cursor: reactive[int] = reactive(0, repaint=False, init=False)
    """The row under the cursor, counted from 0."""

    class Highlighted(OfItem):
        """The cursor stands on another item, or its item was read anew; None when there is none."""

    class Opened(OfItem):
        """Enter was pressed on an item."""

    class Grown(OfWindow):
        """More rows have become known."""

    def __init__(
        self,
        draw_row: DrawRow[T],
        *,
        row_height: int = 1,
        selectable: Callable[[T], bool] = lambda item: True,
        empty: Callable[[int], Sequence[Line]] = lambda width: (),
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._draw_row = draw_row
        self._row_height = row_height
        self._selectable = selectable
        self._empty = empty
        self._source: WindowSource[T] = ListSource(())
        self._pages: Pages[T] = Pages()
        self._total = 0
        self._generation = 0
        self._filling = self._ahead = False
        self._announced: T | None = None

    # What it shows

    @property
    def total(self) -> int:
        """How many rows there are."""
        return self._total

    @property
    def current(self) -> T | None:
        """The item under the cursor; None when there is none or it has not arrived."""
        return self._pages.row(self.cursor) if self._total else None

    @property
    def row_height(self) -> int:
        """How many lines a row takes."""
        return self._row_height

    @row_height.setter
    def row_height(self, height: int) -> None:
        if height != self._row_height:
            self._row_height = height
            self._resized()

    def show(self, source: WindowSource[T] | Sequence[T], *, keep_cursor: bool = False) -> None:
        """Show other rows. Until they have arrived the old ones stay; an older answer that arrives later is dropped.

        With `keep_cursor` the cursor stays on the same item, or in its place where that is gone; else it goes to the
        first row.
        """
        new: WindowSource[T] = ListSource(source) if isinstance(source, Sequence) else source
        self._generation += 1
        key = self._source.key(self.current) if keep_cursor and self.current is not None else None
        start = self.cursor if keep_cursor else 0
        if isinstance(new, ListSource):
            self._swap(new, read_arrival(new, key, start, self._reach))
        else:
            generation, reach = self._generation, self._reach

            def read() -> Arrival[T] | None:
                return read_arrival(new, key, start, reach) if generation == self._generation else None

            reading = app_of(self).reading(read)
            when_done(self, reading, partial(self._arrive, new, reading, generation), group="arrival")

    @property
    def _reach(self) -> int:
        return self.size.height // self._row_height + 1

    def _arrive(self, source: WindowSource[T], reading: Future[Arrival[T] | None], generation: int) -> None:
        """Show the rows that were read, unless others are wanted by now."""
        try:
            if (arrival := reading.result()) is not None and generation == self._generation:
                self._swap(source, arrival)
        except ContactsError as error:
            app_of(self).tell(error)

    def _swap(self, source: WindowSource[T], arrival: Arrival[T]) -> None:
        above = self.cursor * self._row_height - self.scroll_offset.y
        self._source, self._pages, self._total, self._ahead = source, arrival.pages, arrival.total, False
        cursor = self._nearest(arrival.cursor, 1)
        self.set_reactive(WindowList.cursor, cursor)
        # Above the first row that can be chosen there may be its heading.
        self._resized(0 if cursor == self._nearest(0, 1) else cursor * self._row_height - above)

    # Drawing

    def repaint(self) -> None:
        """Draw the rows in the window, paint what differs, and have the missing ones read."""
        width, height = self.size
        if not width:
            return
        spot = self.has_spot
        first, part = divmod(self.scroll_offset.y, self._row_height)
        shown = range(first, min(first + (height + part) // self._row_height + 1, self._total))
        lines = [drawn for index in shown for drawn in self._drawn(index, width, spot)]
        self.paint(lines[part : part + height] if self._total else self._empty(width)[:height])
        self._fill_soon()

    def _drawn(self, index: int, width: int, spot: bool) -> Sequence[Line]:
        item = self._pages.row(index)
        if item is None:
            return [EMPTY] * self._row_height
        drawn = list(self._draw_row(item, width, index == self.cursor, spot))
        return (drawn + [EMPTY] * self._row_height)[: self._row_height]

    def look_ahead(self) -> None:
        """Have read what a page up or down would show; without this it waits until one moves."""
        self._ahead = True
        self._fill_soon()

    def _fill_soon(self) -> None:
        if self._missing() is not None and not self._filling:
            self._filling = True
            start_work(self, self._fill, group="fill")

    def _missing(self) -> int | None:
        end = self._total - 1 if self._source.is_complete else self._total
        top = self.scroll_offset.y // self._row_height
        return first_missing(self._pages, top, self._reach, end, ahead=self._ahead) if self._total else None

    async def _fill(self) -> None:
        try:
            while (page := self._missing()) is not None:
                source, generation = self._source, self._generation
                rows, total = await app_of(self).read(read_page, source, page)
                if source is self._source and generation == self._generation:
                    self._pages.put(page, rows)
                    self._grow(total)
                    self.repaint()
                    self._announce()
        except ContactsError as error:
            app_of(self).tell(error)
        finally:
            self._filling = False

    def _grow(self, total: int) -> None:
        """More rows may become known the further one reads, or that there are none; the cursor and the window stay."""
        if total > self._total:
            self._total = total
            self._measure()
        self.post_message(self.Grown(self))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """The window has moved: the comparison of lines finds what to send."""
        self.repaint()

    def laid_out(self) -> None:
        """Keep the cursor in the window."""
        self._resized()

    def _resized(self, offset: int | None = None) -> None:
        self._measure()
        if offset is not None:
            self._scroll(offset)
        self._follow()
        self.repaint()
        self._announce()

    # The cursor

    def move(self, step: int) -> None:
        """Move the cursor so many rows; at the ends it stays."""
        self.go(self.cursor + step)

    def go(self, index: int) -> None:
        """Put the cursor on a row, or the nearest that can be chosen."""
        if self._total:
            self.cursor = self._nearest(max(0, min(index, self._total - 1)), 1 if index >= self.cursor else -1)

    def select(self, key: Hashable) -> bool:
        """Put the cursor on the item with that key, for sources in memory; tells whether there is one."""
        index = self._source.position(key) if isinstance(self._source, ListSource) else None
        if index is not None:
            self.go(index)
        return index is not None

    def watch_cursor(self) -> None:
        """Repaint the mark and the name of two rows, or the window where it has to move."""
        self._ahead = True
        self._follow()
        self.repaint()
        self._announce()

    def _nearest(self, index: int, direction: int) -> int:
        return nearest_row(self._source, self._pages, self._total, index, direction, self._selectable)

    def _follow(self) -> None:
        """Keep the cursor's row in the window; at an edge it moves by half a window, so that most keys are cheap."""
        height, row = self.size.height, self._row_height
        top, offset = self.cursor * row, self.scroll_offset.y
        if height and top < offset:
            self._scroll(0 if self._nearest(0, 1) == self.cursor else top - (height - row) // 2)
        elif height and top + row > offset + height:
            self._scroll(top + row - height // 2 - row // 2 if height > row else top)

    def _measure(self) -> None:
        """Say how far the list goes. It has no scroll bars, so that nothing on the page has to be laid out anew."""
        self.set_reactive(WindowList.virtual_size, Size(self.size.width, self._total * self._row_height))

    def _scroll(self, y: int) -> None:
        if y != self.scroll_offset.y:
            self.scroll_to(y=y, animate=False, force=True, immediate=True)

    def _announce(self) -> None:
        item = self.current
        if item != self._announced and (item is not None or not self._total):
            self._announced = item
            self.post_message(self.Highlighted(self, item))

    def action_cursor_down(self) -> None:
        """To the row below."""
        self.move(1)

    def action_cursor_up(self) -> None:
        """To the row above."""
        self.move(-1)

    def action_page_down(self) -> None:
        """A window further down."""
        self.move(max(self.size.height // self._row_height - 1, 1))

    def action_page_up(self) -> None:
        """A window further up."""
        self.move(-max(self.size.height // self._row_height - 1, 1))

    def action_cursor_first(self) -> None:
        """To the first row."""
        self.go(0)

    def action_cursor_last(self) -> None:
        """To the last row that is known."""
        self.go(self._total - 1)

    def action_open(self) -> None:
        """Open the item under the cursor."""
        if self.current is not None:
            self.post_message(self.Opened(self, self.current))
