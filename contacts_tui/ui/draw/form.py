"""A form: its fields, the line that ends it, and its title with the state of the draft."""

from __future__ import annotations

from collections.abc import Sequence

from contacts_tui.domain.text import cell_width
from contacts_tui.ui.draw.header import header
from contacts_tui.ui.draw.line import TEXT, Line, Role, Span, compose, label, rule
from contacts_tui.ui.draw.view import Cursor, Stop, View


def form_title(width: int, title: str, detail: str, path: Sequence[str]) -> list[Line]:
    """The title of a form, dim beside it the state of the draft, and the rule below."""
    return [header(width, title, detail, path=path, dim_detail=True), rule(width)]


def save_view(key: str, text: str, note: str, width: int, cursor: Cursor) -> View:
    """The line that ends a form; beside it what will come of it, dim."""
    name = Span(text, cursor.role(key, Role.LEAD))
    line = compose(width, (TEXT, name), (TEXT + cell_width(text) + 2, label(note)), mark=cursor.mark(key))
    return View((line,), (Stop(key, 0, TEXT, cell_width(text)),))
