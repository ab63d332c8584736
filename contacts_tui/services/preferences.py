"""What is needed before anything is shown, read without peewee: a user's language and columns, the book's name."""

from __future__ import annotations

from contacts_tui.domain.errors import Refused
from contacts_tui.domain.listing import USUAL, Column, parse_columns
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.store.failures import explained
from contacts_tui.store.lists import users


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
def book_name(session: Session) -> str:
    """The name of the book in its marketing set-up, else that of its file."""
    with explained(session.book.path):
        return users.book_name(session.book.lists()) or session.book.path.stem
