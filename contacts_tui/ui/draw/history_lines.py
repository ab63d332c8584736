"""What a step changed, value by value: whose it is, which field, from what to what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from contacts_tui.domain.history import Action, people_told
from contacts_tui.domain.message import Message
from contacts_tui.locale import _
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.line import EMPTY, TEXT, Line, Role, Span, accent, cell, clip, compose, label, line

if TYPE_CHECKING:
    from contacts_tui.services.history import Step
    from contacts_tui.services.history_words import HistoryLine

NARROW = 60
_NAME, _WIDE_NAME, _LABEL, _MARK = 20, 32, 16, 2


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the parts of a line stand; a step about one field needs no column for labels."""

    label: int
    mark: int
    value: int

    @classmethod
    def of(cls, width: int, *, labels: bool) -> Columns:
        """The columns for a width."""
        after_name = TEXT + (_WIDE_NAME if width >= 100 else _NAME) + 2
        mark = after_name + (_LABEL + 2 if labels else 0)
        return cls(after_name, mark, mark + _MARK)


def has_labels(lines: Sequence[HistoryLine]) -> bool:
    """Whether lines are about several fields, so that each has to name its own."""
    return len({found.label for found in lines}) > 1


def all_lines(step: Step, lines: Sequence[HistoryLine], width: int, edited: int | None) -> list[Line]:
    """The values of a step, a name only where it differs from the one above; at the end who kept own values.

    `edited` is the contact that the step was done to: others followed it.
    """
    labels = has_labels(lines)
    drawn: list[Line] = []
    before: HistoryLine | None = None
    for found in lines:
        named = before is None or _whose(found) != _whose(before)
        drawn += value_lines(found, width, follows=follows(step, found, edited), labels=labels, named=named)
        before = found
    return [*drawn, *kept_lines(step, width, labels=labels)]


def value_lines(
    found: HistoryLine,
    width: int,
    *,
    follows: bool = False,
    labels: bool,
    named: bool = True,
    role: Role = Role.VALUE,
    mark: str = "",
) -> list[Line]:
    """One value: in a narrow window its owner and label above it, else all in a line.

    `=` marks a person who followed the company; what was before is dim.
    """
    name = (Span(_whose(found), role),) if named else EMPTY
    field = label(_(found.label)) if labels and not _is_of_list(found) else label("")
    changed = change_text(found, dim_old=True)
    if width < NARROW:
        head = [compose(width, (TEXT, line(name, "  " if named and field.text else "", field)), mark=mark)]
        return [*(head if named or field.text else []), compose(width, (TEXT + 2, changed))]
    columns = Columns.of(width, labels=labels)
    room = columns.label - TEXT - 2
    pieces: list[tuple[int, Line]] = [(TEXT, clip(name, room)), (columns.label, cell(field.text, _LABEL, Role.LABEL))]
    if follows:
        pieces.append((columns.mark, (label(glyphs.current().follows),)))
    return [compose(width, *(pieces if labels else [pieces[0], *pieces[2:]]), (columns.value, changed), mark=mark)]


def kept_lines(step: Step, width: int, *, labels: bool) -> list[Line]:
    """How many people kept their own values; no line where none did."""
    told = people_told(0, step.batch.kept)
    if told is None:
        return []
    star, text = (accent(glyphs.current().own),), (label(_(told)),)
    if width < NARROW:
        return [compose(width, (TEXT, line(star, " ", text)))]
    columns = Columns.of(width, labels=labels)
    return [compose(width, (columns.mark, star), (columns.value, text))]


def change_text(found: HistoryLine, *, dim_old: bool = False) -> Line:
    """One change in short: ``LT → JO``, ``+ WHOLE Wholesale``, ``- PRESS``, for a contact its number."""
    role = Role.LABEL if dim_old else Role.VALUE
    if found.action is Action.CHANGE:
        return line(Span(f"{shown(found.old)} {glyphs.current().change} ", role), shown(found.new))
    added = found.action is Action.ADD
    code, words = (found.new, found.new_words) if added else (found.old, found.old_words)
    meaning = _(words) if isinstance(words, Message) else words
    text = found.number if found.kind == "contact" else str(code) if meaning in ("", code) else f"{code} {meaning}"
    return (Span(f"{'+' if added else '-'} {' '.join(text.split())}", Role.VALUE if added else role),)


def shown(found: str | bool) -> str:
    """A value in one line; a blank one is ``–``, a switch a box."""
    marks = glyphs.current()
    if isinstance(found, bool):
        return marks.ticked if found else marks.unticked
    return " ".join(found.split()) or marks.empty


def _whose(found: HistoryLine) -> str:
    """The contact or the line of a list; a line that came or went is named by its list, since the value names it."""
    return _(found.label) if _is_of_list(found) or not found.name else found.name


def _is_of_list(found: HistoryLine) -> bool:
    return found.contact_id is None and found.action is not Action.CHANGE


def follows(step: Step, found: HistoryLine, edited: int | None) -> bool:
    """Whether a value changed because the person follows the company."""
    return bool(step.batch.followed) and found.contact_id not in (None, edited)
