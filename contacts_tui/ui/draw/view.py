"""Lines with places where the cursor can stop: what a card's sections and the forms are drawn as."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import overload

from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.line import EMPTY, Line, Role


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the cursor stands.

    `spot` tells whether the next key acts there, `opened` whether its field is open; `note` is what stands at the
    right of the open field's line, instead of its neighbour.
    """

    key: str = ""
    spot: bool = True
    opened: bool = False
    note: Line = EMPTY

    def is_at(self, key: str) -> bool:
        """Whether it stands there."""
        return key == self.key

    def opens(self, key: str) -> bool:
        """Whether it stands there and the field is open."""
        return self.opened and key == self.key

    def role(self, key: str, usual: Role = Role.VALUE) -> Role:
        """How the text that Enter acts on looks."""
        if key != self.key:
            return usual
        return Role.CURSOR if self.spot else Role.LEAD

    def mark(self, *keys: str) -> str:
        """What stands in the gutter of a line that holds these places."""
        return glyphs.current().cursor if self.key in keys else ""


NOWHERE = Cursor()


@dataclass(frozen=True, slots=True)
class Stop:
    """A place: its line, the column where its value stands, how many columns can be typed there, and its side."""

    key: str
    row: int
    column: int
    width: int
    side: int = 0


@dataclass(frozen=True, slots=True)
class View:
    """Lines from the top down, and the places among them in reading order."""

    lines: Sequence[Line] = ()
    stops: tuple[Stop, ...] = ()

    def stop(self, key: str) -> Stop | None:
        """The place with that key."""
        return next((stop for stop in self.stops if stop.key == key), None)

    def step(self, key: str, by: int, side: int) -> str:
        """The place on the next line up (-1) or down (1) that has one, on that side where there are two."""
        here = self.stop(key)
        if here is None:
            return self.first
        rows = sorted({stop.row for stop in self.stops if (stop.row - here.row) * by > 0}, reverse=by < 0)
        if not rows:
            return key
        near = [stop for stop in self.stops if stop.row == rows[0]]
        return min(near, key=lambda stop: abs(stop.side - side)).key

    def across(self, key: str, side: int) -> str:
        """The place on the other side whose line is nearest."""
        here = self.stop(key)
        others = [stop for stop in self.stops if stop.side == side]
        if here is None or not others or here.side == side:
            return key
        nearest = min(others, key=lambda stop: abs(stop.row - here.row))
        return nearest.key if abs(nearest.row - here.row) <= _NEAR else key

    def nearest(self, row: int) -> str:
        """The place nearest to a line."""
        return min(self.stops, key=lambda stop: (abs(stop.row - row), stop.side)).key if self.stops else ""

    @property
    def first(self) -> str:
        """The first place; blank where there is none."""
        return self.stops[0].key if self.stops else ""

    @property
    def last(self) -> str:
        """The last place."""
        return self.stops[-1].key if self.stops else ""


_NEAR = 6


class DrawnWhenSeen(Sequence[Line]):
    """Lines of which only those in the window are drawn."""

    def __init__(self, count: int, draw: Callable[[int], Line]) -> None:
        self._count = count
        self._draw = draw

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Line: ...

    @overload
    def __getitem__(self, index: slice) -> list[Line]: ...

    def __getitem__(self, index: int | slice) -> Line | list[Line]:
        if isinstance(index, slice):
            return [self._draw(row) for row in range(*index.indices(self._count))]
        if not -self._count <= index < self._count:
            raise IndexError(index)
        return self._draw(index % self._count)


def stacked(*parts: View | Iterable[Line]) -> View:
    """Parts one below the other."""
    lines: list[Line] = []
    stops: list[Stop] = []
    for part in parts:
        view = part if isinstance(part, View) else View(tuple(part))
        stops += [replace(stop, row=stop.row + len(lines)) for stop in view.stops]
        lines += view.lines
    return View(tuple(lines), tuple(stops))
