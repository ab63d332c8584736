"""The first line of a page: what it is about at the left, the way back at the right."""

from __future__ import annotations

from collections.abc import Sequence

from contacts_tui.domain.text import clip as clip_text
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.line import EMPTY, TEXT, Line, clip, compose, label, lead, line, rule, value, width_of

NARROW = 60
_APART = 2
_NAME = 24
"""How long a name in the way back may be where not all of it fits."""


def header(
    width: int, name: str, detail: str = "", *, path: Sequence[str] = (), place: Line = EMPTY, dim_detail: bool = False
) -> Line:
    """Name bold, `detail` (job and company) plain or dim, then the way back, dim, and `place`.

    Where it is too narrow the path goes first, then the detail is cut, and the name last.
    """
    room = width - 1 - TEXT - width_of(place) - (_APART if place else 0)
    name_line = clip((lead(name),), room)
    room -= width_of(name_line)
    extra: Line = (label(detail) if dim_detail else value(detail),) if detail else EMPTY
    left = room - _APART - (width_of(extra) + _APART if extra else 0)
    way = _way(path, left) if not (place and width < NARROW) else EMPTY
    if extra:
        extra = clip(extra, room - _APART - (width_of(way) + _APART if way else 0))
    right = line(way, "  " if way and place else "", place)
    return compose(width, (TEXT, line(name_line, "  " if extra else "", extra)), right=right)


def _way(path: Sequence[str], room: int) -> Line:
    """The way back in so much room: whole, with long names cut, the nearest pages only, or not at all."""
    shown = glyphs.current()
    cut = [clip_text(name, _NAME, shown.cut) for name in path]
    ways: list[Sequence[str]] = [path, cut, *((shown.cut, *cut[first:]) for first in range(1, len(path)))]
    drawn = (line(label(f" {shown.path} ".join(names))) for names in ways)
    return next((way for way in drawn if width_of(way) <= room), EMPTY)


def place(width: int, index: int, total: int, text: str = "") -> Line:
    """``[ 3 of 4 ]``: the brackets are the keys that lead to the one before and after; under 60 columns ``[3/4]``.

    `text` is the sentence "3 of 4" in the language shown.
    """
    if width < NARROW or not text:
        return line(lead("["), label(f"{index}/{total}"), lead("]"))
    return line(lead("["), label(f" {text} "), lead("]"))


def page_title(width: int, title: str, detail: str = "", *, path: Sequence[str] = ()) -> tuple[Line, Line]:
    """The head of a page that is not a card: title bold, a detail dim, the way back, and a rule under them."""
    return header(width, title, detail, path=path, dim_detail=True), rule(width)
