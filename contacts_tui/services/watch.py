"""Noticing that someone has written to the book, without asking for anything that is in it."""

from __future__ import annotations

from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session


@permission(Right.READ)
def version(session: Session) -> int:
    """A number that differs from the one before once anybody, this program too, has written to the book.

    Each thread has numbers of its own; peewee is not loaded.
    """
    return session.book.data_version()
