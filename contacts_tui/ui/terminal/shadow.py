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
from contacts_tui.ui.terminal.cells import BLANK, Cell, cell, changed_row, fitted, whole_row
from contacts_tui.ui.terminal.frames import Frame, Piece, as_runs
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
        self._guard = ExitGuard(encoding)
        self._codes: dict[Role | Style | None, str] = {role: codes_of(role, colours=colours) for role in Role}
        self._size = (0, 0)
        self._rows: dict[int, list[Cell]] = {}
        self._odd: set[int] = set()

    def forget(self) -> None:
        """The terminal may show anything: the next frame sends every row."""
        self._rows.clear()
        self._odd.clear()

    def know(self, lines: Sequence[Line], size: tuple[int, int]) -> None:
        """The terminal, which is of this size, shows these lines already."""
        self.changes(Frame({y: [Piece(0, size[0], as_runs(line))] for y, line in enumerate(lines)}), size)

    def changes(self, frame: Frame, size: tuple[int, int]) -> str:
        """What has to be sent to show a frame; nothing when it is shown already."""
        if size != self._size:
            self.forget()
            self._size = size
        width = size[0]
        sequences = []
        for y, pieces in frame.rows.items():
            before = self._rows.get(y)
            after = list(before) if before is not None else [BLANK] * width
            odd = y in self._odd
            for piece in pieces:
                odd |= self._lay(after, piece)
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

    def _lay(self, row: list[Cell], piece: Piece) -> bool:
        """Put a piece into a row; tells whether terminals may disagree on how wide it is."""
        laid: list[Cell] = []
        odd = False
        for text, look in piece.runs:
            cells, joined = _cells(self._guard(text), self._sgr(look))
            laid += cells
            odd |= joined
        row[piece.x : piece.x + piece.width] = fitted(laid, piece.width)
        return odd

    def _sgr(self, look: Role | Style | None) -> str:
        codes = self._codes.get(look)
        if codes is None and isinstance(look, Style):
            rendered = _plain(look).render("x", color_system=self._color_system)
            codes = rendered[2 : rendered.index("m")] if rendered.startswith("\x1b[") else ""
            self._codes[look] = codes
        return codes or ""


@lru_cache(maxsize=2048)
def _cells(text: str, codes: str) -> tuple[Sequence[Cell], bool]:
    """The cells of a text, and whether terminals may disagree on how many they are."""
    if text.isascii():
        return [cell(char, codes) for char in text], False
    cells: list[Cell] = []
    for char in text:
        size = get_character_cell_size(char)
        if size == 0 and cells:
            head = max(index for index, laid in enumerate(cells) if laid[0])
            cells[head] = (cells[head][0] + char, codes)
        else:
            cells += [cell(char, codes), *[("", codes)] * (size - 1)]
    width = cell_len(text)
    if len(cells) == width:
        return cells, False
    return [(text, codes), *[("", codes)] * (width - 1)], True


def _plain(style: Style) -> Style:
    """The style without what is so anyway: default colours; and without a link, which no text may bring."""
    colours = (colour if colour and not colour.is_default else None for colour in (style.color, style.bgcolor))
    return style.update_link(None).without_color + Style.from_color(*colours)
