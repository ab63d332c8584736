"""Whether undo and redo would find a step; a module of its own, since it is asked before peewee is loaded."""

from __future__ import annotations

from typing import NamedTuple

from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.store.failures import explained
from contacts_tui.store.lists import steps


class Offers(NamedTuple):
    """Whether there is a step to take back, and one to bring back."""

    undo: bool = False
    redo: bool = False


@permission(Right.READ)
def offers(session: Session) -> Offers:
    """What `history.undo` and `history.redo` without a step would find for this user."""
    with explained(session.book.path):
        connection = session.book.lists()
        return Offers(steps.can_undo(connection, session.user), steps.can_redo(connection, session.user))
