"""The two sides of the set-up: which list is shown, which side has the focus, what is read when."""

from __future__ import annotations

from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer

from contacts_tui.domain.code_lists import LISTS
from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.message import message
from contacts_tui.locale import _
from contacts_tui.services import setup_lists
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.header import page_title
from contacts_tui.ui.draw.line import Line, blank, label, line
from contacts_tui.ui.draw.set_up import ListEntry, entry_row, entry_width
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.messages import BookChanged
from contacts_tui.ui.screens.base import BaseScreen
from contacts_tui.ui.set_up.set_up_names import SERIES, SERIES_LINES, TITLES
from contacts_tui.ui.ways.pages import Room
from contacts_tui.ui.widgets.code_editing import CodeEditing
from contacts_tui.ui.widgets.marketing_page import MarketingPage
from contacts_tui.ui.widgets.painted import Painted
from contacts_tui.ui.widgets.window import ListSource
from contacts_tui.ui.widgets.window_list import WindowList
from contacts_tui.ui.working import start_work

_REST = 0.1
"""Seconds without a key before the list under the cursor is read."""


class SetUpSides(BaseScreen[None]):
    """Shows every list; with `list_name` it starts in the lines of that one."""

    def __init__(self, list_name: str = "") -> None:
        super().__init__()
        self._list_name = list_name
        self._starts_in_lines = bool(list_name)
        self._pause: Timer | None = None
        self._reading = False

    def compose_page(self) -> ComposeResult:
        """Head, lists, edge, lines."""
        yield Painted(self._draw_head, id="head")
        with Horizontal(id="panes"):
            yield WindowList[ListEntry](entry_row, id="lists")
            yield Painted(_draw_edge, id="edge")
            with Vertical(id="right"):
                yield MarketingPage()
                yield CodeEditing()

    @property
    def _lists(self) -> WindowList[ListEntry]:
        return self.query_one("#lists", WindowList)

    @property
    def _codes(self) -> CodeEditing:
        return self.query_one(CodeEditing)

    @property
    def _marketing(self) -> MarketingPage:
        return self.query_one(MarketingPage)

    @property
    def _pane(self) -> CodeEditing | MarketingPage:
        return self._codes if self._list_name else self._marketing

    @property
    def _is_at_lists(self) -> bool:
        return self.has_class("-at-lists")

    def on_mount(self) -> None:
        """The lists at once, their counts and lines when they are read."""
        self._show_lists({})
        self._lists.select(self._list_name)
        self._show_name(self._list_name)
        if self._starts_in_lines:
            self._to_lines()
        else:
            self._to_lists()
        start_work(self, self._read_all, group="counts", exclusive=True)

    def crumb(self) -> str:
        """What the pages above call it."""
        return _(message("Set-up"))

    def footer_scope(self) -> Scope:
        """The side with the focus says which keys act."""
        return Scope.SET_UP_LISTS if self._is_at_lists else self._pane.footer_scope

    def _draw_head(self, width: int, height: int) -> list[Line]:
        series = self._codes.series if self._list_name == SERIES_LINES else None
        detail = ""
        if series is not None:
            detail = f"{_(LISTS[SERIES].title)} {glyphs.current().path} {series.name}"
        elif self.room is Room.PHONE and not self._is_at_lists:
            detail = _(TITLES[self._list_name])
        return list(page_title(width, _(message("Set-up")), detail, path=self.path))

    # Reading

    async def _read_all(self) -> None:
        """The counts at the left and the lines at the right; the cursors stay."""
        app = app_of(self)
        try:
            self._show_lists(await app.read(setup_lists.counts, app.session))
        except ContactsError as error:
            self.tell(error)
            return
        await self._load(keep=True)

    def _show_lists(self, counts: dict[str, int]) -> None:
        entries = [ListEntry(name, title, counts.get(name) if name else None) for name, title in TITLES.items()]
        self._lists.styles.width = entry_width(entries) if self.room is not Room.PHONE else "1fr"
        self._lists.show(ListSource(entries, key=lambda entry: entry.name), keep_cursor=True)

    async def _load(self, *, keep: bool = False) -> None:
        if self._list_name:
            series = self._codes.series if self._list_name == SERIES_LINES else None
            await self._codes.load(self._list_name, series, keep=keep)
        else:
            await self._marketing.load()
        self._reading = False

    @property
    def ready(self) -> bool:
        """Keys wait until the lines of the list that was gone to are there."""
        return self._is_at_lists or not self._reading

    @on(BookChanged)
    def _changed(self) -> None:
        start_work(self, self._read_all, group="counts", exclusive=True)

    def on_resize(self) -> None:
        """The left side takes what its titles need."""
        entries = [ListEntry(name, title) for name, title in TITLES.items()]
        self._lists.styles.width = entry_width(entries) if self.room is not Room.PHONE else "1fr"
        self.query_one("#head", Painted).repaint()

    # The left side

    @on(WindowList.Highlighted, "#lists")
    def _chosen(self, event: WindowList.Highlighted) -> None:
        event.stop()
        if self._pause is not None:
            self._pause.stop()
        entry = event.item
        shown = SERIES if self._list_name == SERIES_LINES else self._list_name
        if entry is not None and entry.name != shown:
            self._pause = self.set_timer(_REST, partial(self._show, entry.name))

    def show_list(self, name: str) -> None:
        """Go to the lines of a list."""
        self._lists.select(name)
        self._to_lines()

    def _show(self, name: str) -> None:
        self._show_name(name)
        start_work(self, self._load, group="load", exclusive=True)

    def _show_name(self, name: str) -> None:
        self._list_name = name
        self._reading = True
        self.set_class(not name, "-marketing")
        self.set_class(bool(name), "-codes")
        self.query_one("#head", Painted).repaint()

    @on(WindowList.Opened, "#lists")
    def _crossed(self, event: WindowList.Opened) -> None:
        event.stop()
        self._to_lines()

    def _to_lists(self) -> None:
        self._set_side("-at-lists", "-at-lines")
        self.set_focus(self._lists, scroll_visible=False)

    def _to_lines(self) -> None:
        entry = self._lists.current
        shown = SERIES if self._list_name == SERIES_LINES else self._list_name
        if entry is not None and entry.name != shown:
            self._show(entry.name)
        self._set_side("-at-lines", "-at-lists")
        self.set_focus(self._pane.rows, scroll_visible=False)

    def _set_side(self, side: str, other: str) -> None:
        self.remove_class(other)
        self.add_class(side)
        self.query_one("#head", Painted).repaint()
        self.refresh_foot()


def _draw_edge(width: int, height: int) -> list[Line]:
    return [line(blank(1), label(glyphs.current().edge))] * height
