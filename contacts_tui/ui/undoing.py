"""Taking a step back and bringing it back, and the sentence that says so."""

from __future__ import annotations

from contacts_tui.domain.history import Verb
from contacts_tui.domain.message import Message, message
from contacts_tui.services.session import Session


def undo(session: Session, batch_id: int | None = None) -> Message:
    """Take back a step, the user's newest one where none is named.

    Raises:
        ContactsError: where there is nothing to take back, or something has changed since; it says what and by whom.
    """
    from contacts_tui.services import history

    done = history.undo(session, batch_id)
    if done.undone.verb is Verb.DELETE and done.undone.subject:
        return message("{name} is back.", name=done.undone.subject)
    return _about(message("Undone: {what}", what=done.what), done.undone.subject)


def redo(session: Session) -> Message:
    """Bring back what the user took back last.

    Raises:
        ContactsError: where there is nothing to bring back, or something has changed since; it says what and by whom.
    """
    from contacts_tui.services import history

    done = history.redo(session)
    if done.undone.verb is Verb.DELETE and done.undone.subject:
        return message("{name} is deleted again.", name=done.undone.subject)
    return _about(message("Done again: {what}", what=done.what), done.undone.subject)


def _about(what: Message, subject: str) -> Message:
    return message("{what}, {subject}", what=what, subject=subject) if subject else what
