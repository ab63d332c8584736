"""What a step changed, value by value: whose it is, which field, from what to what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from contacts_tui.domain.history import Action, people_told
from contacts_tui.domain.text import cell_width
from contacts_tui.locale import _
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.change import change_rows, change_text
from contacts_tui.ui.draw.line import (
    EMPTY,
    TEXT,
    Line,
    Piece,
    Role,
    Span,
    accent,
    cell,
    clip,
    compose,
    label,
    line,
    width_of,
)

if TYPE_CHECKING:
    from contacts_tui.services.history import Step
    from contacts_tui.services.history_words import HistoryLine

NARROW = 60
_NAME, _WIDE_NAME, _LABEL, _MOST_LABEL, _MARK = 20, 32, 16, 24, 2


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the parts of a line stand; a step about one field needs no column for labels, and `label_width` is 0."""

    name_width: int
    label_width: int

    @classmethod
    def of(cls, width: int, lines: Sequence[HistoryLine], *, labels: bool | None = None) -> Columns:
        """The columns for a width and these lines: names are cut where values need the room."""
        labelled = has_labels(lines) if labels is None else labels
        label = 0
        if labelled:
            longest = max((cell_width(_(one.label)) for one in lines if not _is_of_list(one)), default=0)
            label = max(_LABEL, min(longest, _MOST_LABEL))
        least = _WIDE_NAME if width >= 100 else _NAME
        fixed = 2 * TEXT + (label + 2 if label else 0) + _MARK
        wanted = max((width_of(change_text(one)) for one in lines), default=0)
        most = max(width // 3, width - 1 - fixed - wanted)
        name = max((cell_width(_whose(one)) for one in lines), default=0)
        return cls(max(least, min(name, most)), label)

    @property
    def label(self) -> int:
        """Where the label of a field stands."""
        return TEXT + self.name_width + 2

    @property
    def mark(self) -> int:
        """Where `=` and `*` stand."""
        return self.label + (self.label_width + 2 if self.label_width else 0)

    @property
    def value(self) -> int:
        """Where the values stand."""
        return self.mark + _MARK


def has_labels(lines: Sequence[HistoryLine]) -> bool:
    """Whether lines are about several fields, so that each has to name its own."""
    return len({found.label for found in lines}) > 1


def all_lines(step: Step, lines: Sequence[HistoryLine], width: int, edited: int | None) -> list[Line]:
    """The values of a step, a name only where it differs from the one above; at the end who kept own values.

    `edited` is the contact that the step was done to: others followed it.
    """
    columns = Columns.of(width, lines)
    drawn: list[Line] = []
    before: HistoryLine | None = None
    for found in lines:
        named = before is None or _whose(found) != _whose(before)
        drawn += value_lines(found, width, columns, follows=follows(step, found, edited), named=named)
        before = found
    return [*drawn, *_kept_lines(step, width, columns)]


def value_lines(
    found: HistoryLine,
    width: int,
    columns: Columns,
    *,
    follows: bool = False,
    named: bool = True,
    role: Role = Role.VALUE,
    mark: str = "",
) -> list[Line]:
    """One value: in a narrow window its owner and label above it, else all in a line; two for two long numbers.

    `=` marks a person who followed the company; what was before is dim.
    """
    name: Line = (Span(_whose(found), role),) if named else EMPTY
    field = _(found.label) if columns.label_width and not _is_of_list(found) else ""
    if width < NARROW:
        head = [compose(width, (TEXT, line(name, "  " if named and field else "", label(field))), mark=mark)]
        changes = change_rows(found, width - 1 - TEXT - 2)
        return [*(head if named or field else []), *(compose(width, (TEXT + 2, row)) for row in changes)]
    room = columns.name_width if field else columns.mark - 2 - TEXT
    pieces: list[tuple[int, Piece]] = [(TEXT, clip(name, room))]
    if field:
        pieces.append((columns.label, cell(field, columns.label_width, Role.LABEL)))
    if follows:
        pieces.append((columns.mark, label(glyphs.current().follows)))
    first, *more = change_rows(found, width - 1 - columns.value)
    return [
        compose(width, *pieces, (columns.value, first), mark=mark),
        *(compose(width, (columns.value, row)) for row in more),
    ]


def _kept_lines(step: Step, width: int, columns: Columns) -> list[Line]:
    """How many people kept their own values; no line where none did."""
    told = people_told(0, step.batch.kept)
    if told is None:
        return []
    star, text = (accent(glyphs.current().own),), (label(_(told)),)
    if width < NARROW:
        return [compose(width, (TEXT, line(star, " ", text)))]
    return [compose(width, (columns.mark, star), (columns.value, text))]


def _whose(found: HistoryLine) -> str:
    """The contact or the line of a list; a line that came or went is named by its list, since the value names it."""
    return _(found.label) if _is_of_list(found) or not found.name else found.name


def _is_of_list(found: HistoryLine) -> bool:
    return found.contact_id is None and found.action is not Action.CHANGE


def follows(step: Step, found: HistoryLine, edited: int | None) -> bool:
    """Whether a value changed because the person follows the company."""
    return bool(step.batch.followed) and found.contact_id not in (None, edited)
