"""The contacts of the book that may be the same: compared when the page opens, looked at pair by pair."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual import on
from textual.app import ComposeResult

from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.likeness.bands import Band
from contacts_tui.domain.message import message
from contacts_tui.locale import _
from contacts_tui.services import likeness, separate
from contacts_tui.services.likeness import LikelyPair, Scanned
from contacts_tui.ui import duplicate_steps
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.duplicates import nothing_found, pair_lines, rows_of_a_pair, title
from contacts_tui.ui.draw.header import page_title
from contacts_tui.ui.draw.line import Line
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.messages import BookChanged
from contacts_tui.ui.screens.base import BaseScreen
from contacts_tui.ui.ways import navigation
from contacts_tui.ui.widgets.painted import Painted
from contacts_tui.ui.widgets.window import ListSource
from contacts_tui.ui.widgets.window_list import WindowList
from contacts_tui.ui.working import start_work


class Duplicates(BaseScreen[None], scope=Scope.DUPLICATES):
    """Lists the pairs, the surest first; those that are only possible are shown when they are asked for."""

    CSS_PATH = "duplicates.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._scanned: Scanned | None = None
        self._standing: tuple[LikelyPair, ...] = ()
        self._with_possible = False

    def compose_page(self) -> ComposeResult:
        """Head and list."""
        yield Painted(self._draw_head, id="head")
        yield WindowList[LikelyPair](pair_lines, empty=self._draw_empty, id="pairs")

    def on_mount(self) -> None:
        """Compare the contacts."""
        self._list.focus()
        self._fit()
        self.action_again()

    @property
    def _list(self) -> WindowList[LikelyPair]:
        return self.query_one("#pairs", WindowList)

    def crumb(self) -> str:
        """What it is called."""
        return super().crumb().capitalize()

    def _draw_head(self, width: int, height: int) -> list[Line]:
        detail = ""
        if self._scanned is not None:
            shown = len(self._shown)
            detail = _(title(shown, self._scanned.contacts, len(self._standing) - shown))
        return list(page_title(width, self.crumb(), detail, path=self.path))

    def _draw_empty(self, width: int) -> Sequence[Line]:
        return nothing_found(width) if self._scanned is not None else ()

    def _fit(self) -> None:
        self._list.row_height = rows_of_a_pair(self.app.size.width)

    def on_resize(self) -> None:
        """On a phone each name has a line of its own."""
        super().on_resize()
        self._fit()

    # What it lists

    async def _scan(self) -> None:
        try:
            self._scanned = await duplicate_steps.scan(app_of(self))
        except ContactsError as error:
            self.tell(error)
            return
        self._standing = self._scanned.pairs
        self._show(keep_cursor=False)
        if self._scanned.stopped:
            self.say(message("Stopped: not all contacts were compared."))

    @property
    def _shown(self) -> list[LikelyPair]:
        return [pair for pair in self._standing if self._with_possible or pair.band is not Band.POSSIBLE]

    def _show(self, *, keep_cursor: bool = True) -> None:
        self._list.show(ListSource(self._shown, lambda pair: pair.link), keep_cursor=keep_cursor)
        self._list.repaint()
        self.query_one("#head", Painted).repaint()
        self.refresh_foot()

    @on(BookChanged)
    def _changed(self) -> None:
        start_work(self, self._look_again, group="pairs", exclusive=True)

    async def _look_again(self) -> None:
        """Leave out the pairs that are none any more; one whose parting was undone is back."""
        if self._scanned is not None:
            app = app_of(self)
            self._standing = await app.read(likeness.still, app.session, self._scanned.pairs)
            self._show()

    @on(WindowList.Highlighted)
    def _highlighted(self, event: WindowList.Highlighted) -> None:
        event.stop()
        self.refresh_foot()

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only of a pair; possible ones are shown only where there are any."""
        if action in ("open", "new"):
            return self._list.current is not None
        if action == "possible":
            return any(pair.band is Band.POSSIBLE for pair in self._standing)
        return super().check_action(action, parameters)

    @on(WindowList.Opened)
    def _opened(self, event: WindowList.Opened) -> None:
        event.stop()
        navigation.open_compare(self.app, *event.item.link)

    def action_open(self) -> None:
        """Show the two side by side."""
        self._list.action_open()

    def action_new(self) -> None:
        """Say that the two are not the same; no search names them again, until that is undone."""
        if (pair := self._list.current) is not None:
            start_work(self.app, partial(self._part, pair))

    async def _part(self, pair: LikelyPair) -> None:
        app = app_of(self)
        try:
            await app.write(separate.mark, app.session, *pair.link)
        except ContactsError as error:
            self.tell(error)
            return
        app.announce_change()
        self.say(message("{left} and {right} are not the same.", left=pair.left.name, right=pair.right.name), undo=True)

    def action_possible(self) -> None:
        """Show those too that are only possible, or leave them out."""
        self._with_possible = not self._with_possible
        self._show()

    def action_again(self) -> None:
        """Compare all contacts anew."""
        start_work(self, self._scan, group="scan", exclusive=True)
