"""The set-up: its lists at the left; at the right the lines of one, and what there is to say about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contacts_tui.domain.code_lists import CodeList
from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.fields import Field
from contacts_tui.domain.message import Message, contextual, counted, message
from contacts_tui.domain.text import cell_width, wrap
from contacts_tui.locale import _, number
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.code_columns import Carriers, Columns, Values, carriers_of, value_text
from contacts_tui.ui.draw.line import (
    EMPTY,
    TEXT,
    Line,
    Piece,
    Role,
    Span,
    cell,
    compose,
    joined,
    label,
    lead,
    line,
    value,
)

_HINT_LINES = 3
_NAME_WIDTH, _WHERE_WIDTH = 24, 11


@dataclass(frozen=True, slots=True)
class ListEntry:
    """A line of the left side: a list, or the marketing set-up, which has no name and no count."""

    name: str
    title: str
    count: int | None = None


def entry_width(entries: Sequence[ListEntry], least: int = 29, most: int = 36) -> int:
    """How wide the left side is: its longest title and a count of three digits fit."""
    longest = max((cell_width(_(entry.title)) for entry in entries), default=0)
    return max(least, min(TEXT + longest + 5, most))


def entry_row(entry: ListEntry, width: int, is_cursor: bool, spot: bool) -> tuple[Line, ...]:
    """A list and how many lines it has."""
    count = label(number(entry.count)) if entry.count is not None else EMPTY
    name = Span(_(entry.title), role_of(is_cursor, spot))
    return (compose(width, (TEXT, name), right=count, mark=cursor_mark(is_cursor)),)


def role_of(is_cursor: bool, spot: bool) -> Role:
    """How the text that Enter acts on looks."""
    return Role.CURSOR if is_cursor and spot else Role.LEAD if is_cursor else Role.VALUE


def cursor_mark(is_cursor: bool) -> str:
    """What stands in the gutter."""
    return glyphs.current().cursor if is_cursor else ""


def heading(columns: Columns, width: int, opened: str = "") -> Line:
    """The titles of the columns; that of the open field is bold."""
    pieces: list[tuple[int, Piece]] = []
    for column in columns.columns:
        is_open = column.field is not None and column.field.name == opened
        text = cell(column.title, column.width, Role.LEAD if is_open else Role.LABEL, right=column.field is None)
        pieces.append((column.at, text))
    return compose(width, *pieces)


def value_span(field: Field, values: Values, role: Role = Role.VALUE) -> Span:
    """A value; the glyph for nothing, dim, where it is blank."""
    text = value_text(field, values[field.name])
    if text:
        return Span(text, role)
    return Span(glyphs.current().empty, Role.LABEL if role is Role.VALUE else role)


def line_row(columns: Columns, values: Values, used: int, width: int, *, is_cursor: bool, spot: bool) -> Line:
    """A line of a list; what Enter acts on is its first value."""
    pieces: list[tuple[int, Piece]] = []
    for index, column in enumerate(columns.columns):
        if column.field is None:
            text = cell(number(used), column.width, Role.VALUE if used else Role.LABEL, right=True)
        else:
            role = role_of(is_cursor, spot) if index == 0 else Role.VALUE
            shown = value_span(column.field, values, role)
            text = cell(shown.text, column.width, shown.role)
        pieces.append((column.at, text))
    return compose(width, *pieces, mark=cursor_mark(is_cursor))


def below_width(columns: Columns) -> int:
    """How wide the labels of the fields below a list are."""
    return max((cell_width(_(field.short_label)) for field in columns.below), default=0)


def below_at(columns: Columns) -> int:
    """Where the values of the fields below a list stand."""
    return TEXT + max(below_width(columns) + 2, 11)


def below_fields(columns: Columns, room: int, opened: str = "") -> tuple[Field, ...]:
    """The fields without a column that are shown in `room` lines: the first, or those up to the open one."""
    names = [field.name for field in columns.below]
    end = max(room, names.index(opened) + 1 if opened in names else 0)
    return columns.below[max(end - room, 0) : end]


def below_lines(
    columns: Columns, fields: Sequence[Field], values: Values | None, width: int, opened: str = ""
) -> list[Line]:
    """These fields of the line under the cursor, one to a line."""
    if values is None:
        return []
    drawn = []
    for field in fields:
        is_open = field.name == opened
        name = Span(_(field.short_label), Role.LEAD if is_open else Role.LABEL)
        shown: Piece = "" if is_open else value_span(field, values)
        drawn.append(compose(width, (TEXT, name), (below_at(columns), shown), mark=cursor_mark(is_open)))
    return drawn


def hint_lines(found: CodeList, width: int) -> list[Line]:
    """What the list means, dim; at most three lines."""
    rows = wrap(_(found.hint), max(width - 1 - TEXT, 1))
    return [compose(width, (TEXT, label(row))) for row in rows[:_HINT_LINES]]


def carriers_title(found: CodeList, code: str, used: int) -> Message:
    """How many contacts carry a code, in the word for those that may."""
    match carriers_of(found):
        case Carriers.COMPANIES:
            if not used:
                return message("No company carries {code}.", code=code)
            return counted("{count} company carries {code}", "{count} companies carry {code}", used, code=code)
        case Carriers.PEOPLE:
            if not used:
                return message("No person carries {code}.", code=code)
            return counted("{count} person carries {code}", "{count} people carry {code}", used, code=code)
        case _:
            if not used:
                return message("No contact carries {code}.", code=code)
            return counted("{count} contact carries {code}", "{count} contacts carry {code}", used, code=code)


def carriers_count(found: CodeList, used: int) -> Message:
    """How many they are."""
    match carriers_of(found):
        case Carriers.COMPANIES:
            return counted("{count} company", "{count} companies", used)
        case Carriers.PEOPLE:
            return counted("{count} person", "{count} people", used)
        case _:
            return counted("{count} contact", "{count} contacts", used)


def carriers_lines(
    title: Message, carriers: Sequence[ContactRow], used: int, width: int, room: int, key: str
) -> list[Line]:
    """Who carries the code under the cursor, as many as there is room for; `key` lists all of them."""
    if room < 1:
        return []
    drawn = [compose(width, (TEXT, label(_(title))))]
    rows = room - 1
    shown = list(carriers[: rows if used <= rows else max(rows - 1, 0)])
    longest = max((cell_width(carrier.name) for carrier in shown), default=0)
    where = TEXT + max(min(longest + 2, width - 1 - TEXT - _WHERE_WIDTH), _NAME_WIDTH)
    drawn += [
        _carrier(carrier, width, where if width > _NAME_WIDTH + _WHERE_WIDTH else width // 2) for carrier in shown
    ]
    if shown and used > len(shown) and rows > len(shown):
        more = label(_(counted("and {count} more", "and {count} more", used - len(shown))))
        drawn.append(compose(width, (TEXT, more), right=lead(key)))
    return drawn


def linked_line(carriers: Sequence[ContactRow], used: int, width: int, key: str) -> Line:
    """Which contact the line under the cursor is linked to, blank until it is known; `key` leads there."""
    if not used:
        return compose(width, (TEXT, label(_(message("Linked to no contact.")))))
    names = [value(carrier.name) for carrier in carriers]
    words = label(_(contextual("before a name", "Linked to")))
    return compose(width, (TEXT, line(words, " ", joined(names))), right=lead(key)) if names else EMPTY


def _carrier(carrier: ContactRow, width: int, at: int) -> Line:
    where = carrier.city if carrier.is_company else carrier.company or carrier.city
    return compose(width, (TEXT, value(carrier.name)), (at, value(where)), gap=2)


def empty_list(width: int, spot: bool, word: str) -> list[Line]:
    """What stands where the lines would: one plain sentence, and the line that makes the first one."""
    sentence = compose(width, (TEXT, value(_(message("There is no line yet.")))))
    way = line(Span(word, role_of(True, spot)))
    return [sentence, compose(width, (TEXT, way), mark=cursor_mark(True))]
