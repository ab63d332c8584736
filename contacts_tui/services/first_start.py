"""Whether a book still has everything before it."""

from __future__ import annotations

from contacts_tui.services import search
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session


@permission(Right.READ)
def is_due(session: Session) -> bool:
    """Whether a book has neither contacts nor codes; that a user has chosen a language does not count."""
    if search.size(session):
        return False
    # Peewee is not loaded for a book that has contacts: its first page comes sooner.
    from contacts_tui.services import setup_lists

    return not any(count for name, count in setup_lists.counts(session).items() if name != "user_setup")
