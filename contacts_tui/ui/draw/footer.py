"""The footer: which keys act now, as many as the width holds."""

from collections.abc import Sequence
from typing import NamedTuple

from contacts_tui.ui.draw.line import EMPTY, TEXT, Line, blank, compose, label, lead, line, width_of

SHORT = 14
"""Screens with fewer rows have no message line: a message takes the footer until the next key."""
_BETWEEN = 3


class Hint(NamedTuple):
    """A key as it is written and what it does, in the language shown; `brief` is the label where room is short.

    One that must `stay` is never left out for others.
    """

    key: str
    label: str
    brief: str = ""
    stays: bool = False

    def drawn(self, *, briefly: bool = False) -> Line:
        """Key bold, one blank, label dim."""
        text = self.brief if briefly and self.brief else self.label
        return line(lead(self.key), " ", label(text)) if text else line(lead(self.key))


def footer(hints: Sequence[Hint], width: int, more: Hint | None = None) -> Line:
    """Lay hints out, the most useful first; one that does not fit is left out whole. `more` stands at the right.

    Where not all fit, labels become brief, and those that stay have their room first.
    """
    right = more.drawn() if more else EMPTY
    room = width - 1 - TEXT - (width_of(right) + _BETWEEN if right else 0)
    reserved = sum(width_of(hint.drawn(briefly=True)) + _BETWEEN for hint in hints if hint.stays)
    if sum(width_of(hint.drawn()) + _BETWEEN for hint in hints) - _BETWEEN <= room:
        reserved = 0
    shown: Line = EMPTY
    for hint in hints:
        if hint.stays and reserved:
            reserved -= width_of(hint.drawn(briefly=True)) + _BETWEEN
        for drawn in (hint.drawn(), hint.drawn(briefly=True)):
            longer = line(shown, blank(_BETWEEN), drawn) if shown else drawn
            if width_of(longer) + reserved <= room:
                shown = longer
                break
    return compose(width, (TEXT, shown), right=right)
