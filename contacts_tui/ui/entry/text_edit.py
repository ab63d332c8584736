"""A text of several lines with a caret, broken into rows at blanks."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from contacts_tui.domain.text import cell_width


@dataclass(frozen=True, slots=True)
class Row:
    """A row on the screen: the text from `start` up to `end`."""

    start: int
    end: int


class TextEdit:
    """The text, the caret (a position in it), and the column that the caret keeps when it moves up and down."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.caret = len(text)
        self._column: int | None = None

    # Typing

    def insert(self, text: str) -> None:
        """Put text at the caret; a letter and the accent typed after it become one character."""
        head = unicodedata.normalize("NFC", self.text[: self.caret] + text)
        self.text = head + self.text[self.caret :]
        self._go(len(head))

    def delete_left(self) -> None:
        """Delete the character before the caret."""
        start = self._before(self.caret)
        self.text = self.text[:start] + self.text[self.caret :]
        self._go(start)

    def delete_right(self) -> None:
        """Delete the character after the caret."""
        self.text = self.text[: self.caret] + self.text[self._after(self.caret) :]
        self._go(self.caret)

    # Moving

    def left(self) -> None:
        """One character back."""
        self._go(self._before(self.caret))

    def right(self) -> None:
        """One character on."""
        self._go(self._after(self.caret))

    def start_of_row(self, width: int) -> None:
        """To the start of the row."""
        rows = self.rows(width)
        self._go(rows[self.row(rows)].start)

    def end_of_row(self, width: int) -> None:
        """To the end of the row."""
        rows = self.rows(width)
        index = self.row(rows)
        self._go(self._last(rows, index))

    def vertical(self, by: int, width: int) -> bool:
        """Some rows up (negative) or down; False where there is no row further on."""
        rows = self.rows(width)
        here = self.row(rows)
        target = max(0, min(here + by, len(rows) - 1))
        if target == here:
            return False
        if self._column is None:
            self._column = cell_width(self.text[rows[here].start : self.caret])
        column, caret = self._column, rows[target].start
        while caret < self._last(rows, target) and cell_width(self.text[rows[target].start : caret + 1]) <= column:
            caret += 1
        self._go(caret)
        self._column = column
        return True

    def _last(self, rows: list[Row], index: int) -> int:
        """The last place of a row; where the next one goes on without a line end it begins there."""
        goes_on = index + 1 < len(rows) and rows[index + 1].start == rows[index].end
        return max(rows[index].end - 1, rows[index].start) if goes_on else rows[index].end

    # Rows

    def rows(self, width: int) -> list[Row]:
        """The rows for a width of at least two columns; an empty text has one. There is always a cell for the caret."""
        found: list[Row] = []
        start = 0
        for paragraph in self.text.split("\n"):
            found += _broken(paragraph, start, max(width - 1, 1))
            start += len(paragraph) + 1
        return found

    def row(self, rows: list[Row]) -> int:
        """Which row the caret is in."""
        return max(index for index, row in enumerate(rows) if row.start <= self.caret)

    def _go(self, caret: int) -> None:
        self.caret, self._column = caret, None

    def _before(self, place: int) -> int:
        place = max(place - 1, 0)
        while place and self.text[place] != "\n" and cell_width(self.text[place]) == 0:
            place -= 1
        return place

    def _after(self, place: int) -> int:
        place = min(place + 1, len(self.text))
        while place < len(self.text) and self.text[place] != "\n" and cell_width(self.text[place]) == 0:
            place += 1
        return place


def _broken(paragraph: str, offset: int, width: int) -> list[Row]:
    """A paragraph in rows of at most `width` columns; the blank at which it is broken stays at the end of its row."""
    rows: list[Row] = []
    start = 0
    while (cut := _cut(paragraph, start, width)) is not None:
        rows.append(Row(offset + start, offset + cut))
        start = cut
    rows.append(Row(offset + start, offset + len(paragraph)))
    return rows


def _cut(paragraph: str, start: int, width: int) -> int | None:
    """Where the row that begins at `start` ends; None where the rest fits."""
    taken, blank = 0, start
    for index in range(start, len(paragraph)):
        char = paragraph[index]
        taken += cell_width(char)
        if taken > width and char != " ":
            return blank if blank > start else max(index, start + 1)
        if char == " ":
            blank = index + 1
    return None
