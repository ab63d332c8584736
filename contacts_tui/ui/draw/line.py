"""Lines of text as the screen shows them: spans with a role each, measured in cells.

Every list, card and dialog is drawn as such lines. Text enters through `Span`, which runs it through the guard, so a
line never holds a control character. Columns 0 and 1 are the gutter, text stands in 2 to width-2, the last stays empty.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from contacts_tui.domain import text as _text
from contacts_tui.domain.text import cell_width, guard
from contacts_tui.ui.draw import glyphs

TEXT = 2
"""The column in which all text starts."""


class Role(StrEnum):
    """What a piece of text is; what it looks like is the theme's business."""

    VALUE = "value"
    LABEL = "label"
    LEAD = "lead"
    CURSOR = "cursor"
    OPEN = "open"
    FOUND = "found"
    CHOSEN = "chosen"
    ACCENT = "accent"
    TROUBLE = "trouble"


class _Span(NamedTuple):
    text: str
    role: Role


class Span(_Span):
    """A run of text in one role; whatever a terminal could take for a command is removed."""

    __slots__ = ()

    def __new__(cls, text: str, role: Role = Role.VALUE) -> "Span":
        return tuple.__new__(cls, (guard(text), role))

    @property
    def width(self) -> int:
        """How many columns it takes."""
        return cell_width(self.text)


Line = tuple[Span, ...]
Piece = Span | str | Line
EMPTY: Line = ()


def value(text: str) -> Span:
    """What comes from a record, plain."""
    return Span(text)


def label(text: str) -> Span:
    """A label, a count, a unit, a hint: dim."""
    return Span(text, Role.LABEL)


def lead(text: str) -> Span:
    """What one came for: bold."""
    return Span(text, Role.LEAD)


def accent(text: str) -> Span:
    """One of the one-cell marks that carry the colour."""
    return Span(text, Role.ACCENT)


@lru_cache(maxsize=256)
def blank(width: int) -> Span:
    """So many empty columns."""
    return Span(" " * max(width, 0))


def line(*pieces: Piece) -> Line:
    """Pieces one after another; a plain `str` is a value, empty ones are left out."""
    spans: list[Span] = []
    for piece in pieces:
        if isinstance(piece, str):
            spans.append(Span(piece))
        elif isinstance(piece, Span):
            spans.append(piece)
        else:
            spans.extend(piece)
    return tuple(span for span in spans if span.text)


def width_of(spans: Iterable[Span]) -> int:
    """How many columns a line takes."""
    return sum(span.width for span in spans)


def text_of(spans: Iterable[Span]) -> str:
    """The text of a line without its roles."""
    return "".join(span.text for span in spans)


def clip(spans: Line, width: int) -> Line:
    """Cut a line to `width` columns, the cut marked by the glyph for it; blanks at its end are not worth a mark."""
    if width_of(spans) <= width:
        return spans
    trimmed = _trimmed(spans)
    if width_of(trimmed) <= width:
        return pad(trimmed, width)
    mark = glyphs.current().cut
    room = width - cell_width(mark)
    kept: list[Span] = []
    for span in trimmed if room >= 0 else EMPTY:
        if span.width > room:
            kept.append(Span(_text.clip(span.text, room, "").rstrip() + mark, span.role))
            break
        kept.append(span)
        room -= span.width
    return tuple(kept)


def _trimmed(spans: Line) -> Line:
    while spans and not spans[-1].text.rstrip():
        spans = spans[:-1]
    return (*spans[:-1], Span(spans[-1].text.rstrip(), spans[-1].role)) if spans else spans


def pad(spans: Line, width: int) -> Line:
    """Fill a line up to `width` columns."""
    missing = width - width_of(spans)
    return (*spans, blank(missing)) if missing > 0 else spans


def fit(spans: Line, width: int) -> Line:
    """Cut and fill a line to exactly `width` columns (one less only where a wide character does not fit)."""
    return pad(clip(spans, width), width)


def cell(text: str, width: int, role: Role = Role.VALUE, *, right: bool = False) -> Line:
    """A text cut and filled to `width` columns, the blanks apart from it, so that only the text wears the role."""
    shown = Span(_text.clip(guard(text), width, glyphs.current().cut), role)
    space = blank(width - shown.width)
    return line(space, shown) if right else line(shown, space)


def gutter(mark: str = "") -> Line:
    """Columns 0 and 1: `mark` (trouble for ``!``, else accent) or nothing."""
    if not mark:
        return (blank(TEXT),)
    role = Role.TROUBLE if mark == glyphs.current().look else Role.ACCENT
    return (Span(mark, role), blank(TEXT - cell_width(mark)))


def compose(width: int, *pieces: tuple[int, Piece], right: Piece = "", mark: str = "", gap: int = 1) -> Line:
    """A row of the screen: pieces at their columns, `right` ending before the last column, `mark` in the gutter.

    A piece is cut where the next begins, with `gap` blanks between them; `right` is never cut for another piece's sake
    and has two blanks before it. A piece without room is left out.
    """
    end = width - 1
    tail = clip(line(right), end - TEXT)
    limit = end - width_of(tail) - (2 if tail else 0)
    spans: Line = gutter(mark) if mark else ()
    for index, (column, piece) in enumerate(pieces):
        following = pieces[index + 1][0] - gap if index + 1 < len(pieces) else limit
        room = min(following, limit) - column
        if room <= 0:
            continue
        spans = line(pad(spans, column), clip(line(piece), room))
    return line(pad(spans, end - width_of(tail)), tail) if tail else spans


def columns_row(cells: Sequence[tuple[int, int, str, Role]], mark: str = "") -> Line:
    """A row of a list: texts at fixed columns, each with so many columns of room, cut at the next one's place.

    It draws what `compose` would, at a fraction of the cost, since a list draws dozens of rows for each key.
    """
    cut = glyphs.current().cut
    spans: list[Span] = list(gutter(mark)) if mark else []
    at = TEXT if mark else 0
    for index, (column, room, text, role) in enumerate(cells):
        if index + 1 < len(cells):
            room = min(room, cells[index + 1][0] - 1 - column)
        text = guard(text)
        if (size := cell_width(text)) > room:
            text = _text.clip(text, room, cut)
            size = cell_width(text)
        if text:
            spans += (blank(column - at), tuple.__new__(Span, (text, role)))  # the guard has seen it
            at = column + size
    return tuple(spans)


def rule(width: int, title: Piece = "", count: str = "", key: str = "", *, start: int = TEXT) -> Line:
    """A thin rule from `start` to the edge, with a bold title, a dim count and the key that opens it."""
    head = line(lead(title) if isinstance(title, str) else title, *((" ", label(count)) if count else ()))
    tail = line(" ", lead(key)) if key else EMPTY
    room = width - 1 - start - width_of(tail)
    head = clip(head, max(room - 2, 0))
    dashes = room - width_of(head) - (1 if head else 0)
    drawn = label(glyphs.current().rule * max(dashes, 0))
    return line(blank(start), head, " " if head else "", drawn, tail)


def joined(pieces: Iterable[Piece], role: Role = Role.VALUE) -> Line:
    """Pieces joined by the middle dot, as codes and facts are."""
    separator = Span(f" {glyphs.current().join} ", role)
    spans: Line = ()
    for piece in pieces:
        part = line(Span(piece, role) if isinstance(piece, str) else piece)
        if part:
            spans = (*spans, separator, *part) if spans else part
    return spans


def restyled(spans: Line, role: Role) -> Line:
    """The same text, all in one role; blanks at its ends stay plain."""
    return tuple(Span(span.text, role) if span.text.strip() else span for span in spans)
