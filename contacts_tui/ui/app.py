"""The full-screen program: theme, guard, threads, messages. What it does is in the screens and services."""

from __future__ import annotations

import asyncio
import locale
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, ParamSpec, TypeVar, cast

from rich.color import ColorSystem
from rich.console import ConsoleRenderable, RenderableType
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.screen import Screen

from contacts_tui import locale as languages
from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.message import Message, message
from contacts_tui.domain.text import guard
from contacts_tui.locale import _
from contacts_tui.services.offers import Offers
from contacts_tui.services.session import Session
from contacts_tui.ui import keys
from contacts_tui.ui.bindings import keymap
from contacts_tui.ui.context import Context
from contacts_tui.ui.draw.footer import Hint
from contacts_tui.ui.screens.base import BaseScreen, Command
from contacts_tui.ui.terminal import crash
from contacts_tui.ui.terminal.frames import Frame
from contacts_tui.ui.terminal.key_queue import KeyQueue
from contacts_tui.ui.terminal.shadow import Shadow, Written
from contacts_tui.ui.terminal.switched_off import SwitchedOff
from contacts_tui.ui.theme import NAME, TERMINAL
from contacts_tui.ui.widgets.painter import LinePainter
from contacts_tui.ui.working import start_work, tidy_later

P = ParamSpec("P")
T = TypeVar("T")

LOOK_EVERY = 1.0
"""How often, in seconds, the book is asked whether someone has written to it."""


