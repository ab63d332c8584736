"""How services write: one unit of work in one batch, or for what is long several of them in the same one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from contacts_tui.domain.history import Verb
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.store.unit_of_work import BatchKey, UnitOfWork

#: The most rows that one unit of work of a long step writes, so that others are not kept waiting.
ROWS_AT_ONCE = 200

Progress = Callable[[int, int], object]
"""Told how many of how many are done."""


def batch(session: Session, verb: Verb, subject: str = "", *, undoes: int | None = None) -> BatchKey:
    """A new step of this user; it is stored with its first change."""
    return BatchKey(session.user, session.now(), verb, subject, undoes)


@permission(Right.READ)
def tidy(session: Session) -> None:
    """Do what follows from writes, and what nobody has to wait for."""
    session.book.records.tidy()


@contextmanager
def writing(session: Session, verb: Verb, subject: str = "") -> Iterator[UnitOfWork]:
    """One unit of work that is one step to undo."""
    with session.book.records.unit(batch(session, verb, subject)) as unit:
        yield unit
