"""What a list shows a window of: any number of rows, a page at a time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from textual.message import Message

from contacts_tui.ui.draw.line import Line

T = TypeVar("T")
R = TypeVar("R", contravariant=True)

PAGE = 40
"""So many rows are read at once: most terminals show no more."""
_KEPT_PAGES = 16


class WindowSource(Protocol[T]):
    """Rows in their order. Everything here is called in a worker thread, never while the screen is drawn."""

    @property
    def total(self) -> int:
        """How many rows there are; more may become known as they are read."""

    @property
    def is_complete(self) -> bool:
        """Whether those are all; otherwise more may follow the last of them."""

    def page(self, start: int, count: int) -> Sequence[T]:
        """The rows from `start` on, at most `count`."""

    def key(self, item: T) -> Hashable:
        """What stays the same when the item is read again."""

    def position(self, key: Hashable) -> int | None:
        """Where the item with that key stands now; None where it does not, or where it costs too much to know."""


class DrawRow(Protocol[R]):
    """Draws a row as `row_height` lines. The cursor is in reverse where `spot` is true, else only bold."""

    def __call__(self, item: R, width: int, is_cursor: bool, spot: bool, /) -> Sequence[Line]: ...


class ListSource(Generic[T]):
    """A sequence in memory as a source."""

    is_complete = True

    def __init__(self, items: Sequence[T], key: Callable[[T], Hashable] | None = None) -> None:
        self._items = tuple(items)
        self._key = key

    @property
    def total(self) -> int:
        """How many items there are."""
        return len(self._items)

    def page(self, start: int, count: int) -> Sequence[T]:
        """The items from `start` on."""
        return self._items[start : start + count]

    def key(self, item: T) -> Hashable:
        """What the item is recognised by: itself, unless told otherwise."""
        return self._key(item) if self._key else item

    def position(self, key: Hashable) -> int | None:
        """The first item with that key."""
        return next((index for index, item in enumerate(self._items) if self.key(item) == key), None)


class Pages(Generic[T]):
    """The pages read last; asking for a row never reads."""

    def __init__(self) -> None:
        self._pages: OrderedDict[int, Sequence[T]] = OrderedDict()

    def row(self, index: int) -> T | None:
        """The row, if its page is here."""
        page = self._pages.get(index // PAGE)
        offset = index % PAGE
        return page[offset] if page is not None and offset < len(page) else None

    def put(self, number: int, rows: Sequence[T]) -> None:
        """Keep a page; the one put longest ago goes."""
        self._pages[number] = rows
        self._pages.move_to_end(number)
        while len(self._pages) > _KEPT_PAGES:
            self._pages.popitem(last=False)

    def missing(self, first: int, last: int) -> int | None:
        """The first page that is not here among those of the rows `first` to `last`."""
        return next((page for page in range(first // PAGE, last // PAGE + 1) if page not in self._pages), None)


def first_missing(pages: Pages[T], top: int, reach: int, end: int, *, ahead: bool) -> int | None:
    """The first page that is not here of `reach` rows from the row `top` on, but none after the row `end`; where one
    looks `ahead`, then of what a page up or down would show."""
    near = ((top, top + reach), (top - reach, top + 2 * reach)) if ahead else ((top, top + reach),)
    found = (pages.missing(max(first, 0), min(last, end)) for first, last in near)
    return next((page for page in found if page is not None), None)


def known(source: WindowSource[T], pages: Pages[T], index: int) -> T | None:
    """The row, if its page is here; that of a source in memory is put here."""
    if isinstance(source, ListSource) and pages.missing(index, index) is not None:
        page = index // PAGE
        pages.put(page, source.page(page * PAGE, PAGE))
    return pages.row(index)


def nearest_row(
    source: WindowSource[T],
    pages: Pages[T],
    total: int,
    index: int,
    direction: int,
    selectable: Callable[[T], bool],
) -> int:
    """The row, or else the nearest that can be chosen, in that direction if there is one."""
    for way in (direction, -direction):
        row = index
        while 0 <= row < total:
            item = known(source, pages, row)
            if item is None or selectable(item):
                return row
            row += way
    return index


class Arrival(NamedTuple, Generic[T]):
    """What was read of a new source: how many rows there are, where the cursor goes, the rows it will be among."""

    total: int
    cursor: int
    pages: Pages[T]


def read_arrival(source: WindowSource[T], key: Hashable | None, start: int, reach: int) -> Arrival[T]:
    """Read what a list needs to show a source with the cursor on the item with `key`, or on the row `start`.

    `reach` is how many rows on either side of the cursor may be visible.
    """
    total = source.total
    if start >= total > 0:
        source.page(start, 1)  # the cursor may have stood further down than is known yet
        total = source.total
    position = None if key is None else source.position(key)
    cursor = max(0, min(start if position is None else position, total - 1))
    pages: Pages[T] = Pages()
    first, last = max(cursor - reach, 0), min(cursor + reach, total - 1)
    while total and (page := pages.missing(first, last)) is not None:
        pages.put(page, source.page(page * PAGE, PAGE))
    return Arrival(total, cursor, pages)


def read_page(source: WindowSource[T], page: int) -> tuple[Sequence[T], int]:
    """Read a page, and how many rows are known after that."""
    return source.page(page * PAGE, PAGE), source.total


@dataclass
class OfWindow(Message):
    """Something that happened in a list."""

    window: Any

    @property
    def control(self) -> Any:
        """The list it happened in."""
        return self.window


@dataclass
class OfItem(OfWindow):
    """Something that happened to an item of a list."""

    item: Any
