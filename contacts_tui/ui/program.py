"""The full-screen program put together: the book's context, the places, and what happens first."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from textual.screen import Screen

from contacts_tui.domain.errors import ContactsError
from contacts_tui.locale import current as current_language
from contacts_tui.services import drafts, preferences, watch
from contacts_tui.services.offers import offers
from contacts_tui.services.session import Session
from contacts_tui.ui import undoing
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.context import Context
from contacts_tui.ui.terminal.driver import EnteredDriver, TerminalDriver
from contacts_tui.ui.terminal.early import Picture
from contacts_tui.ui.unsaved.drafts import DraftKeeper
from contacts_tui.ui.ways.places import add_places
from contacts_tui.ui.working import start_work

_GARBAGE = (20_000, 20, 20)
"""So many new objects, and rounds, before garbage is looked for; by itself Python would at every 700."""


class Program(ContactsApp):
    """The app with every page wired. `shown` is what the full screen shows already, where it was entered before."""

    def __init__(self, context: Context, *, first_start: bool = False, shown: Picture | None = None) -> None:
        super().__init__(context, _first_start if first_start else _find)
        self._first_start = first_start
        add_places(self)
        self.driver_class = TerminalDriver if shown is None else EnteredDriver
        if shown is not None:
            self._shadow.know(shown.lines, (shown.width, shown.height))

    def on_mount(self) -> None:
        """Show the first page at once; the rest is read after it."""
        self.call_after_refresh(_collect_garbage)
        if not self._first_start:
            self.call_after_refresh(start_work, self, self._begin)

    async def change_book(self, open_book: Callable[[], Context]) -> None:
        """As it says there; the drafts of the book before are written."""
        before = self.context.drafts
        await super().change_book(open_book)
        if before is not None:
            before.stop()

    def keep_drafts(self) -> None:
        """Write what is typed and not saved, at once; safe in a signal handler and in any thread."""
        if self.context.drafts is not None:
            self.context.drafts.write()

    def end_drafts(self) -> None:
        """Write what was told of before the pages went."""
        if self.context.drafts is not None:
            self.context.drafts.stop()

    def exit(self, *args: Any, **more: Any) -> None:
        """Leave; the forms are asked for what they hold while they are still there."""
        self.keep_drafts()
        super().exit(*args, **more)

    def _handle_exception(self, error: Exception) -> None:
        """A fault takes the forms away too."""
        with suppress(Exception):
            self.keep_drafts()
        super()._handle_exception(error)

    async def _begin(self) -> None:
        """Take over the user's own keys, and offer what was left unsaved, without loading peewee."""
        try:
            refused = self.use_keys(await self.read(preferences.keys, self.session))
            self.did_something()
            for told in refused:
                self.say(told, trouble=True)
        except ContactsError as error:
            self.tell(error)
        if pending := await self.read(drafts.pending, self.session):
            from contacts_tui.ui.unsaved.offers import offer_drafts

            await offer_drafts(self, pending)


def _collect_garbage() -> None:
    """Begin to; what was loaded until now stays, and is not looked through again and again.

    A key makes a few thousand objects, nearly all of which go with it: they are looked through after several keys.
    """
    gc.freeze()
    gc.set_threshold(*_GARBAGE)
    gc.enable()


class Changes:
    """Tells whether someone has written since it was last asked; always to be asked in the same thread."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._seen: int | None = None

    def __call__(self) -> bool:
        """Whether there is something new; the first answer is no."""
        now = watch.version(self._session)
        before, self._seen = self._seen, now
        return before is not None and before != now


def context_of(
    session: Session,
    *,
    book_name: str = "",
    is_sample: bool = False,
    log_folder: Path | None = None,
    open_sample: Callable[[str], Session] | None = None,
) -> Context:
    """What the screens need to work on the book of a session; `open_sample` is given the language to make it in."""

    def sample() -> Context:
        assert open_sample is not None
        found = open_sample(current_language())
        return context_of(found, book_name=preferences.book_name(found), is_sample=True, log_folder=log_folder)

    return Context(
        session,
        changed=Changes(session),
        undo=partial(undoing.undo, session),
        redo=partial(undoing.redo, session),
        offers=partial(offers, session),
        log_folder=log_folder,
        book_name=book_name,
        is_sample=is_sample,
        drafts=DraftKeeper(session),
        open_sample=sample if open_sample is not None else None,
    )


def _find() -> Screen[Any]:
    from contacts_tui.ui.screens.find import Find

    return Find()


def _first_start() -> Screen[Any]:
    from contacts_tui.ui.screens.first_start import FirstStart

    return FirstStart()
