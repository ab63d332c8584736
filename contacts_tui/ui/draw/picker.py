"""The picker under an open field: codes, their words and counts, what is chosen, the line that makes a new one."""

from __future__ import annotations

from contacts_tui.domain.message import message
from contacts_tui.domain.text import cell_width
from contacts_tui.locale import _, number
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.line import (
    EMPTY,
    TEXT,
    Line,
    Role,
    Span,
    accent,
    blank,
    cell,
    clip,
    compose,
    joined,
    label,
    line,
    rule,
    value,
    width_of,
)
from contacts_tui.ui.entry.picking import Pick, Picking

MOST = 8
_LEAST_CODE = 7
_MOST_CODE = 12


def picker_note(picking: Picking) -> Line:
    """What stands at the right of the open field: how many options there are, and what the numbers below mean."""
    shown, total = len(picking.shown), len(picking.options)
    text = _(message("{shown} of {total}", shown=shown, total=total)) if shown < total else number(total)
    if any(one.used is not None for one in picking.options):
        return joined([text, _("used by")], Role.LABEL)
    return (label(text),) if picking.options else EMPTY


def picker_lines(picking: Picking, width: int, height: int, column: int, note: Line = EMPTY) -> list[Line]:
    """The picker below its field, its codes at `column`; `height` is the room, the rule at its end included.

    What is chosen and the rule go where there are few rows; then the options scroll. `note` stands on the rule, where
    the field's own line has no room for it.
    """
    rows = _rows(picking, width, column)
    chosen = [_chosen(picking, width, column)] if picking.many else []
    close = [line(rule(width - width_of(note) - (1 if note else 0)), " " if note else "", note)]
    if min(len(rows), MOST) + len(chosen) + len(close) > height:
        close = []
    if min(len(rows), MOST) + len(chosen) > height:
        chosen = []
    room = max(min(MOST, height - len(chosen) - len(close)), 1)
    at = picking.at + len(rows) - max(picking.size, 1)
    first = max(0, min(at - room // 2, len(rows) - room))
    return [*rows[first : first + room], *chosen, *close]


def _rows(picking: Picking, width: int, column: int) -> list[Line]:
    box = 4 if picking.many else 0
    codes = [cell_width(one.code) for one in picking.shown]
    words = column + box + min(max([_LEAST_CODE, *codes]), _MOST_CODE) + 2
    # Options that are words themselves have the whole line.
    after = words if any(one.words for one in picking.shown) else width
    rows = []
    if picking.is_nowhere or not picking.size:
        why = message("Nothing has all of these words.") if picking.typed.strip() else message("There are none yet.")
        nothing = clip((label(_(why)),), width - 1 - column)
        rows.append(_edged(width, column, (column, nothing), is_at=False))
    if picking.has_blank and picking.blank is not None:
        is_at = picking.at == 0
        rows.append(_row(width, column, words, Span(glyphs.current().empty), _(picking.blank), is_at=is_at))
    for index, one in enumerate(picking.shown, int(picking.has_blank)):
        rows.append(_option(picking, one, width, column, after, is_at=index == picking.at))
    if picking.new_code and picking.make is not None:
        rows.append(_new(picking, width, column, words))
    return rows


def _option(picking: Picking, one: Pick, width: int, column: int, words: int, *, is_at: bool) -> Line:
    shown = glyphs.current()
    box: Line = EMPTY
    if picking.many:
        box = line(shown.ticked if one.code in picking.chosen else shown.unticked, " ")
    code = line(box, Span(one.code, Role.LEAD if is_at else Role.VALUE))
    used = value(number(one.used)) if one.used is not None else label(one.about) if one.about else value("")
    return _row(width, column, words, code, one.words, is_at=is_at, right=(used,) if used.text else EMPTY)


def _row(
    width: int, column: int, words: int, code: Line | Span, text: str, *, is_at: bool, right: Line = EMPTY
) -> Line:
    meaning = Span(text, Role.LEAD if is_at else Role.VALUE)
    return _edged(width, column, (column, line(code)), (words, line(meaning)), is_at=is_at, right=right)


def _new(picking: Picking, width: int, column: int, words: int) -> Line:
    """The code is shown whole, since it is what Enter makes."""
    role = Role.LEAD if picking.is_on_new else Role.VALUE
    box = 4 if picking.many else 2
    code = line(accent(glyphs.current().mark), blank(box - 1), Span(picking.new_code, role))
    text = label(_(picking.make)) if picking.make is not None else ""
    words = max(words, column + width_of(code) + 2)
    return _edged(width, column, (column, code), (words, line(text)), is_at=picking.is_on_new)


def _edged(width: int, column: int, *pieces: tuple[int, Line], is_at: bool, right: Line = EMPTY) -> Line:
    mark = accent(glyphs.current().cursor) if is_at else label(glyphs.current().edge)
    return compose(width, (max(column - 2, 0), line(mark)), *pieces, right=right)


def _chosen(picking: Picking, width: int, column: int) -> Line:
    words = {one.code: one.words for one in picking.options}
    names = joined(words.get(code, code) for code in picking.chosen) or (label(glyphs.current().empty),)
    title = cell(_("Chosen"), max(column - 1 - TEXT, 1), Role.LABEL)
    return compose(width, (TEXT, title), (column, names))
