"""Everything that can be done on a page, by name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from inspect import isawaitable
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.text import fold
from contacts_tui.locale import _
from contacts_tui.ui import keys
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.line import TEXT, Line, Role, Span, accent, compose, label, lead, line, rule
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.screens.base import BaseScreen, Command
from contacts_tui.ui.ways.places import view_commands
from contacts_tui.ui.widgets.line_input import LineInput
from contacts_tui.ui.widgets.painted import Painted
from contacts_tui.ui.widgets.window import ListSource
from contacts_tui.ui.widgets.window_list import WindowList
from contacts_tui.ui.working import start_work

_LABEL_WIDTH = 44


class PaletteScreen(BaseScreen[None], scope=Scope.PALETTE):
    """A line to type in and the commands that hold all the words typed; Enter does the one under the cursor."""

    CSS_PATH = "palette.tcss"

    def __init__(self, page: BaseScreen[Any]) -> None:
        super().__init__()
        self._page = page
        self._commands = commands_of(page)

    def compose_page(self) -> ComposeResult:
        """The line, a rule, the commands."""
        with Horizontal(id="head"):
            yield Painted(lambda width, height: [(accent(":"),)], id="mark")
            yield LineInput(placeholder=_("command, list, page …"), plain=True)
        yield Painted(lambda width, height: [rule(width, _("Commands"))], id="line")
        yield WindowList[Command](_row, empty=_nothing)

    def on_mount(self) -> None:
        """All of them at first."""
        self._filter("")
        start_work(self, self._read, group="views")

    async def _read(self) -> None:
        try:
            self._commands += await view_commands(app_of(self))
        except ContactsError:
            return  # what can be done without them is there
        self._filter(self.query_one(LineInput).value, keep_cursor=True)

    @property
    def _list(self) -> WindowList[Command]:
        return self.query_one(WindowList)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._filter(event.value)

    def _filter(self, typed: str, *, keep_cursor: bool = False) -> None:
        found = ListSource(matching(self._commands, typed), key=lambda command: (command.label, command.detail))
        self._list.show(found, keep_cursor=keep_cursor)

    @on(LineInput.Moved)
    def _move(self, event: LineInput.Moved) -> None:
        self._list.move(event.step)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_submit()

    @on(LineInput.Left)
    def _left(self) -> None:
        self.action_leave()

    def action_move(self, key: str) -> None:
        """Choose."""
        self._list.move(-1 if key == "up" else 1)

    def action_leave(self) -> None:
        """Back to the page, nothing done."""
        self.dismiss(None)

    def action_submit(self) -> None:
        """Back to the page, and do it there."""
        command = self._list.current
        if command is None:
            return
        page = self._page

        async def run() -> None:
            result = command.run()
            if isawaitable(result):
                await result

        self.dismiss(None)
        page.call_later(run)


def commands_of(page: BaseScreen[Any]) -> list[Command]:
    """What can be done on a page: its keys that do something now, the places to go to, what screens have added."""
    found = [
        Command(keys.named(key), partial(page.do, key.action), keys.written(key))
        for key in page.command_keys()
        if key.in_palette and page.does(key.action)
    ]
    going = [
        Command(keys.named(key), partial(page.do, key.action), f"g {keys.written(key)}")
        for key in keys.acting(Scope.GO)
        if key.in_palette and app_of(page).can_go(key.id.removeprefix("go."))
    ]
    added = [command for provider in app_of(page).commands for command in provider()]
    return [*found, *going, *page.commands(), *added]


def matching(commands: Sequence[Command], typed: str) -> list[Command]:
    """The commands that hold every word typed, those that begin with what was typed first."""
    words = fold(typed).split()
    held = [c for c in commands if all(word in fold(f"{c.label} {c.detail}") for word in words)]
    return sorted(held, key=lambda c: not fold(c.label).startswith(fold(typed)))


def _row(command: Command, width: int, is_cursor: bool, spot: bool) -> tuple[Line, ...]:
    role = Role.CURSOR if is_cursor and spot else Role.LEAD if is_cursor else Role.VALUE
    mark = glyphs.current().cursor if is_cursor else ""
    name = Span(command.label, role)
    pieces = [(TEXT, line(name))]
    if command.detail:
        pieces.append((_LABEL_WIDTH, line(label(command.detail))))
    return (compose(width, *pieces, right=lead(command.keys), mark=mark, gap=2),)


def _nothing(width: int) -> tuple[Line, ...]:
    return (compose(width, (TEXT, _("No command has all of these words."))),)
