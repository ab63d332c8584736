"""Views: searches kept under a name, with their order and columns, a user's own and those of everybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from contacts_tui.domain.code_lists import LISTS
from contacts_tui.domain.codes import SavedView
from contacts_tui.domain.errors import NotFound, Refused
from contacts_tui.domain.fields import parse
from contacts_tui.domain.history import Verb
from contacts_tui.domain.listing import (
    USUAL,
    Column,
    Listing,
    Order,
    columns_text,
    order_text,
    parse_columns,
    parse_order,
)
from contacts_tui.domain.message import message
from contacts_tui.domain.text import fold
from contacts_tui.services import list_rules
from contacts_tui.services.lookups import Lookups
from contacts_tui.services.permissions import Right, permission, require
from contacts_tui.services.session import Session
from contacts_tui.services.unit import writing
from contacts_tui.store.reader import Reader
from contacts_tui.store.unit_of_work import UnitOfWork

_LIST = LISTS["views"]


@dataclass(frozen=True, slots=True)
class View:
    """A view as a list takes it: `query` in the language of the search line. `id` is 0 until it is kept."""

    id: int = 0
    name: str = ""
    is_own: bool = True
    query: str = ""
    order: Order = Order.BEST
    turned: bool = False
    columns: tuple[Column, ...] = USUAL

    @property
    def listing(self) -> Listing:
        """What a list is asked for to show it."""
        return Listing(within=self.query, order=self.order, turned=self.turned)


def of_listing(listing: Listing, columns: Sequence[Column]) -> View:
    """What a list shows now, as a view to be kept."""
    kind = f"type:{listing.kind}" if listing.kind is not None else ""
    parts = (listing.within.strip(), listing.typed.strip(), kind)
    return View(0, "", True, " ".join(filter(None, parts)), listing.order, listing.turned, tuple(columns))


@permission(Right.READ)
def views(session: Session) -> tuple[View, ...]:
    """The views that the user may choose from: the own ones, then everybody's, each by name."""

    def ask(read: Reader) -> list[SavedView]:
        return [row for row in read.all(SavedView) if not row.user or fold(row.user) == fold(session.user)]

    found = [_view(row) for row in session.book.records.reading(ask)]
    return tuple(sorted(found, key=lambda view: (not view.is_own, fold(view.name))))


@permission(Right.READ)
def keep(session: Session, view: View) -> View:
    """Keep a view under its name: a new one, or one that is changed. An own view takes no right; one of everybody does.

    Raises:
        Refused: with the field, where the name is blank or taken or the search is too long.
        NotAllowed: when the view is or was everybody's, and the role lacks the right to the set-up.
        NotFound: when the view is deleted already.
    """
    with writing(session, Verb.SETUP, view.name) as unit:
        before = _present(unit, view.id) if view.id else None
        if not view.is_own or (before is not None and not before.user):
            require(session, Right.SETUP)
        row = replace(
            before or SavedView(),
            user=session.user if view.is_own else "",
            name=str(parse(_LIST.field("name"), view.name)),
            query=str(parse(_LIST.field("query"), view.query)),
            sort=order_text(view.order, turned=view.turned),
            columns=columns_text(view.columns),
        )
        fitting = list_rules.fitting(unit.read, Lookups(unit.read), _LIST, before, row)
        kept = unit.add(fitting) if before is None else unit.replace(before, fitting)
        return _view(_present(unit, kept.id))


@permission(Right.READ)
def delete(session: Session, view_id: int) -> str:
    """Delete a view; its name.

    Raises:
        NotAllowed: when the view is everybody's, and the role lacks the right to the set-up.
        NotFound: when it is deleted already.
    """
    with writing(session, Verb.SETUP) as unit:
        row = _present(unit, view_id)
        if fold(row.user) != fold(session.user):
            require(session, Right.SETUP)
        unit.batch.subject = row.name
        unit.remove(row)
        return row.name


def _present(unit: UnitOfWork, view_id: int) -> SavedView:
    row = unit.read.get(SavedView, view_id)
    if row is None:
        raise NotFound(message("This view is deleted already."), value=str(view_id))
    return row


def _view(row: SavedView) -> View:
    try:
        (order, turned), columns = parse_order(row.sort), parse_columns(row.columns)
    except Refused:
        order, turned, columns = Order.BEST, False, USUAL  # of a newer version of the program
    return View(row.id, row.name, bool(row.user), row.query, order, turned, columns)
