"""The looks of the roles, and the theme, as Textual wants them."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.theme import BUILTIN_THEMES, Theme

from contacts_tui.ui.draw.line import Line, Role
from contacts_tui.ui.draw.looks import LOOKS

NAME = "terminal"

#: A theme written from nothing lacks $ansi-background and stops the start, so this one builds on Textual's.
_BASE = BUILTIN_THEMES["ansi-dark"]
TERMINAL: Theme = replace(
    _BASE,
    name=NAME,
    primary="ansi_default",
    secondary="ansi_default",
    success="ansi_default",
    accent="ansi_magenta",
    warning="ansi_red",
    error="ansi_red",
    variables={
        **_BASE.variables,
        "block-cursor-foreground": "ansi_default",
        "block-cursor-background": "ansi_default",
        "block-cursor-text-style": "reverse",
    },
)

_STYLES: dict[Role, Style] = {role: Style.parse(" ".join(look)) for role, look in LOOKS.items()}


def style_of(role: Role) -> Style:
    """The look of a role."""
    return _STYLES[role]


@lru_cache(maxsize=4096)
def strip_of(line: Line, width: int) -> Strip:
    """A line as Textual paints it, exactly `width` cells wide, a segment for each span."""
    strip = Strip([Segment(span.text, _STYLES[span.role]) for span in line if span.text])
    return strip.adjust_cell_length(width, Style.null())
