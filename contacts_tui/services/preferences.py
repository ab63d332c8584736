"""The language of the user at work, read without peewee: it is needed before anything is shown."""

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
