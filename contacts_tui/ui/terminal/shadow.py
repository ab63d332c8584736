"""What the terminal shows, cell by cell, so that a frame sends only the cells that differ.

Textual sends whole regions: a page that opens is sent three times, once blank, and a cursor that moves takes its row
along. Over a slow line that is felt. Here a frame is compared with what was sent before, and only the difference is
written, with blank ends of lines erased instead of filled.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size
from rich.color import ColorSystem
from rich.style import Style
from textual._compositor import CompositorUpdate

from contacts_tui.ui.draw.line import Line, Role
from contacts_tui.ui.draw.looks import codes_of
from contacts_tui.ui.terminal.cells import (
    REACHED,
    Row,
    blank,
    changed_row,
    fitted,
    look_of,
    looks_of,
    one_cell,
    placed,
    whole_row,
)
from contacts_tui.ui.terminal.frames import Frame, Piece
from contacts_tui.ui.terminal.guard import ExitGuard


class Written(CompositorUpdate):
    """A frame that is already worked out."""

    def __init__(self, sequences: str) -> None:
        self._sequences = sequences

    def render_segments(self, console: object) -> str:
        """The bytes to send."""
        return self._sequences


class Shadow:
    """Remembers what each cell of the terminal shows. `encoding` is the terminal's."""

    def __init__(
        self,
        color_system: ColorSystem = ColorSystem.STANDARD,
        *,
        colours: bool = True,
        encoding: str = "utf-8",
    ) -> None:
        self._color_system = color_system
        self._looks: dict[Role | Style | None, str] = {role: look_of(codes_of(role, colours=colours)) for role in Role}
        guard = ExitGuard(encoding)
        self._cells = lru_cache(maxsize=2048)(lambda text, look: _cells(guard(text), look))
        self._size = (0, 0)
        self._rows: dict[int, Row] = {}
        self._odd: set[int] = set()

    def forget(self) -> None:
        """The terminal may show anything: the next frame sends every row."""
        self._rows.clear()
        self._odd.clear()

    def know(self, lines: Sequence[Line], size: tuple[int, int]) -> None:
        """The terminal, which is of this size, shows these lines already."""
        self.changes(Frame({y: [Piece(0, size[0], line)] for y, line in enumerate(lines)}), size)

    def changes(self, frame: Frame, size: tuple[int, int]) -> str:
        """What has to be sent to show a frame; nothing when it is shown already."""
        if size != self._size:
            self.forget()
            self._size = size
        sequences = []
        for y, pieces in frame.rows.items():
            before = self._rows.get(y)
            after = before or blank(size[0])
            odd = y in self._odd
            for piece in pieces:
                laid, is_odd = self._laid(piece)
                after = placed(after, piece.x, laid)
                odd |= is_odd
            if after == before:
                continue
            if before is None or odd:
                sequences.append(whole_row(y, after))
            else:
                first, last = min(piece.x for piece in pieces), max(piece.x + piece.width for piece in pieces)
                sequences.append(changed_row(y, before, after, first, last))
            self._rows[y] = after
            self._odd.discard(y)
            if odd:
                self._odd.add(y)
        return "".join(sequences)

    def _laid(self, piece: Piece) -> tuple[Row, bool]:
        """A piece as cells; and whether terminals may disagree on how wide it is."""
        cells, looks = self._cells, self._looks
        runs = [cells(text, looks.get(look) or self._look(look)) for text, look in piece.runs]
        laid = Row("".join([text for text, _, _ in runs]), "".join([looks for _, looks, _ in runs]))
        return fitted(laid, piece.width), any([odd for _, _, odd in runs])

    def _look(self, look: Role | Style | None) -> str:
        codes = ""
        if isinstance(look, Style):
            rendered = _plain(look).render("x", color_system=self._color_system)
            codes = rendered[2 : rendered.index("m")] if rendered.startswith("\x1b[") else ""
        return self._looks.setdefault(look, look_of(codes))


def _cells(text: str, look: str) -> tuple[str, str, bool]:
    """The cells of a text, the look of each, and whether terminals may disagree on how many they are."""
    if text.isascii():
        return text, looks_of(text, look), False
    cells: list[str] = []
    for char in text:
        size = get_character_cell_size(char)
        if size == 0 and cells:
            head = max(index for index, laid in enumerate(cells) if laid)
            cells[head] += char
        else:
            cells += [char, *[""] * (size - 1)]
    width = cell_len(text)
    odd = len(cells) != width
    if odd:
        cells = [text, *[""] * (width - 1)]
    laid = "".join(one_cell(cell) if cell else REACHED for cell in cells)
    return laid, looks_of(laid, look), odd


def _plain(style: Style) -> Style:
    """The style without what is so anyway: default colours; and without a link, which no text may bring."""
    colours = (colour if colour and not colour.is_default else None for colour in (style.color, style.bgcolor))
    return style.update_link(None).without_color + Style.from_color(*colours)
