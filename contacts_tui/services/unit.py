"""How services write: one unit of work in one batch, tried again when another's write came between."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from contacts_tui.domain.history import Verb
from contacts_tui.services.session import Session
from contacts_tui.store.unit_of_work import BatchKey, UnitOfWork


def batch(session: Session, verb: Verb, subject: str = "", *, undoes: int | None = None) -> BatchKey:
    """A new step of this user; it is stored with its first change."""
    return BatchKey(session.user, session.now(), verb, subject, undoes)


@contextmanager
def writing(session: Session, verb: Verb, subject: str = "") -> Iterator[UnitOfWork]:
    """One unit of work that is one step to undo."""
    with session.book.records.unit(batch(session, verb, subject)) as unit:
        yield unit
