"""What pages say about themselves: their room, their commands, their part of the help, the scopes they own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from contacts_tui.ui.keys import Scope

OWNERS: dict[Scope, type[Any]] = {}
"""Which class has the methods for the keys of a scope."""


class Room(IntEnum):
    """How much width a page has; the numbers are the columns from which on."""

    PHONE = 0
    NARROW = 60
    WIDE = 100
    VERY_WIDE = 160


class Command(NamedTuple):
    """A line of the palette: what it says in the language shown, the keys that do the same, and what it does."""

    label: str
    run: Callable[[], object]
    keys: str = ""
    detail: str = ""


class HelpSection(NamedTuple):
    """A part of the help page: a title and its lines (what is bold, what it means), in the language shown."""

    title: str
    lines: Sequence[tuple[str, str]]
