"""One change of the history in a line or two: from what to what. What was before gives way first, a number is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contacts_tui.domain.history import Action
from contacts_tui.domain.message import Message, contextual
from contacts_tui.domain.text import cell_width, clip
from contacts_tui.locale import _
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.line import Line, Role, Span, line, width_of

if TYPE_CHECKING:
    from contacts_tui.services.history_words import HistoryLine

_LEAST_OLD = 6
"""An older value of which fewer columns would stay is left out."""


def change_text(found: HistoryLine, *, dim_old: bool = False) -> Line:
    """One change in short: ``Linda Martin → Nadia Benali``, ``+ WHOLE Wholesale``, for a contact its number.

    Codes show as words; one that was given or taken is named too, since it is what the set-up calls it.
    """
    role = Role.LABEL if dim_old else Role.VALUE
    if found.is_erased:
        return (Span(_(contextual("value", "erased")), role),)
    if found.action is Action.CHANGE:
        return line(Span(f"{_old(found)} {glyphs.current().change} ", role), _new(found))
    added = found.action is Action.ADD
    code, words = (found.new, found.new_words) if added else (found.old, found.old_words)
    meaning = _words(words)
    text = found.number if found.kind == "contact" else str(code) if meaning in ("", code) else f"{code} {meaning}"
    return (Span(f"{'+' if added else '-'} {' '.join(text.split())}", Role.VALUE if added else role),)


def change_within(found: HistoryLine, room: int, *, dim_old: bool = False) -> Line:
    """A change for `room` columns: what was before is cut, or left out where it is a number or too little would stay.

    The new value is never cut here; whoever shows it has to where it alone is too long.
    """
    whole = change_text(found, dim_old=dim_old)
    if width_of(whole) <= room or found.action is not Action.CHANGE or found.is_erased:
        return whole
    arrow = f"{glyphs.current().change} "
    old, new = _old(found), _new(found)
    left = room - cell_width(f" {arrow}{new}")
    role = Role.LABEL if dim_old else Role.VALUE
    if left < _LEAST_OLD or _is_number(old):
        return line(Span(arrow, role), new)
    return line(Span(f"{clip(old, left, glyphs.current().cut)} {arrow}", role), new)


def change_rows(found: HistoryLine, room: int) -> list[Line]:
    """A change, what was before dim; in two rows where one would cut a number or leave nothing of what was before."""
    drawn = change_within(found, room, dim_old=True)
    if found.action is not Action.CHANGE or len(drawn) < 2 or drawn[0].text.strip() != glyphs.current().change:
        return [drawn]
    return [(Span(_old(found), Role.LABEL),), drawn]


def _old(found: HistoryLine) -> str:
    return _shown(found.old, found.old_words)


def _new(found: HistoryLine) -> str:
    return _shown(found.new, found.new_words)


def _shown(value: str | bool, words: str | Message) -> str:
    """What a value means, in one line; a blank one is ``–``, a switch a box."""
    marks = glyphs.current()
    if isinstance(value, bool):
        return marks.ticked if value else marks.unticked
    return " ".join(_words(words).split()) or marks.empty


def _words(words: str | Message) -> str:
    return _(words) if isinstance(words, Message) else words


def _is_number(text: str) -> bool:
    """Whether a value is a phone, a number or a date, which mean something else when they are cut."""
    return any(one.isdigit() for one in text) and not any(one.isalpha() for one in text)
