"""The line over Find that says that the book is the sample."""

from __future__ import annotations

from contacts_tui.domain.message import message
from contacts_tui.locale import _
from contacts_tui.ui import keys
from contacts_tui.ui.draw.line import TEXT, Line, compose, label

_NARROW = 60


def sample_line(width: int) -> Line:
    """What this book is, and the keys that leave it."""
    leave = next(keys.written(key) for key in keys.current() if key.id == "leave")
    escape = keys.shown("escape")
    if width < _NARROW:
        text = message("Sample company. {escape}, then {leave} leave it.", escape=escape, leave=leave)
    else:
        text = message(
            "This is a sample company, made up to try everything. {escape}, then {leave} leave it.",
            escape=escape,
            leave=leave,
        )
    return compose(width, (TEXT, label(_(text))))
