"""The contacts that carry a code of a set-up list."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult

from contacts_tui.domain.code_lists import LISTS
from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.text import cell_width
from contacts_tui.locale import _
from contacts_tui.services import cards, search, setup_lists
from contacts_tui.services.session import Session
from contacts_tui.services.setup_lists import ListLine
from contacts_tui.ui import contact_steps
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.contact_row import Layout, contact_row, layout_for
from contacts_tui.ui.draw.header import page_title
from contacts_tui.ui.draw.line import TEXT, Line
from contacts_tui.ui.draw.set_up import carriers_count
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.messages import BookChanged
from contacts_tui.ui.screens.base import BaseScreen
from contacts_tui.ui.ways import navigation
from contacts_tui.ui.ways.navigation import Trail
from contacts_tui.ui.widgets.painted import Painted
from contacts_tui.ui.widgets.window_list import WindowList


class Carried:
    """The contacts that carry a code, by name; their lines are read as they are needed."""

    is_complete = True

    def __init__(self, session: Session, list_name: str, row_id: int) -> None:
        self._session = session
        self._list_name = list_name
        self._row_id = row_id
        self._ids: list[int] | None = None

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self._read())

    def page(self, start: int, count: int) -> Sequence[ContactRow]:
        """Their lines from `start` on."""
        return search.by_id(self._session, self._read()[start : start + count])

    def ids(self, start: int, count: int) -> list[int]:
        """Their ids from `start` on."""
        return self._read()[start : start + count]

    def key(self, item: ContactRow) -> int:
        """What stays the same when a line is read again."""
        return item.id

    def position(self, key: object) -> int | None:
        """Where a contact stands now."""
        ids = self._read()
        return ids.index(key) if isinstance(key, int) and key in ids else None

    def _read(self) -> list[int]:
        if self._ids is None:
            self._ids = setup_lists.contacts_using(self._session, self._list_name, self._row_id)
        return self._ids


class CarriersScreen(BaseScreen[None], scope=Scope.USED_BY):
    """Lists them; Enter opens a card."""

    CSS_PATH = "carriers.tcss"

    def __init__(self, list_name: str, line: ListLine) -> None:
        super().__init__()
        self._list_name = list_name
        self._line = line
        self._source: Carried | None = None

    def compose_page(self) -> ComposeResult:
        """Head and list."""
        yield Painted(self._draw_head, id="head")
        yield WindowList[ContactRow](self._draw_row, id="contacts")

    def on_mount(self) -> None:
        """Read them."""
        self._list.focus()
        self._fit()
        self._ask()

    @property
    def _list(self) -> WindowList[ContactRow]:
        return self.query_one("#contacts", WindowList)

    def crumb(self) -> str:
        """What the cards above call it: the code."""
        return self._line.name

    def _draw_head(self, width: int, height: int) -> list[Line]:
        words = self._line.values.get("description") or self._line.values.get("name") or ""
        detail = _(carriers_count(LISTS[self._list_name], self._list.total))
        name = f"{self._line.name}  {words}" if words else self._line.name
        if TEXT + cell_width(f"{name}  {detail}") >= width:
            name = self._line.name
        return list(page_title(width, name, detail, path=self.path))

    def _layout(self) -> Layout:
        return layout_for(self.app.size.width, self._list.size.width)

    def _draw_row(self, item: ContactRow, width: int, is_cursor: bool, spot: bool) -> Sequence[Line]:
        return contact_row(item, width, self._layout(), is_cursor=is_cursor, spot=spot)

    def _fit(self) -> None:
        self._list.row_height = 2 if self._layout() is Layout.PHONE else 1

    def on_resize(self) -> None:
        """On a phone a contact takes two lines."""
        self._fit()
        self.query_one("#head", Painted).repaint()

    def _ask(self) -> None:
        self._source = Carried(app_of(self).session, self._list_name, self._line.id)
        self._list.show(self._source, keep_cursor=True)

    @on(BookChanged)
    def _changed(self) -> None:
        self._ask()

    @on(WindowList.Highlighted)
    def _highlighted(self, event: WindowList.Highlighted) -> None:
        event.stop()
        self.query_one("#head", Painted).repaint()
        self.refresh_foot()

    @on(WindowList.Opened)
    async def _opened(self, event: WindowList.Opened) -> None:
        event.stop()
        app, row, source = app_of(self), event.item, self._source
        try:
            card = await app.read(cards.card, app.session, row.id)
        except ContactsError as error:
            self.tell(error)
            return
        navigation.open_card(app, card.contact, Trail(source, self._list.cursor) if source is not None else None)

    def action_open(self) -> None:
        """Open the card of the contact under the cursor."""
        self._list.action_open()

    async def action_copy(self) -> None:
        """Copy a value of the contact under the cursor."""
        if (row := self._list.current) is not None:
            await contact_steps.copy_from(self, row.id)
