"""A page for tests of the app."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult

from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.messages import BookChanged
from contacts_tui.ui.screens.base import BaseScreen
from contacts_tui.ui.widgets.window_list import WindowList
from tests.ui.rows import Row, draw
from tests.ui.support import app_with


class Page(BaseScreen[None]):
    """A page with a list that counts what it is told."""

    SCOPE = Scope.HISTORY

    def __init__(self, name: str = "Find") -> None:
        super().__init__()
        self.called = name
        self.changes = 0
        self.may_delete = True

    def compose_page(self) -> ComposeResult:
        yield WindowList[Row](draw)

    def on_mount(self) -> None:
        self.query_one(WindowList).show([Row(i, f"row {i}") for i in range(30)])

    def crumb(self) -> str:
        return self.called

    def on_book_changed(self, event: BookChanged) -> None:
        self.changes += 1


def showing(**context: Any) -> tuple[ContactsApp, Page]:
    page = Page()
    return app_with(lambda: page, **context), page
