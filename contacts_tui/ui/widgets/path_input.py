"""A line for a path: what it may go on with is read while one types, Tab takes the entry under the cursor."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import dataclass
from functools import partial

from textual.message import Message

from contacts_tui.ui.bindings import bindings
from contacts_tui.ui.entry.path_options import PathOption, path_options
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.ways.pages import OWNERS
from contacts_tui.ui.widgets.line_input import LineInput
from contacts_tui.ui.working import start_work

MAX_LENGTH = 4096


class PathInput(LineInput):
    """Posts `Offered` with the entries that fit, whenever they change; whoever shows them calls `take`."""

    BINDINGS = bindings(Scope.IMPORT)

    @dataclass
    class Offered(Message):
        """What the path may go on with."""

        line: PathInput
        options: list[PathOption]

        @property
        def control(self) -> PathInput:
            """The line it happened in."""
            return self.line

    @dataclass
    class Wanted(Message):
        """Tab was pressed: the entry under the cursor is wanted."""

        line: PathInput

    def __init__(self, value: str = "", *, placeholder: str = "", endings: Collection[str] = (), id: str = "") -> None:  # noqa: A002
        super().__init__(value, placeholder=placeholder, max_length=MAX_LENGTH, id=id or None)
        self._endings = endings

    def on_mount(self) -> None:
        """Offer what there is to begin with."""
        self.offer()

    def watch_value(self) -> None:
        """Another path, other entries."""
        super().watch_value()
        if self.is_mounted:
            self.offer()

    def offer(self) -> None:
        """Read the folder in a thread, since a network drive may keep one waiting; a late answer is dropped."""
        start_work(self, partial(self._read, self.value), group="offer", exclusive=True)

    async def _read(self, typed: str) -> None:
        options = await asyncio.to_thread(path_options, typed, self._endings)
        if typed == self.value:
            self.post_message(self.Offered(self, options))

    def take(self, option: PathOption) -> None:
        """Go on typing after this entry."""
        self.value = option.path
        self.cursor_position = len(self.value)

    def action_complete(self) -> None:
        """Tab."""
        self.post_message(self.Wanted(self))


OWNERS[Scope.IMPORT] = PathInput
