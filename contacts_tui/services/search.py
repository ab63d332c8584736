"""Finding contacts. Nothing here loads peewee or Textual, so that a look-up from the shell answers at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.store.failures import explained
from contacts_tui.store.lists import rows, search
from contacts_tui.store.lists.search import ContactWindow as ContactWindow


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits of a search, of `total`, as all of their fields by name."""

    total: int
    contacts: tuple[dict[str, str | bool], ...]


@permission(Right.READ)
def find(session: Session, typed: str, limit: int = 50) -> Found:
    """The contacts that have every word somewhere, in any order, the best match first."""
    with explained(session.book.path):
        window = ContactWindow(session.book.lists, search.terms(typed))
        ids = window.ids(0, limit)
        total = window.total if len(ids) == limit else len(ids)
        return Found(total, tuple(rows.full(session.book.lists(), ids)))


@permission(Right.READ)
def best(session: Session, typed: str, limit: int) -> tuple[int, tuple[ContactRow, ...]]:
    """How many contacts match, and the lines of the best of them."""
    with explained(session.book.path):
        found = ContactWindow(session.book.lists, search.terms(typed))
        return found.total, tuple(found.page(0, limit))


@permission(Right.READ)
def window(session: Session, typed: str, kind: ContactType | None = None) -> ContactWindow:
    """The hits of what was typed as a window for a list, of one type or of both; blank matches everyone, A to Z.

    The count is taken here; pages may be asked for in any thread.
    """
    with explained(session.book.path):
        found = ContactWindow(session.book.lists, search.terms(typed), kind)
        _ = found.total
        return found


@permission(Right.READ)
def by_uid(session: Session, uids: Sequence[str]) -> tuple[ContactRow, ...]:
    """The lines of these contacts, in this order, without those that are gone."""
    with explained(session.book.path):
        connection = session.book.lists()
        return tuple(rows.lines(connection, rows.ids_of_uids(connection, uids)))


@permission(Right.READ)
def by_id(session: Session, ids: Sequence[int]) -> tuple[ContactRow, ...]:
    """The lines of these contacts, in this order, without those that are gone."""
    with explained(session.book.path):
        return tuple(rows.lines(session.book.lists(), ids))


@permission(Right.READ)
def people(session: Session, company_id: int) -> tuple[ContactRow, ...]:
    """The people of a company, by name."""
    with explained(session.book.path):
        connection = session.book.lists()
        return tuple(rows.lines(connection, search.people_ids(connection, company_id)))


@permission(Right.READ)
def size(session: Session) -> int:
    """How many contacts the book has."""
    with explained(session.book.path):
        return search.count_all(session.book.lists())
