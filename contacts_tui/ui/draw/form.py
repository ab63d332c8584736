"""A form: its fields, the line that ends it, and its title with the state of the draft."""

from __future__ import annotations

from collections.abc import Sequence

from contacts_tui.domain.text import cell_width, clip, wrap
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.header import header
from contacts_tui.ui.draw.line import TEXT, Line, Role, Span, compose, label, rule
from contacts_tui.ui.draw.view import Cursor, Stop, View


def form_title(width: int, title: str, detail: str, path: Sequence[str]) -> list[Line]:
    """The title of a form, dim beside it the state of the draft, and the rule below; the title is cut for the state."""
    name = clip(title, width - 1 - TEXT - (cell_width(detail) + 2 if detail else 0), glyphs.current().cut)
    return [header(width, name, detail, path=path, dim_detail=True), rule(width)]


def save_width(text: str, note: str) -> int:
    """How wide a window has to be for the line that ends a form and what stands beside it."""
    return TEXT + cell_width(text) + 2 + cell_width(note) + 1


def save_view(key: str, text: str, note: str, width: int, cursor: Cursor) -> View:
    """The line that ends a form; beside it what will come of it, dim, or below where it would be cut."""
    name = Span(text, cursor.role(key, Role.LEAD))
    stops = (Stop(key, 0, TEXT, cell_width(text)),)
    if save_width(text, note) > width:
        alone = compose(width, (TEXT, name), mark=cursor.mark(key))
        rows = wrap(note, max(width - 1 - TEXT, 1))
        return View((alone, *(compose(width, (TEXT, label(row))) for row in rows)), stops)
    line = compose(width, (TEXT, name), (TEXT + cell_width(text) + 2, label(note)), mark=cursor.mark(key))
    return View((line,), stops)
