"""The list of Find: one widget with two modes, so that going from letters to commands moves no focus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from textual import events
from textual.message import Message

from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.contact_type import ContactType
from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.listing import Order
from contacts_tui.domain.text import clean_line
from contacts_tui.services import search
from contacts_tui.services.session import Session
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.contact_row import Layout
from contacts_tui.ui.draw.line import Line
from contacts_tui.ui.draw.search_line import OFFERS, named, nothing_found
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.screens.base import OWNERS
from contacts_tui.ui.terminal.key_queue import TakesKeys
from contacts_tui.ui.widgets.hit_list import HitList
from contacts_tui.ui.widgets.window import WindowSource
from contacts_tui.ui.working import start_work


class FindList(HitList, TakesKeys):
    """Hits, and what is typed to find them.

    *Typing*: every printable character is text. *Commands*: letters are the keys of the table. Arrows and Enter act on
    the rows in both. While `letters` is not None, what is typed are the letters to go to in an alphabetical order.
    """

    @dataclass
    class Wanted(Message):
        """Nothing was found, and a contact of this type and name is to be entered."""

        kind: ContactType
        name: str

    def __init__(
        self,
        session: Session,
        layout: Callable[[], Layout],
        changed: Callable[[], None],
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(session, layout, changed, self._nothing, id=id)
        self.typing = True
        self.letters: str | None = None
        self._offer = 0

    @property
    def typed(self) -> str:
        """What stands in the search line."""
        return self.listing.typed

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

    @property
    def counted(self) -> int:
        """How many rows it says there are: while there may be more, not all that have been read ahead, so that the
        number stands still while one rests."""
        reached = (self.cursor // search.AT_FIRST + 1) * search.AT_FIRST
        return self.total if self.hits.is_complete else min(self.total, reached)

    # Modes

    def set_typing(self, typing: bool) -> None:
        """Change the mode; what is typed stays."""
        if typing != self.typing or self.letters is not None:
            self.typing, self.letters = typing, None
            self.repaint()
            self._changed()

    def set_typed(self, typed: str) -> None:
        """Change what is typed, and ask."""
        if typed != self.typed:
            self._then = None
            self.ask(self.listing._replace(typed=typed))

    def begin_letters(self) -> None:
        """Let letters be typed to go to; a list that is not alphabetical is sorted by name."""
        self.letters = ""
        self.repaint()
        if self.hits.order.is_alphabetical:
            self._changed()
        else:
            self.ask(self.listing._replace(order=Order.NAME, turned=False))

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

    # Keys

    def take_key(self, key: events.Key) -> bool:
        """While one types, letters are text."""
        if not self.typing and self.letters is None:
            return False
        text = self.typed if self.letters is None else self.letters
        if key.is_printable and key.character:
            self._take(text + key.character)
        elif key.key == "backspace":
            self._take(text[:-1])
        elif key.key == "ctrl+u":
            self._take("")
        elif key.key == "escape":
            self.action_leave()
        else:
            return False
        return True

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
            self._changed()
            start_work(self, self._go_to_letters, group="letters", exclusive=True)

    def action_submit(self) -> None:
        """Open the hit under the cursor."""
        self.action_open()

    def action_move(self, key: str) -> None:
        """Choose among the hits; the mode stays."""
        self.move(-1 if key == "up" else 1)

    def move(self, step: int) -> None:
        """Move among the rows, or among what is offered where there are none."""
        if self._waits_for_hits(partial(self.move, step)):
            return
        if self.finds_nothing:
            self._offer = (self._offer + step) % len(OFFERS)
            self.repaint()
        else:
            super().move(step)

    def action_open(self) -> None:
        """Open the hit under the cursor, ask for what is offered, or enter who was not found; never a hit of what was
        typed before."""
        if self._waits_for_hits(self.action_open):
            return
        self.is_opening = self.finds_nothing or self.current is not None
        if self.finds_nothing:
            self.post_message(self.Wanted(OFFERS[self._offer], named(self.typed)))
        elif self.offered:
            self.set_typed(self.offered)
        else:
            super().action_open()

    def action_leave(self) -> None:
        """From letters to commands."""
        self.set_typing(False)

    # Drawing

    def _swap(self, source: WindowSource[ContactRow], arrival: object) -> None:
        self._offer = 0
        super()._swap(source, arrival)
        if source is self.hits and self.hits.is_complete and self.hits.typed:
            start_work(self, self._read_offers, group="offers", exclusive=True)

    async def _read_offers(self) -> None:
        hits = self.hits
        try:
            offers = await app_of(self).read(hits.offers)
        except ContactsError:
            return  # the hits stand without them
        if offers and hits is self.hits and hits is self._asked:
            self.offer(offers)

    def _nothing(self, width: int) -> Sequence[Line]:
        typed, offer = self.hits.typed, self._offer
        return nothing_found(width, typed, offer, spot=self.has_spot) if self.hits.is_read else ()


for _scope in (Scope.FIND_TYPING, Scope.FIND_LETTERS):
    OWNERS[_scope] = FindList
