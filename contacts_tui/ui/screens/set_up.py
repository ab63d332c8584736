"""The set-up: the lists at the left, the lines of one at the right; on a phone one of the two at a time."""

from __future__ import annotations

from functools import partial

from textual import on

from contacts_tui.services.setup_lists import ListLine
from contacts_tui.ui.context import app_of
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.screens.set_up_sides import SetUpSides
from contacts_tui.ui.set_up.set_up_names import SERIES, SERIES_LINES
from contacts_tui.ui.ways import navigation
from contacts_tui.ui.ways.pages import OWNERS, Room
from contacts_tui.ui.widgets.code_editing import CodeEditing
from contacts_tui.ui.widgets.code_lines import Rows
from contacts_tui.ui.widgets.marketing_page import MarketingPage
from contacts_tui.ui.widgets.painted import Painted
from contacts_tui.ui.widgets.window_list import WindowList
from contacts_tui.ui.working import start_work


class SetUp(SetUpSides, scope=Scope.SET_UP):
    """Turns the keys of the set-up into what happens on the side that has the focus."""

    CSS_PATH = "set_up.tcss"

    @on(CodeEditing.Changed)
    @on(MarketingPage.Changed)
    def _pane_changed(self) -> None:
        self.refresh_foot()

    @on(WindowList.Opened, "#fields")
    @on(Rows.Opened, "#rows")
    def _line_opened(self, event: WindowList.Opened) -> None:
        event.stop()
        self.action_open()

    @on(Rows.Wanted)
    def _first_wanted(self) -> None:
        self.action_new()

    def action_open(self) -> None:
        """Enter: into a list, into a number series, else into the line."""
        if self._is_at_lists:
            self._to_lines()
        elif self._list_name == SERIES and (series := self._codes.rows.current) is not None:
            self._open_series(series)
        else:
            self._pane.edit()

    def _open_series(self, series: ListLine | None) -> None:
        """The lines of a series; None goes back to the series."""
        start_work(self, partial(self._load_series, series), group="load", exclusive=True)

    async def _load_series(self, series: ListLine | None) -> None:
        back = self._codes.series
        self._list_name = SERIES_LINES if series is not None else SERIES
        await self._codes.load(self._list_name, series, row_id=back.id if series is None and back is not None else 0)
        self.query_one("#head", Painted).repaint()
        self.refresh_foot()

    def action_edit(self) -> None:
        """Open the line under the cursor."""
        self._pane.edit()

    def action_new(self) -> None:
        """A new line."""
        if self._list_name:
            self._to_lines()
            self._codes.new()

    def action_delete(self) -> None:
        """Delete the line under the cursor."""
        self._codes.delete()

    def action_turn(self) -> None:
        """On or off."""
        self._marketing.toggle()

    def action_used_by(self) -> None:
        """The contacts that carry the code under the cursor."""
        line = self._codes.rows.current
        if line is not None:
            navigation.open_carriers(app_of(self), self._codes.found.name, line)

    def action_switch_side(self) -> None:
        """From the lists to the lines and back; in an open line to its next field."""
        if self._pane.is_open:
            self._pane.step(1)
        elif self._is_at_lists:
            self._to_lines()
        else:
            self._to_lists()

    def action_back(self) -> None:
        """From the lines of a series to the series, on a phone from the lines to the lists, else a page back."""
        if not self._is_at_lists and self._list_name == SERIES_LINES:
            self._open_series(None)
        elif not self._is_at_lists and self.room is Room.PHONE and not self._starts_in_lines:
            self._to_lists()
        else:
            super().action_back()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What acts depends on the side, the list, the line."""
        if not self.is_mounted:
            return super().check_action(action, parameters)
        if self._pane.is_open and action != "switch_side":
            return False
        line = self._codes.rows.current if self._list_name else None
        match action:
            case "turn":
                return not self._is_at_lists and not self._list_name and self._marketing.is_on_switch
            case "new":
                return bool(self._list_name)
            case "edit" | "open":
                return True
            case "delete":
                return not self._is_at_lists and line is not None
            case "used_by":
                return not self._is_at_lists and line is not None and line.used > 0
        return super().check_action(action, parameters)

    def does(self, action: str) -> bool:
        """Esc leaves an open field; where Enter edits, the footer does not name the other key for it."""
        if action == "leave" and self._pane.is_open:
            return True
        if action == "edit" and self._list_name != SERIES:
            return False
        if action == "switch_side" and self._is_at_lists:
            return False
        return super().does(action)


for _scope in (Scope.SET_UP_LISTS, Scope.SET_UP_SERIES):
    OWNERS[_scope] = SetUp
