"""What must stand in the environment before Textual is imported, since it reads these values once."""

from __future__ import annotations

import os
from collections.abc import MutableMapping

_ALWAYS = {
    # Textual chooses the filter for NO_COLOR while the app is built: with an ANSI theme the screen stays readable.
    "TEXTUAL_THEME": "ansi-dark",
    # Nothing moves by itself; a silent screen also lets a dead connection be noticed.
    "TEXTUAL_ANIMATIONS": "none",
    "TEXTUAL_SMOOTH_SCROLL": "0",
}
_UNLESS_SET = {
    # Over a slow line an arrow key must not fall apart into Esc and letters.
    "ESCDELAY": "150",
    # Bursts of keys cost half the bytes; a single key is shown as soon.
    "TEXTUAL_FPS": "30",
}
_NEVER = ("TEXTUAL", "TEXTUAL_DRIVER", "TEXTUAL_LOG", "TEXTUAL_SCREENSHOT", "TEXTUAL_PRESS", "TEXTUAL_ALLOW_SIGNALS")


def prepare(environment: MutableMapping[str, str] = os.environ) -> None:
    """Set what the screens need; the command line calls this before it imports `contacts_tui.ui.app`."""
    environment.update(_ALWAYS)
    for name, value in _UNLESS_SET.items():
        environment.setdefault(name, value)
    for name in _NEVER:
        environment.pop(name, None)
