"""The list of Find: one widget with two modes, so that going from letters to commands moves no focus."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace

from textual import events
from textual.message import Message

from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.listing import USUAL, Column, Listing, Order
from contacts_tui.domain.text import clean_line
from contacts_tui.services.session import Session
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.contact_row import Layout, contact_row
from contacts_tui.ui.draw.line import Line
from contacts_tui.ui.draw.search_line import OFFERS, named, nothing_found
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.screens.base import OWNERS
from contacts_tui.ui.widgets.hits import Hits
from contacts_tui.ui.widgets.marks import Marks
from contacts_tui.ui.widgets.window import WindowSource
from contacts_tui.ui.widgets.window_list import WindowList
from contacts_tui.ui.working import start_work

WAIT = 0.015
"""Seconds that the painting of a letter waits for its hits."""


class FindList(WindowList[ContactRow]):
    """Hits, what is typed to find them, and which of them are marked.

    *Typing*: every printable character is text. *Commands*: letters are the keys of the table. Arrows and Enter act on
    the rows in both. While `letters` is not None, what is typed are the letters to go to in an alphabetical order.
    """

    @dataclass
    class Changed(Message):
        """What is typed, the mode, the marks or the rows have changed."""

        find_list: FindList

    @dataclass
    class Wanted(Message):
        """Nothing was found, and a contact of this type and name is to be entered."""

        kind: ContactType
        name: str

    def __init__(self, session: Session, layout: Callable[[], Layout], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(self._draw, empty=self._nothing, id=id)
        self.listing = Listing()
        self.columns: tuple[Column, ...] = USUAL
        self.typing = True
        self.letters: str | None = None
        self.marks = Marks()
        self.hits = self._asked = Hits(session, self.listing)
        self._session = session
        self._layout = layout
        self._offer = 0
        self._painting_waits: ExitStack | None = None

    @property
    def typed(self) -> str:
        """What stands in the search line."""
        return self.listing.typed

    @property
    def finds_nothing(self) -> bool:
        """Whether it is known that there are no rows: then it offers to enter a contact."""
        return not self.total and self.hits.is_read

    @property
    def has_spot(self) -> bool:
        """While one types, the caret of the search line is the one spot."""
        return not self.typing and self.letters is None and self.has_focus and self.screen.is_active

    @has_spot.setter
    def has_spot(self, spot: bool | None) -> None:
        raise AttributeError("the mode decides where the spot is")

    @property
    def caret(self) -> bool:
        """Whether the search line shows the caret."""
        return (self.typing or self.letters is not None) and self.has_focus and self.screen.is_active

    # What it asks for

    def ask(self, listing: Listing | None = None, *, keep_cursor: bool = False) -> None:
        """Show what is asked for now; an older question that is still being answered is dropped."""
        self.listing = self.listing if listing is None else listing
        asked, self._asked = self._asked, Hits(self._session, self.listing)
        if asked is not self.hits:
            asked.stop()
        self.marks.last = None
        self.show(self._asked, keep_cursor=keep_cursor)
        self.post_message(self.Changed(self))

    def set_typing(self, typing: bool) -> None:
        """Change the mode; what is typed stays."""
        if typing != self.typing or self.letters is not None:
            self.typing, self.letters = typing, None
            self.repaint()
            self.post_message(self.Changed(self))

    def set_typed(self, typed: str) -> None:
        """Change what is typed, and ask."""
        if typed != self.typed:
            self.listing = replace(self.listing, typed=typed)
            self._wait_for_hits()
            self.ask()

    def _wait_for_hits(self) -> None:
        """Let what is typed and its hits be painted as one, which saves a frame; unless the hits are long in coming."""
        if self._painting_waits is None:
            self._painting_waits = ExitStack()
            self._painting_waits.enter_context(self.app.batch_update())
            self.set_timer(WAIT, self._wait_no_longer)

    def said(self) -> None:
        """What the page says of the list is drawn: with the hits that were asked for, all of it can be painted."""
        if self.hits is self._asked:
            self._wait_no_longer()

    def on_unmount(self) -> None:
        """Whatever takes its place must not wait for it."""
        self._wait_no_longer()

    def _wait_no_longer(self) -> None:
        if self._painting_waits is not None:
            waits, self._painting_waits = self._painting_waits, None
            waits.close()

    # Typing

    def on_key(self, event: events.Key) -> None:
        """While one types, letters are text."""
        if not self.typing and self.letters is None:
            return
        text = self.typed if self.letters is None else self.letters
        if event.is_printable and event.character:
            self._take(text + event.character)
        elif event.key == "backspace":
            self._take(text[:-1])
        elif event.key == "ctrl+u":
            self._take("")
        elif event.key == "escape":
            self.action_leave()
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text is typed text, in one line."""
        event.stop()
        if self.typing:
            self.set_typed(self.typed + clean_line(event.text))

    def _take(self, text: str) -> None:
        if self.letters is None:
            self.set_typed(text)
        elif text != self.letters:
            self.letters = text
            self.post_message(self.Changed(self))
            start_work(self, self._go_to_letters, group="letters", exclusive=True)

    def begin_letters(self) -> None:
        """Let letters be typed to go to; a list that is not alphabetical is sorted by name."""
        self.letters = ""
        self.repaint()
        if self.hits.order.is_alphabetical:
            self.post_message(self.Changed(self))
        else:
            self.ask(replace(self.listing, order=Order.NAME, turned=False))

    async def _go_to_letters(self) -> None:
        hits, letters = self.hits, self.letters
        if not letters:
            return
        try:
            row = await app_of(self).read(hits.first_from, letters)
        except ContactsError as error:
            app_of(self).tell(error)
            return
        if hits is self.hits and letters == self.letters:
            self.go(row)

    # Marks

    def mark(self) -> None:
        """Mark the contact under the cursor, or take its mark away, and go on."""
        if self.current is not None:
            self.marks.turn(self.current.id, self.cursor)
            self._marked()
            self.move(1)

    def mark_up_to_here(self) -> None:
        """Mark all from the one marked last to the one under the cursor."""
        start_work(self, self._mark_up_to_here, group="mark")

    async def _mark_up_to_here(self) -> None:
        rows, here = self.marks.up_to(self.cursor), self.cursor
        self.marks.add(await app_of(self).read(self.hits.ids, rows.start, len(rows)), here)
        self._marked()

    def mark_all(self) -> None:
        """Mark all that are listed; where all of them are marked, take the marks away."""
        start_work(self, self._mark_all, group="mark")

    async def _mark_all(self) -> None:
        self.marks.turn_all(await app_of(self).read(self.hits.ids, 0, sys.maxsize))
        self._marked()

    def _marked(self) -> None:
        self.repaint()
        self.post_message(self.Changed(self))

    # Keys

    def action_submit(self) -> None:
        """Open the hit under the cursor."""
        self.action_open()

    def action_move(self, key: str) -> None:
        """Choose among the hits; the mode stays."""
        self.move(-1 if key == "up" else 1)

    def move(self, step: int) -> None:
        """Move among the rows, or among what is offered where there are none."""
        if self.finds_nothing:
            self._offer = (self._offer + step) % len(OFFERS)
            self.repaint()
        else:
            super().move(step)

    def action_open(self) -> None:
        """Open the hit under the cursor, or enter what is offered."""
        if self.finds_nothing:
            self.post_message(self.Wanted(OFFERS[self._offer], named(self.typed)))
        else:
            super().action_open()

    def action_leave(self) -> None:
        """From letters to commands."""
        self.set_typing(False)

    # Drawing

    def _swap(self, source: WindowSource[ContactRow], arrival: object) -> None:
        super()._swap(source, arrival)  # type: ignore[arg-type]
        if isinstance(source, Hits):
            self.hits = source
            self._offer = 0
            self.repaint()
            self.post_message(self.Changed(self))

    def _draw(self, item: ContactRow, width: int, is_cursor: bool, spot: bool) -> Sequence[Line]:
        return contact_row(
            item,
            width,
            self._layout(),
            is_cursor=is_cursor,
            spot=spot,
            columns=self.columns,
            is_marked=item.id in self.marks,
            is_under_company=self.hits.order is Order.COMPANY and bool(item.company),
        )

    def _nothing(self, width: int) -> Sequence[Line]:
        if not self.hits.is_read:
            return ()
        return nothing_found(width, self.hits.typed, self._offer, spot=self.has_spot)


for _scope in (Scope.FIND_TYPING, Scope.FIND_LETTERS):
    OWNERS[_scope] = FindList
