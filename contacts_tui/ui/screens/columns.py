"""The columns of a list: which of them, and in which order."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from contacts_tui.domain.listing import COLUMNS, USUAL, Column
from contacts_tui.domain.message import message
from contacts_tui.locale import _
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.header import page_title
from contacts_tui.ui.draw.line import TEXT, Line, Role, Span, compose, label, line
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.screens.base import BaseScreen
from contacts_tui.ui.widgets.painted import Painted
from contacts_tui.ui.widgets.window import ListSource
from contacts_tui.ui.widgets.window_list import WindowList


class ColumnsPage(BaseScreen[tuple[Column, ...]], scope=Scope.COLUMNS):
    """Gives back the columns when one leaves it: those that are on, from the top down."""

    CSS_PATH = "columns.tcss"

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self._on = list(columns)
        self._off = [column for column in Column if column not in columns]

    def compose_page(self) -> ComposeResult:
        """Head and list."""
        yield Painted(self._draw_head, id="head")
        yield WindowList[Column](self._draw_row, id="columns")

    def on_mount(self) -> None:
        """Show them."""
        self._list.focus()
        self._show()

    @property
    def _list(self) -> WindowList[Column]:
        return self.query_one("#columns", WindowList)

    def crumb(self) -> str:
        """What it is called."""
        return _(message("Columns"))

    def _draw_head(self, width: int, height: int) -> list[Line]:
        return list(page_title(width, self.crumb(), _(message("after the name")), path=self.path))

    def _draw_row(self, item: Column, width: int, is_cursor: bool, spot: bool) -> Sequence[Line]:
        role = (Role.CURSOR if spot else Role.LEAD) if is_cursor else Role.VALUE
        box = "[x]" if item in self._on else "[ ]"
        mark = glyphs.current().cursor if is_cursor else ""
        return (compose(width, (TEXT, line(label(f"{box} "), Span(_(COLUMNS[item]), role))), mark=mark),)

    def _show(self) -> None:
        self._list.show(ListSource([*self._on, *self._off], lambda column: column), keep_cursor=True)

    def action_turn(self) -> None:
        """Show the column, or do not; it stays where it stands."""
        column = self._list.current
        if column is None:
            return
        if column in self._on:
            if len(self._on) == 1:
                self.say(message("One column stays."), trouble=True)
                return
            self._on.remove(column)
            self._off.insert(0, column)
        else:
            self._off.remove(column)
            self._on.append(column)
        self._show()

    def action_shift(self, key: str) -> None:
        """Further to the left or to the right, as far as columns are shown."""
        column = self._list.current
        if column not in self._on:
            return
        at = self._on.index(column)
        to = max(0, min(at + (-1 if key == "left" else 1), len(self._on) - 1))
        self._on.insert(to, self._on.pop(at))
        self._show()

    def action_usual(self) -> None:
        """The columns that a list has unless others are chosen."""
        self._on = list(USUAL)
        self._off = [column for column in Column if column not in USUAL]
        self._show()

    def action_open(self) -> None:
        """Enter does what space does."""
        self.action_turn()

    def action_back(self) -> None:
        """Back, with the columns as they are."""
        self.dismiss(tuple(self._on))
