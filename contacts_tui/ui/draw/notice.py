"""What happened, in one sentence, at the foot of the screen."""

from __future__ import annotations

from typing import NamedTuple

from contacts_tui.domain.text import guard, wrap
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.footer import Hint
from contacts_tui.ui.draw.line import EMPTY, TEXT, Line, compose, width_of

_MOST_LINES = 3


class Notice(NamedTuple):
    """A sentence in the language shown; `trouble` puts ``!`` before it, `hint` is the key that answers it."""

    text: str
    trouble: bool = False
    hint: Hint | None = None


def notice_lines(notice: Notice, width: int) -> list[Line]:
    """The sentence, broken into at most three lines where it is long; the hint stands at the right of the first."""
    right = notice.hint.drawn() if notice.hint else EMPTY
    room = width - 1 - TEXT - (width_of(right) + 2 if right else 0)
    mark = glyphs.current().look if notice.trouble else ""
    rows = wrap(guard(notice.text), max(room, 1))
    if len(rows) > _MOST_LINES:
        rows = [*rows[: _MOST_LINES - 1], " ".join(rows[_MOST_LINES - 1 :])]
    return [
        compose(width, (TEXT, row), right=EMPTY if index else right, mark="" if index else mark)
        for index, row in enumerate(rows)
    ]
