"""What the terminal shows, cell by cell, so that a frame sends only the cells that differ.

Textual sends whole regions: a page that opens is sent three times, once blank, and a cursor that moves takes its row
along. Over a slow line that is felt. Here a frame is compared with what was sent before, and only the difference is
written, with blank ends of lines erased instead of filled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len, get_character_cell_size
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from contacts_tui.ui.terminal.cells import BLANK, Cell, cell, changed_row, whole_row


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

    def know(self, rows: Iterable[Strip], size: tuple[int, int]) -> None:
        """The terminal, which is of this size, shows these rows already."""
        self.forget()
        self._size = size
        for y, strip in enumerate(rows):
            self._rows[y] = [BLANK] * size[0]
            if self._lay(self._rows[y], 0, strip):
                self._odd.add(y)

    def changes(self, update: LayoutUpdate | ChopsUpdate, size: tuple[int, int]) -> str:
        """What has to be sent to show a frame; nothing when it is shown already."""
        if size != self._size:
            self.forget()
            self._size = size
        width = size[0]
        sequences = []
        for y, pieces in _pieces(update):
            before = self._rows.get(y)
            after = list(before) if before is not None else [BLANK] * width
            odd = y in self._odd
            for x, strip in pieces:
                odd |= self._lay(after, x, strip)
            if before is None or after != before:
                if before is None or odd or len(before) != len(after):
                    sequences.append(whole_row(y, after))
                else:
                    sequences.append(changed_row(y, before, after))
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
        blank = cell(" ", codes)
        if text.isascii():
            return [blank if char == " " else (char, codes) for char in text], False
        cells: list[Cell] = []
        for char in text:
            size = get_character_cell_size(char)
            if size == 0 and cells:
                head = max(index for index, laid in enumerate(cells) if laid[0])
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
