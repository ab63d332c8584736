"""The footer: which keys act now, as many as the width holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contacts_tui.ui.draw.line import EMPTY, TEXT, Line, blank, compose, label, lead, line, width_of

_BETWEEN = 3


@dataclass(frozen=True, slots=True)
class Hint:
    """A key as it is written and what it does, both already in the language shown."""

    key: str
    label: str

    def drawn(self) -> Line:
        """Key bold, one blank, label dim."""
        return line(lead(self.key), " ", label(self.label)) if self.label else line(lead(self.key))


def footer(hints: Sequence[Hint], width: int, more: Hint | None = None) -> Line:
    """Lay hints out, the most useful first; one that does not fit is left out whole. `more` stands at the right."""
    right = more.drawn() if more else EMPTY
    room = width - 1 - TEXT - (width_of(right) + _BETWEEN if right else 0)
    shown: Line = EMPTY
    for hint in hints:
        drawn = hint.drawn()
        longer = line(shown, blank(_BETWEEN), drawn) if shown else drawn
        if width_of(longer) <= room:
            shown = longer
    return compose(width, (TEXT, shown), right=right)
