"""The first page as it stands on the terminal before Textual is loaded: Find, the cursor in its search line.

It is drawn from the same lines as the page that follows, which then finds everything in its place.
"""

from collections.abc import Sequence
from typing import NamedTuple

from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.listing import ORDERS, Column, Listing, Order
from contacts_tui.domain.message import Message
from contacts_tui.services import preferences, recents, search
from contacts_tui.services.session import Session
from contacts_tui.ui import keys
from contacts_tui.ui.draw import find_layout
from contacts_tui.ui.draw.contact_row import Layout, contact_row, layout_for
from contacts_tui.ui.draw.footer import SHORT, footer
from contacts_tui.ui.draw.line import EMPTY, Line, fit, line
from contacts_tui.ui.draw.sample_line import sample_line
from contacts_tui.ui.draw.search_line import ListState, list_title, nothing_found, search_line
from contacts_tui.ui.keys import Scope


class First(NamedTuple):
    """What the list shows first: the contacts opened last, or everyone from A to Z where there are none."""

    rows: Sequence[ContactRow]
    total: int
    everyone: int
    are_recent: bool
    columns: tuple[Column, ...]


def read(session: Session, count: int) -> First:
    """The first rows, at most `count`."""
    everyone = search.size(session)
    columns = preferences.columns(session)
    recent = search.by_uid(session, recents.uids(session))
    if recent:
        return First(recent[:count], len(recent), everyone, are_recent=True, columns=columns)
    window = search.answer(session, Listing()).window
    return First(window.page(0, count), window.total, everyone, are_recent=False, columns=columns)


def draw(first: First, width: int, height: int, *, book_name: str = "", is_sample: bool = False) -> list[Line]:
    """The lines of the whole screen, `height` of them."""
    foot = [footer(keys.hints(Scope.FIND_TYPING), width, keys.more_hint(Scope.FIND_TYPING))]
    if height >= SHORT:
        foot = [EMPTY, *foot]
    room = height - len(foot)
    beside = find_layout.stands_beside(width, height) and first.total > 0
    left = find_layout.list_width(width) if beside else width
    layout = layout_for(width, left)
    head = [sample_line(left)] if is_sample else []
    head.append(search_line(left, "", typing=True, spot=True, right="" if layout is Layout.PHONE else book_name))
    head.append(_title(first, left, phone=layout is Layout.PHONE))
    rows = room - len(head) - (0 if beside else find_layout.preview_height(height, first.total))
    page = [*head, *_rows(first, left, layout)[: max(rows, 0)]][:room]
    page += [EMPTY] * (room - len(page))
    if beside:
        page = [line(fit(row, left), find_layout.edge()) for row in page]
    return [*page, *foot]


def _title(first: First, width: int, *, phone: bool) -> Line:
    order = Message(ORDERS[Order.NAME])
    state = ListState(is_recent=first.are_recent, total=first.total, everyone=first.everyone, order=order)
    return list_title(width, state, phone=phone)


def _rows(first: First, width: int, layout: Layout) -> list[Line]:
    if not first.total:
        return nothing_found(width, "", 0, spot=False)
    drawn: list[Line] = []
    for index, row in enumerate(first.rows):
        drawn += contact_row(row, width, layout, is_cursor=index == 0, spot=False, columns=first.columns)
    return drawn
