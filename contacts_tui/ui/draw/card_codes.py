"""The codes of a contact, list by list, and where a company can be looked up on the web."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from contacts_tui.domain.text import cell_width
from contacts_tui.locale import _, number
from contacts_tui.ui.card.card_fields import brief_of, label_of, label_width
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.card_values import code_words, codes_line, value_of
from contacts_tui.ui.draw.field_grid import Cell, Columns, Side, columns_for, grid
from contacts_tui.ui.draw.line import EMPTY, TEXT, Line, Role, Span, compose, label, rule
from contacts_tui.ui.draw.view import Cursor, Stop, View, stacked

if TYPE_CHECKING:
    from contacts_tui.services.cards import Card, GivenCode

WEB_KEY = "web:"
"""The place of a web source is this and its code."""
_COMPANY = ("business_relations", "industry_groups", "mailing_groups")
_PERSON = ("job_responsibilities", "mailing_groups")
_OF_COMPANY = ("business_relations", "industry_groups", "web_sources")
_LEAST_CODE = 8
_WORD, _LEAST_WORD = 44, 22


def codes_view(card: Card, width: int, cursor: Cursor, web_key: str = "") -> View:
    """The section; on a person, the relations and industries of the company stand below, for reading (CT-R3)."""
    columns = columns_for(width, label_width(), single=width >= 60)
    room = max([_LEAST_CODE, *(cell_width(one.code) + 2 for given in card.codes.values() for one in given)])
    if card.contact.is_company:
        parts = [_list(card, name, columns, cursor, room) for name in _COMPANY]
        parts.append(grid([_cell(card, "web_sources")], columns, cursor))
        if card.codes["web_sources"]:
            parts += [View((EMPTY,)), _web_sources(card.codes["web_sources"], width, cursor, web_key)]
        return stacked(*parts)
    parts = [grid([_cell(card, "organizational_level")], columns, cursor)]
    parts += [_list(card, name, columns, cursor, room) for name in _PERSON]
    if card.company is not None:
        parts.append(View((EMPTY, rule(width, _("From the company")))))
        parts += [_list(card, name, columns, cursor, room, fixed=True) for name in _OF_COMPANY]
    return stacked(*parts)


def _cell(card: Card, key: str) -> Cell:
    shown = codes_line(card.codes[key]) if key in card.codes else value_of(card, key)
    return Cell(key, _(label_of(key)), _(brief_of(key)), shown, Side.LONG)


def _list(card: Card, name: str, columns: Columns, cursor: Cursor, room: int, *, fixed: bool = False) -> View:
    """A list: its codes below each other, the code dim in `room` columns, what it means plain."""
    given = card.codes[name]
    key = "" if fixed else name
    title = _(brief_of(name) if columns.brief else label_of(name))
    lines = []
    for row, one in enumerate(given or (None,)):
        first = row == 0
        opened = first and not fixed and cursor.opens(name)
        pieces: list[tuple[int, Span | Line]] = []
        if first:
            pieces.append((TEXT, Span(title, Role.LEAD if opened else Role.LABEL)))
        if not opened:
            role = cursor.role(name) if first and not fixed else Role.VALUE
            if one is None:
                pieces.append((columns.value, Span(glyphs.current().empty, Role.LABEL if role is Role.VALUE else role)))
            else:
                pieces.append((columns.value, label(one.code)))
                pieces.append((columns.value + room, Span(code_words(one), role)))
        note = cursor.note if opened else EMPTY
        lines.append(compose(columns.width, *pieces, right=note, mark=cursor.mark(key) if first and key else ""))
    stops = () if fixed else (Stop(name, 0, columns.value, 28),)
    return View(tuple(lines), stops)


def _web_sources(given: Sequence[GivenCode], width: int, cursor: Cursor, key: str) -> View:
    """The web sources with the word to search there, which is what Enter changes."""
    head = rule(width, _("Web sources"), number(len(given)), key)
    codes = max(cell_width(one.code) for one in given) + 2
    words = TEXT + codes + max(cell_width(one.words) for one in given) + 2
    at = min(max(_WORD, words), width - 1 - _LEAST_WORD) if width >= 60 else width // 2
    lines, stops = [head], []
    for row, one in enumerate(given, 1):
        place = f"{WEB_KEY}{one.code}"
        opened = cursor.opens(place)
        pieces: list[tuple[int, Span | Line]] = [(TEXT, label(one.code))]
        if width >= 60:
            pieces.append((TEXT + codes, Span(one.words)))
        if not opened:
            pieces.append((at, Span(one.search_word, cursor.role(place))))
        lines.append(compose(width, *pieces, mark=cursor.mark(place)))
        stops.append(Stop(place, row, at, min(30, width - 1 - at)))
    return View(tuple(lines), tuple(stops))
