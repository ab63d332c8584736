"""The views: searches under a name, to choose from, and to keep what is listed now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual import on
from textual.app import ComposeResult

from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.message import message
from contacts_tui.locale import _
from contacts_tui.services import views
from contacts_tui.services.views import View
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.header import page_title
from contacts_tui.ui.draw.line import Line
from contacts_tui.ui.draw.views import view_line
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.messages import BookChanged
from contacts_tui.ui.screens.base import BaseScreen
from contacts_tui.ui.screens.view_form import ViewForm
from contacts_tui.ui.widgets.painted import Painted
from contacts_tui.ui.widgets.window import ListSource
from contacts_tui.ui.widgets.window_list import WindowList
from contacts_tui.ui.working import start_work

_ALL = View()


class ViewsPage(BaseScreen[View], scope=Scope.VIEWS):
    """Gives back the view that was chosen, that of no id for all contacts. `listed` is what the list shows now."""

    CSS_PATH = "views.tcss"

    def __init__(self, listed: View, shown: View | None) -> None:
        super().__init__()
        self._listed = listed
        self._shown = shown or _ALL

    def compose_page(self) -> ComposeResult:
        """Head and list."""
        yield Painted(self._draw_head, id="head")
        yield WindowList[View](self._draw_row, id="views")

    def on_mount(self) -> None:
        """Read them."""
        self._list.focus()
        self._ask()

    @property
    def _list(self) -> WindowList[View]:
        return self.query_one("#views", WindowList)

    def crumb(self) -> str:
        """What it is called."""
        return _(message("Views"))

    def _draw_head(self, width: int, height: int) -> list[Line]:
        return list(page_title(width, self.crumb(), self._listed.query, path=self.path))

    def _draw_row(self, item: View, width: int, is_cursor: bool, spot: bool) -> Sequence[Line]:
        return view_line(item, width, is_cursor=is_cursor, spot=spot, is_shown=item.id == self._shown.id)

    @on(BookChanged)
    def _ask(self) -> None:
        start_work(self, self._read, group="views", exclusive=True)

    async def _read(self) -> None:
        app, first = app_of(self), not self._list.total
        found = await app.read(views.views, app.session)
        self._list.show(ListSource([_ALL, *found], lambda view: view.id), keep_cursor=not first)
        if first:
            self._list.select(self._shown.id)
        self.refresh_foot()

    @on(WindowList.Highlighted)
    def _highlighted(self, event: WindowList.Highlighted) -> None:
        event.stop()
        self.refresh_foot()

    @on(WindowList.Opened)
    def _opened(self, event: WindowList.Opened) -> None:
        event.stop()
        self.dismiss(event.item)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a view that is kept can be changed or deleted."""
        if action in ("edit", "delete"):
            return self._list.current is not None and bool(self._list.current.id)
        return super().check_action(action, parameters)

    def action_open(self) -> None:
        """Show what the view finds."""
        self._list.action_open()

    def action_new(self) -> None:
        """Keep what is listed now under a name."""
        self.app.push_screen(ViewForm(self._listed, self._kept))

    def action_edit(self) -> None:
        """Change the name, the search or the order of a view."""
        if (view := self._list.current) is not None:
            self.app.push_screen(ViewForm(view, self._kept))

    def _kept(self, view: View) -> None:
        """What was just kept is what one wants to see."""
        self.dismiss(view)

    async def action_delete(self) -> None:
        """Delete a view; undo brings it back."""
        app, view = app_of(self), self._list.current
        if view is None:
            return
        try:
            name = await app.write(views.delete, app.session, view.id)
        except ContactsError as error:
            self.tell(error)
            return
        if view.id == self._shown.id:
            self._shown = replace(_ALL)
        app.announce_change()
        self._ask()
        self.say(message("The view {name} is deleted.", name=name), undo=True)
