"""What is needed before anything is shown, read without peewee: the user's language, the name of the book."""

from __future__ import annotations

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
def book_name(session: Session) -> str:
    """The name of the book in its marketing set-up, else that of its file."""
    with explained(session.book.path):
        return users.book_name(session.book.lists()) or session.book.path.stem
