"""What the terminal shows, cell by cell, so that a frame sends only the cells that differ.

Textual sends whole regions: a page that opens is sent three times, once blank, and a cursor that moves takes its row
along. Over a slow line that is felt. Here a frame is compared with what was sent before, and only the difference is
written, with blank ends of lines erased instead of filled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

Cell = tuple[str, str]
"""A character and its SGR codes; a cell that a wide character reaches into holds no character."""

_BLANK: Cell = (" ", "")
_MOVE = 8
"""Sending so many unchanged cells is as cheap as moving over them."""
_ERASE = 3
"""Erasing to the end of the line takes so many bytes."""


class Written(CompositorUpdate):
    """A frame that is already worked out."""

    def __init__(self, sequences: str) -> None:
        self._sequences = sequences

    def render_segments(self, console: object) -> str:
        """The bytes to send."""
        return self._sequences


class Shadow:
    """Remembers what each cell of the terminal shows."""

    def __init__(self, color_system: ColorSystem = ColorSystem.STANDARD) -> None:
        self._color_system = color_system
        self._codes: dict[Style | None, str] = {None: ""}
        self._size = (0, 0)
        self._rows: dict[int, list[Cell]] = {}
        self._odd: set[int] = set()

    def forget(self) -> None:
        """The terminal may show anything: the next frame sends every row."""
        self._rows.clear()
        self._odd.clear()

    def changes(self, update: LayoutUpdate | ChopsUpdate, size: tuple[int, int]) -> str:
        """What has to be sent to show a frame; nothing when it is shown already."""
        if size != self._size:
            self.forget()
            self._size = size
        width = size[0]
        sequences = []
        for y, pieces in _pieces(update):
            before = self._rows.get(y)
            after = list(before) if before is not None else [_BLANK] * width
            odd = y in self._odd
            for x, strip in pieces:
                odd |= self._lay(after, x, strip)
            if before is None or after != before:
                sequences.append(_row(y, before, after, odd))
                self._rows[y] = after[:width]
                self._odd.discard(y)
                if odd:
                    self._odd.add(y)
        return "".join(sequences)

    def _lay(self, row: list[Cell], x: int, strip: Strip) -> bool:
        """Put a strip into a row; tells whether terminals may disagree on how wide it is."""
        odd = False
        for segment in strip:
            if segment.control or not segment.text:
                continue
            cells, joined = self._cells(segment)
            odd |= joined
            row[x : x + len(cells)] = cells
            x += len(cells)
        return odd

    def _cells(self, segment: Segment) -> tuple[list[Cell], bool]:
        text, codes = segment.text, self._sgr(segment.style)
        blank = (" ", codes if _shows_blanks(codes) else "")
        if text.isascii():
            return [blank if char == " " else (char, codes) for char in text], False
        cells: list[Cell] = []
        for char in text:
            size = get_character_cell_size(char)
            if size == 0 and cells:
                head = max(index for index, cell in enumerate(cells) if cell[0])
                cells[head] = (cells[head][0] + char, codes)
            else:
                cells += [blank if char == " " else (char, codes), *[("", codes)] * (size - 1)]
        width = cell_len(text)
        if len(cells) == width:
            return cells, False
        return [(text, codes), *[("", codes)] * (width - 1)], True

    def _sgr(self, style: Style | None) -> str:
        codes = self._codes.get(style)
        if codes is None and style is not None:
            rendered = _plain(style).render("x", color_system=self._color_system)
            codes = rendered[2 : rendered.index("m")] if rendered.startswith("\x1b[") else ""
            self._codes[style] = codes
        return codes or ""


def _plain(style: Style) -> Style:
    """The style without what is so anyway: default colours; and without a link, which no text may bring."""
    colours = (colour if colour and not colour.is_default else None for colour in (style.color, style.bgcolor))
    return style.update_link(None).without_color + Style.from_color(*colours)


def _pieces(update: LayoutUpdate | ChopsUpdate) -> Iterator[tuple[int, list[tuple[int, Strip]]]]:
    """The strips of each row of a frame, with the column where they begin."""
    if isinstance(update, LayoutUpdate):
        for y, strips in enumerate(update.strips, update.region.y):
            yield y, list(_placed(update.region.x, strips))
        return
    rows: dict[int, list[tuple[int, Strip]]] = {}
    for y, first, last in update.spans:
        rows.setdefault(y, []).extend(_within(update, y, first, last))
    yield from rows.items()


def _within(update: ChopsUpdate, y: int, first: int, last: int) -> Iterator[tuple[int, Strip]]:
    """The strips of a row that lie in the columns to be updated; what lies beside them was not drawn for this frame."""
    for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
        if strip is not None and x < last and end > first:
            yield x, strip if end <= last else strip.crop(0, last - x)


def _placed(x: int, strips: Iterable[Strip]) -> Iterator[tuple[int, Strip]]:
    for strip in strips:
        yield x, strip
        x += strip.cell_length


def _row(y: int, before: list[Cell] | None, after: list[Cell], odd: bool) -> str:
    """What turns a row into another."""
    end = _end(after)
    if before is None or odd or len(before) != len(after):
        return f"\x1b[{y + 1};1H\x1b[K{_run(after[:end])}{_close(after, end)}"
    differing = [index for index in range(len(after)) if before[index] != after[index]]
    erase = sum(index >= end for index in differing) > _ERASE
    if erase:
        differing = [index for index in differing if index < end]
    parts: list[str] = []
    reached = -1
    for first, last in _ranges(differing, after):
        reached = last
        parts.append(f"\x1b[{y + 1};{first + 1}H{_run(after[first:last])}{_close(after, last) if last == end else ''}")
    if erase:
        move = "" if reached == end else f"\x1b[{y + 1};{end + 1}H{_close(after, end)}"
        parts.append(f"{move}\x1b[K")
    return "".join(parts)


def _close(row: list[Cell], end: int) -> str:
    """A plain blank after text in a style, so that what is copied off the screen does not carry the style on."""
    return " " if 0 < end < len(row) and row[end - 1][1] else ""


def _ranges(differing: list[int], row: list[Cell]) -> list[tuple[int, int]]:
    """Cells to send, as ranges; close ones are one, and none begins inside a wide character."""
    ranges: list[tuple[int, int]] = []
    for index in differing:
        first, last = index, index + 1
        while first > 0 and not row[first][0]:
            first -= 1
        while last < len(row) and not row[last][0]:
            last += 1
        if ranges and first - ranges[-1][1] < _MOVE:
            ranges[-1] = (ranges[-1][0], max(last, ranges[-1][1]))
        else:
            ranges.append((first, last))
    return ranges


def _end(row: list[Cell]) -> int:
    """Where the blank rest of a row begins."""
    end = len(row)
    while end and row[end - 1] == _BLANK:
        end -= 1
    return end


def _run(cells: list[Cell]) -> str:
    """Text with its codes, one change of codes for each run; blanks do not interrupt a run."""
    parts: list[str] = []
    current = ""
    for char, codes in cells:
        if codes != current and char and not (char == " " and not codes and not _shows_blanks(current)):
            parts.append(f"\x1b[{'0;' if current and codes else '0' if current else ''}{codes}m")
            current = codes
        parts.append(char)
    if current:
        parts.append("\x1b[0m")
    return "".join(parts)


@lru_cache(maxsize=256)
def _shows_blanks(codes: str) -> bool:
    """Whether a blank with these codes looks different from an empty cell: underlined, reversed, on a background."""
    numbers = [int(code) for code in codes.split(";") if code]
    return any(number in (4, 7, 9, 21) or 40 <= number <= 48 or 100 <= number <= 107 for number in numbers)