class ContactsApp(KeyQueue, SwitchedOff, inherit_bindings=False):
    """Runs the screens.

    `first` makes the page at the bottom of the stack. `places` says how to get to each place of the go menu (and to
    ``find``, ``new``); `commands` holds what screens add to the palette. Both are filled by whoever wires the screens.
    """

    TITLE = "contacts"
    CSS_PATH = Path(__file__).parent / "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c,super+c", "help_quit", show=False),
        Binding("ctrl+l", "redraw", show=False),
    ]

    def __init__(self, context: Context, first: Callable[[], Screen[Any]]) -> None:
        super().__init__()
        self.context = context
        self.places: dict[str, Callable[[], object]] = {}
        self.commands: list[Callable[[], Iterable[Command]]] = []
        self.changes_seen = 0
        self.offers = Offers()
        self._first = first
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="reader")
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._look: asyncio.Task[None] | None = None
        self._crashed = False
        self._shadow = Shadow(
            self.console._color_system or ColorSystem.STANDARD,
            colours=not self.no_color,
            encoding=locale.getencoding(),
        )
        self._shown: Screen[Any] | None = None
        self.register_theme(TERMINAL)
        self.theme = NAME

    @property
    def session(self) -> Session:
        """Who is at work, on which book: the first argument of every service."""
        return self.context.session

    def get_default_screen(self) -> Screen[Any]:
        """The first page; its style sheet, which Textual would read later, is parsed with all others, once."""
        screen = self._first()
        self.stylesheet.set_variables(self.get_css_variables())
        self.stylesheet.read_all(screen.css_path)
        # Textual gives none to the first page, which then could not be replaced by another (8.2.8).
        screen._push_result_callback(self, None)
        return screen

    def on_mount(self) -> None:
        """Start looking for changes, before the first page reads anything, so that none falls between the two."""
        self._look_for_changes()
        self._look_for_offers()
        self.set_interval(LOOK_EVERY, self._look_for_changes)

    def on_unmount(self) -> None:
        """Let the threads end."""
        self._reader.shutdown(wait=False, cancel_futures=True)
        self._writer.shutdown(wait=False)

    # Services

    def reading(self, call: Callable[P, T], *args: P.args, **named: P.kwargs) -> Future[T]:
        """Begin a service that only reads, on the reader thread."""
        return self._reader.submit(call, *args, **named)

    async def read(self, call: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
        """Run a service that only reads, on the reader thread."""
        return await asyncio.wrap_future(self.reading(call, *args, **named))

    async def write(self, call: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
        """Run a service that writes, on the writer thread; the program does not wait for what follows from that."""
        done = await asyncio.get_running_loop().run_in_executor(self._writer, partial(call, *args, **named))
        tidy_later(self._writer, self.session)
        return done

    def _look_for_changes(self) -> None:
        if self._look is None or self._look.done():
            self._look = asyncio.create_task(self._notice_changes())

    async def _notice_changes(self) -> None:
        try:
            if await self.read(self.context.changed):
                self.announce_change()
        except ContactsError as error:
            self.tell(error)
        except Exception as error:
            self._handle_exception(error)

    def announce_change(self) -> None:
        """Let the page on top know now that the book has changed; the pages below learn it when they come up."""
        self.changes_seen += 1
        if (page := self._page()) is not None and page.is_current:
            page.book_changed()
        self._look_for_offers()

    def _look_for_offers(self) -> None:
        start_work(self, self._notice_offers, group="offers", exclusive=True)

    async def _notice_offers(self) -> None:
        """Whether there is a step to take back or to bring back: the footer names no key that would find none."""
        try:
            self.offers = await self.read(self.context.offers)
        except ContactsError as error:
            self.tell(error)
        if (page := self._page()) is not None:
            page.refresh_foot()

    async def undo(self) -> None:
        """Take back the user's newest step, and say what it was."""
        await self._undo_or_redo(self.context.undo)

    async def redo(self) -> None:
        """Bring back what was taken back last, and say what it was."""
        await self._undo_or_redo(self.context.redo)

    async def _undo_or_redo(self, call: Callable[[], Message] | None) -> None:
        if call is None:
            return
        try:
            said = await self.write(call)
        except ContactsError as error:
            self.tell(error)
        else:
            self.announce_change()
            self.say(said)

    # Messages

    def _page(self) -> BaseScreen[Any] | None:
        return next((page for page in reversed(self.screen_stack) if isinstance(page, BaseScreen)), None)

    def say(self, text: Message | str, *, trouble: bool = False, undo: bool = False, hint: Hint | None = None) -> None:
        """Show a sentence on the page on top, until the next key that does something."""
        if (page := self._page()) is not None:
            page.say(text, trouble=trouble, undo=undo, hint=hint)

    def tell(self, error: ContactsError) -> None:
        """Show what is wrong and what to do about it; what was typed stays."""
        self.say(error.message, trouble=True)

    def notify(self, message: str, **more: Any) -> None:
        """Textual's floating notes go to the message line."""
        self.say(message, trouble=more.get("severity", "information") != "information")

    def say_how_to_leave(self) -> None:
        """The key that leaves the program."""
        key = next(key for key in keys.current() if key.id == "leave")
        self.say(message("{key} leaves the program.", key=keys.written(key)))

    def action_help_quit(self) -> None:
        """Ctrl+C neither leaves nor breaks anything off."""
        self.say_how_to_leave()

    def copy_to_clipboard(self, text: str) -> None:
        """Put text into the clipboard of the user's own terminal (OSC 52), cleaned."""
        super().copy_to_clipboard("\n".join(guard(line) for line in text.split("\n")))

    # The book

    def use_language(self, language: str) -> None:
        """Show everything that is drawn from now on in this language."""
        languages.use(language)
        self.context = replace(self.context, session=self.session._replace(language=language))

    async def change_book(self, open_book: Callable[[], Context]) -> None:
        """Go on with another book, on a new first page; `open_book` is called on the writer thread.

        Raises:
            ContactsError: when it cannot be opened; everything is as it was.
        """
        self.context = await self.write(open_book)
        self.changes_seen += 1
        self._look_for_offers()
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.go_to("start")

    # Places and keys

    def can_go(self, place: str) -> bool:
        """Whether there is a way to a place."""
        return place in self.places

    def go_to(self, place: str) -> None:
        """Go to a place; nothing happens where there is no way to it."""
        if place in self.places:
            self.places[place]()

    def use_keys(self, overrides: Mapping[str, str]) -> tuple[Message, ...]:
        """Take over a user's own keys, by action id; says which of them cannot be."""
        table, told = keys.overridden(overrides)
        keys.use(table)
        self.set_keymap(keymap(table))
        return told

    async def run_action(self, action: Any, default_namespace: Any = None, namespaces: Any = None) -> bool:
        """Run an action; where it did something, an older message goes."""
        done = await super().run_action(action, default_namespace, namespaces)
        if done:
            self.did_something()
        return done

    def did_something(self) -> None:
        """A key has done something."""
        page = self._page()
        if page is not None and page.is_mounted:
            page.did_something()

    def _watch_app_focus(self, focus: bool) -> None:
        """The terminal's window gaining or losing the focus changes nothing here, so nothing is sent."""

    # The terminal

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Send only what differs from what the terminal shows; a page that is not laid out yet is not shown."""
        writes = self._running and not (self._closed or self.is_headless or self._batch_count or self._driver is None)
        if not writes or not isinstance(renderable, Frame):
            super()._display(screen, renderable)
            return
        if screen is not self._shown:
            if not screen.children or any(painter.is_waiting for painter in screen.query(LinePainter)):
                return
            self._shown = screen
            renderable = screen._compositor.render_full_update()
        if sequences := self._shadow.changes(renderable, self.size):
            super()._display(screen, cast("ConsoleRenderable", Written(sequences)))

    def action_redraw(self) -> None:
        """Send the whole screen again, where something else has written over it."""
        self._shadow.forget()
        self.refresh()

    # Faults

    def _handle_exception(self, error: Exception) -> None:
        """One sentence and an incident number for the person; the trace goes to a log."""
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        if not self._crashed:
            self._crashed = True
            number = crash.incident()
            log = crash.record(error, self.context.log_folder, number)
            self._exit_renderables[:] = [Text(guard(_(crash.sentence(number, log))))]
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """Textual's way to show a trace: only the sentence is shown."""
        self._handle_exception(RuntimeError(" ".join(map(str, renderables))))
