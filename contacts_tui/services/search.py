"""Finding contacts. Nothing here loads peewee or Textual, so that a look-up from the shell answers at once."""

from collections.abc import Sequence
from typing import NamedTuple

from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.listing import Listing, Order
from contacts_tui.domain.message import Message
from contacts_tui.services import recents
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.store.failures import explained
from contacts_tui.store.lists import rows, users, windows
from contacts_tui.store.lists.orders import EveryoneWindow, SortedWindow
from contacts_tui.store.lists.windows import AT_FIRST as AT_FIRST
from contacts_tui.store.lists.windows import ContactWindow as ContactWindow
from contacts_tui.store.lists.windows import HitWindow


class Found(NamedTuple):
    """The best hits of a search, as all of their fields by name, and what of the query was not understood.

    `total` is how many are known; `more` says that there are others.
    """

    total: int
    more: bool
    problems: tuple[Message, ...]
    contacts: tuple[dict[str, str | bool], ...]


@permission(Right.READ)
def find(session: Session, typed: str, limit: int = 50) -> Found:
    """The contacts that a query finds, the best match first, with all of their fields."""
    from contacts_tui.store.lists import full_rows

    with explained(session.book.path):
        found = answer(session, Listing(typed))
        ids = found.window.ids(0, limit)
        total = found.window.total
        contacts = tuple(full_rows.full(session.book.lists(), ids))
        return Found(total, not found.window.is_complete, found.problems, contacts)


class Best(NamedTuple):
    """The best hits of a search as lines. `total` is how many are known; `more` says that there are others."""

    total: int
    more: bool
    problems: tuple[Message, ...]
    rows: tuple[ContactRow, ...]


@permission(Right.READ)
def best(session: Session, typed: str, limit: int) -> Best:
    """The lines of the contacts that a query finds, the best match first."""
    with explained(session.book.path):
        found = answer(session, Listing(typed))
        lines = tuple(found.window.page(0, limit))
        total = found.window.total
        return Best(total, not found.window.is_complete, found.problems, lines)


class Answer(NamedTuple):
    """What a list shows of a query: its hits as a window, and what of the query was not understood.

    `order` is what they are sorted by; `is_ranked` tells whether one contact can match better than another.
    """

    window: ContactWindow
    problems: tuple[Message, ...]
    order: Order
    is_ranked: bool


@permission(Right.READ)
def answer(session: Session, listing: Listing, *, figures: bool = True) -> Answer:
    """What a listing asks for as a window; blank it matches everyone, A to Z.

    Nothing is looked up before it is asked for, in whichever thread; `stop` breaks it off. Lines without `figures`,
    what a company has, are read in half of the time.
    """
    with explained(session.book.path):
        if listing.typed.strip() or listing.within:
            return _hits(session, listing, figures=figures)
        return _everyone(session, listing, figures=figures)


def _everyone(
    session: Session, listing: Listing, problems: tuple[Message, ...] = (), *, figures: bool = True
) -> Answer:
    order = Order.NAME if listing.order is Order.BEST else listing.order
    window = EveryoneWindow(session.book.lists, listing.kind, order, listing.turned, figures=figures)
    return Answer(window, problems, order, is_ranked=False)


def _hits(session: Session, listing: Listing, *, figures: bool) -> Answer:
    # The first page is there before the language of the search line is loaded.
    from contacts_tui.domain.query import parse_query
    from contacts_tui.store.lists import asked_fields
    from contacts_tui.store.lists.search import Search

    query = parse_query(listing.typed).within(parse_query(listing.within))
    if query.is_blank:
        return _everyone(session, listing, query.problems, figures=figures)
    connection = session.book.lists()
    asks_me = any(term.me for term in query.all_fields)
    own = users.salesperson_id(connection, session.user) if asks_me else None
    plan, problems = asked_fields.plan(connection, query, own)
    ranked = listing.order is Order.BEST
    recent = rows.ids_of_uids(connection, recents.uids(session)) if plan.has_words and ranked else []
    hits = HitWindow(session.book.lists, Search(plan, listing.kind, recent, ranked=ranked), figures=figures)
    window = hits if ranked else SortedWindow(hits, listing.order, listing.turned)
    return Answer(window, problems, listing.order, is_ranked=plan.has_words)


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
        return tuple(rows.lines(connection, windows.people_ids(connection, company_id)))


@permission(Right.READ)
def size(session: Session) -> int:
    """How many contacts the book has."""
    with explained(session.book.path):
        return windows.count(session.book.lists())
