"""What is needed at the start, read without peewee: a user's language, keys and columns, the book's name."""

from __future__ import annotations

import re

from contacts_tui.domain.errors import Refused
from contacts_tui.domain.listing import USUAL, Column, parse_columns
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.store.failures import explained
from contacts_tui.store.lists import users

#: The start of an entry: an action, which has a point in its name, and its first key.
_ENTRY = r"([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+)=(.+)"


@permission(Right.READ)
def language(session: Session) -> str:
    """The language that the user chose: `en`, `fr`, or blank for none."""
    with explained(session.book.path):
        return users.language(session.book.lists(), session.user)


@permission(Right.READ)
def columns(session: Session) -> tuple[Column, ...]:
    """The columns in which the user sees contacts."""
    with explained(session.book.path):
        kept = users.columns(session.book.lists(), session.user)
    try:
        return parse_columns(kept)
    except Refused:
        return USUAL  # of a newer version of the program


@permission(Right.READ)
def keys(session: Session) -> dict[str, str]:
    """The user's own keys: by action, several keys parted by blanks."""
    with explained(session.book.path):
        return _keys_of(users.keys(session.book.lists(), session.user))


@permission(Right.READ)
def book_name(session: Session) -> str:
    """The name of the book in its marketing set-up, else that of its file."""
    with explained(session.book.path):
        return users.book_name(session.book.lists()) or session.book.path.stem


def _keys_of(text: str) -> dict[str, str]:
    """The keys of a stored text by action; entries may be parted by line ends or by blanks."""
    found: dict[str, list[str]] = {}
    names: list[str] = []
    for part in text.split():
        entry = re.fullmatch(_ENTRY, part, re.IGNORECASE)
        if entry:
            names = found.setdefault(entry[1], [])
            names.append(entry[2])
        else:
            names.append(part)
    return {action: " ".join(of_action) for action, of_action in found.items()}
