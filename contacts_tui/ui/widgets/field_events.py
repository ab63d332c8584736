"""What happens in a body of fields; `key` names the place."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from contacts_tui.ui.entry.picking import Picking


@dataclass
class FieldAccepted(Message):
    """Enter was pressed in an open line."""

    key: str
    text: str


@dataclass
class FieldLeft(Message):
    """Esc was pressed in an open field."""

    key: str


@dataclass
class FieldMoved(Message):
    """An arrow up (-1) or down (1) was pressed in an open line."""

    key: str
    text: str
    step: int


@dataclass
class FieldTyped(Message):
    """The text of an open field has changed."""

    key: str
    text: str


@dataclass
class FieldPicked(Message):
    """Enter was pressed in a picker: the codes that are to be had from now on."""

    key: str
    codes: tuple[str, ...]


@dataclass
class FieldMade(Message):
    """Enter was pressed on the line of a picker that makes a new code; `words` is what it means."""

    key: str
    code: str
    words: str


@dataclass
class FieldUnknown(Message):
    """Enter was pressed in a picker none of whose lines holds what was typed."""

    key: str
    picking: Picking


@dataclass
class FieldReached(Message):
    """The cursor stands at another place."""

    key: str
