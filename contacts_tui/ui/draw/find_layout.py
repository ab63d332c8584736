"""How Find divides the screen: for the page itself, and for its first picture, drawn before any style sheet is read."""

from __future__ import annotations

from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.footer import SHORT
from contacts_tui.ui.draw.line import Line, blank, label, line

PREVIEW, TALL_PREVIEW = 8, 13
"""The two heights of the preview, its rule included."""
_LIST, _WIDE_LIST = 59, 80
_BESIDE, _WIDE = 120, 160
_FEW = 6


def stands_beside(width: int, height: int) -> bool:
    """Whether there is room for the card beside the list."""
    return width >= _BESIDE and height >= SHORT


def list_width(width: int) -> int:
    """The columns of a list that has the card beside it."""
    return _WIDE_LIST if width >= _WIDE else _LIST


def preview_height(height: int, total: int) -> int:
    """The rows of the preview under a list of so many rows: few of them leave it room."""
    if height < SHORT:
        return 0
    return TALL_PREVIEW if total <= _FEW and height >= PREVIEW + TALL_PREVIEW else PREVIEW


def edge() -> Line:
    """What parts the list from the card beside it, two columns wide."""
    return line(blank(1), label(glyphs.current().edge))
