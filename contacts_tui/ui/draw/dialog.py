"""A question below a rule: what goes, what stays, and the choices with their letter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from contacts_tui.domain.text import guard, wrap
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.footer import Hint, footer
from contacts_tui.ui.draw.line import EMPTY, TEXT, Line, Piece, Role, Span, compose, label, lead, rule, value

_LEAST_COLUMN = 8
_GAP = 2
_BEFORE_DETAIL = 4


class Option(NamedTuple):
    """A choice as it is drawn: its key, its text and what is said about it, in the language shown.

    `name` says what the text is, where it is a value: it stands before it, dim, in a column of its own.
    """

    key: str
    text: str
    detail: str = ""
    name: str = ""


class Question(NamedTuple):
    """Title, effects as (label, text), choices; `trouble` puts ``!`` before the title."""

    title: str
    options: Sequence[Option]
    effects: Sequence[tuple[str, str]] = ()
    trouble: bool = False


def dialog_lines(question: Question, cursor: int, width: int, height: int, hints: Sequence[Hint]) -> list[Line]:
    """The dialog with the cursor on a choice; blank lines go, then choices scroll, where there are few rows.

    Title and effects go on below where they are too long: nothing that one has to know is cut.
    """
    effects = [TEXT + label(name).width + 1 for name, _ in question.effects]
    column = max([_LEAST_COLUMN, *effects, *(TEXT + lead(option.key).width + _GAP for option in question.options)])
    head = [rule(width), *_title(question, width)]
    for name, text in question.effects:
        head += _effect(name, text, width, column)
    names = max((label(option.name).width for option in question.options), default=0)
    column += names + 2 if names else 0
    detail = column + max((value(option.text).width for option in question.options), default=0) + _BEFORE_DETAIL
    rows = [
        _option(option, index == cursor, width, column, detail, names) for index, option in enumerate(question.options)
    ]
    foot = footer(hints, width)
    if len(head) + len(rows) + 3 <= height:
        return [*head, EMPTY, *rows, EMPTY, foot]
    space = max(height - len(head) - 1, 1)
    first = max(0, min(cursor - space // 2, len(rows) - space))
    return [*head[: max(height - 2, 0)], *rows[first : first + space], foot]


def _title(question: Question, width: int) -> list[Line]:
    mark = glyphs.current().look if question.trouble else ""
    rows = wrap(guard(question.title), width - 1 - TEXT)
    return [compose(width, (TEXT, lead(row)), mark="" if index else mark) for index, row in enumerate(rows)]


def _effect(name: str, text: str, width: int, column: int) -> list[Line]:
    rows = wrap(guard(text), max(width - 1 - column, 1))
    return [
        compose(width, (TEXT, label("" if index else name)), (column, value(row))) for index, row in enumerate(rows)
    ]


def _option(option: Option, is_cursor: bool, width: int, column: int, detail: int, names: int) -> Line:
    text = Span(option.text, Role.CURSOR if is_cursor else Role.VALUE)
    pieces: list[tuple[int, Piece]] = [(TEXT, lead(option.key))]
    if option.name:
        pieces.append((column - names - 2, label(option.name)))
    pieces.append((column, text))
    if option.detail:
        at = min(detail, max(width - 1 - label(option.detail).width, column + value(option.text).width + 2))
        pieces.append((at, label(option.detail)))
    return compose(width, *pieces, mark=glyphs.current().cursor if is_cursor else "", gap=_GAP)
