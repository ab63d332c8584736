"""The list of Find: one widget with two modes, so that going from letters to commands moves no focus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from textual import events
from textual.message import Message

from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.contact_type import ContactType
from contacts_tui.domain.message import Message as Sentence
from contacts_tui.domain.text import clean_line
from contacts_tui.services import recents, search
from contacts_tui.services.session import Session
from contacts_tui.ui.draw.contact_row import Layout, contact_row
from contacts_tui.ui.draw.line import Line
from contacts_tui.ui.draw.search_line import OFFERS, named, nothing_found
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.screens.base import OWNERS
from contacts_tui.ui.widgets.held_painting import HeldPainting
from contacts_tui.ui.widgets.window import WindowSource
from contacts_tui.ui.widgets.window_list import WindowList

WAIT = 0.015
"""Seconds that the painting of a letter waits for its hits."""
WAIT_AT_FIRST = 1.0
"""Seconds that the page waits for its first rows: they stand on the terminal before the page is there."""


class Hits:
    """What the search line asks for, as rows: the recent contacts while it is empty, everyone where there are none.

    Everything is read when it is first needed, in the worker thread.
    """

    def __init__(self, session: Session, typed: str, kind: ContactType | None) -> None:
        self.typed = typed.strip()
        self.kind = kind
        self.everyone = 0
        self._session = session
        self._recent: tuple[ContactRow, ...] = ()
        self._is_stopped = False
        self._window: search.ContactWindow | None = None
        self.problems: tuple[Sentence, ...] = ()

    @property
    def is_read(self) -> bool:
        """Whether it is known what there is."""
        return self._window is not None or bool(self._recent)

    @property
    def is_recent(self) -> bool:
        """Whether the rows are the contacts opened last."""
        return bool(self._recent)

    @property
    def is_complete(self) -> bool:
        """Whether there are no more rows than are known."""
        return self._window is None or self._window.is_complete

    @property
    def meant(self) -> str:
        """What was typed without its typing errors, where the rows are due to that."""
        return "" if self._window is None else self._window.meant

    @property
    def total(self) -> int:
        """How many rows there are, as far as they are known."""
        self._read()
        return len(self._recent) if self._window is None else self._window.total

    def page(self, start: int, count: int) -> Sequence[ContactRow]:
        """The rows from `start` on."""
        self._read()
        return self._recent[start : start + count] if self._window is None else self._window.page(start, count)

    def ids(self, start: int, count: int) -> list[int]:
        """The ids of the rows from `start` on."""
        self._read()
        if self._window is None:
            return [row.id for row in self._recent[start : start + count]]
        return self._window.ids(start, count)

    def key(self, item: ContactRow) -> int:
        """What stays the same when a row is read again."""
        return item.id

    def position(self, key: object) -> int | None:
        """Where a contact stands now."""
        self._read()
        if self._window is None:
            return next((index for index, row in enumerate(self._recent) if row.id == key), None)
        return self._window.position(key)

    def stop(self) -> None:
        """Nobody waits for these rows any more: what is still being looked up is broken off."""
        self._is_stopped = True
        if self._window is not None:
            self._window.stop()

    def _read(self) -> None:
        if self._window is not None or self._recent or self._is_stopped:
            return
        self.everyone = search.size(self._session)
        if not self.typed and self.kind is None:
            self._recent = search.by_uid(self._session, recents.uids(self._session))
        if not self._recent:
            answer = search.answer(self._session, self.typed, self.kind)
            self.problems, self._window = answer.problems, answer.window
            if self._is_stopped:
                answer.window.stop()


class FindList(WindowList[ContactRow]):
    """Hits, and what is typed to find them.

    *Typing*: every printable character is text. *Commands*: letters are the keys of the table. Arrows and Enter act on
    the rows in both.
    """

    @dataclass
    class Changed(Message):
        """What is typed, the mode, or the rows have changed."""

        find_list: FindList

    @dataclass
    class Wanted(Message):
        """Nothing was found, and a contact of this type and name is to be entered."""

        kind: ContactType
        name: str

    def __init__(self, session: Session, layout: Callable[[], Layout], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(self._draw, empty=self._nothing, id=id)
        self.typed = ""
        self.typing = True
        self.kind: ContactType | None = None
        self.hits = self._asked = Hits(session, "", None)
        self._session = session
        self._layout = layout
        self._offer = 0
        self._painting = HeldPainting(self)
        self._then: Callable[[], object] | None = None
        self._is_first = self.is_opening = False  # whoever opens what Enter was pressed on ends that

    @property
    def finds_nothing(self) -> bool:
        """Whether it is known that there are no rows: then it offers to enter a contact."""
        return not self.total and self.hits.is_read

    @property
    def has_spot(self) -> bool:
        """While one types, the caret of the search line is the one spot."""
        return not self.typing and self.has_focus and self.screen.is_active

    @has_spot.setter
    def has_spot(self, spot: bool | None) -> None:
        raise AttributeError("the mode decides where the spot is")

    @property
    def caret(self) -> bool:
        """Whether the search line shows the caret."""
        return self.typing and self.has_focus and self.screen.is_active

    def ask(self, *, keep_cursor: bool = False) -> None:
        """Show what the line asks for now; an older question that is still being answered is dropped."""
        asked, self._asked = self._asked, Hits(self._session, self.typed, self.kind)
        if asked is not self.hits:
            asked.stop()
        self.show(self._asked, keep_cursor=keep_cursor)
        self.post_message(self.Changed(self))

    def ask_first(self) -> None:
        """Ask, and let nothing be painted without the rows."""
        self._is_first = True
        self._painting.hold(WAIT_AT_FIRST)
        self.ask()

    def set_typing(self, typing: bool) -> None:
        """Change the mode; what is typed stays."""
        if typing != self.typing:
            self.typing = typing
            self.repaint()
            self.post_message(self.Changed(self))

    def set_typed(self, typed: str) -> None:
        """Change what is typed, and ask."""
        if typed != self.typed:
            self.typed = typed
            self._then = None
            self._painting.hold(WAIT)
            self.ask()

    def said(self) -> None:
        """What the page says of the list is drawn: with the hits that were asked for, all of it can be painted."""
        if self.hits is self._asked:
            self._painting.release()

    def on_unmount(self) -> None:
        """Whatever takes its place must not wait for it."""
        self._painting.release()

    def on_key(self, event: events.Key) -> None:
        """While one types, letters are text."""
        if not self.typing:
            return
        if event.is_printable and event.character:
            self.set_typed(self.typed + event.character)
        elif event.key == "backspace":
            self.set_typed(self.typed[:-1])
        elif event.key == "ctrl+u":
            self.set_typed("")
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

    @property
    def is_ready(self) -> bool:
        """Whether keys may act: they wait for the first rows, for hits that a key before them waits for, for a card."""
        return not (self._is_first or self._then or self.is_opening)

    def _waits_for_hits(self, act: Callable[[], object]) -> bool:
        """Whether the hits of what was typed are yet to come: it is then done to them, not to those before."""
        if self.hits is self._asked:
            return False
        self._then = act
        return True

    async def _arrive(self, *asked: Any) -> None:
        """As it says there; where it failed, nothing waits for it any more."""
        await super()._arrive(*asked)
        self._is_first, self._then = False, None

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
        """Open the hit under the cursor, or enter what is offered; never a hit of what was typed before."""
        if self._waits_for_hits(self.action_open):
            return
        self.is_opening = self.finds_nothing or self.current is not None
        if self.finds_nothing:
            self.post_message(self.Wanted(OFFERS[self._offer], named(self.typed)))
        else:
            super().action_open()

    def action_leave(self) -> None:
        """From letters to commands."""
        self.set_typing(False)

    def _swap(self, source: WindowSource[ContactRow], arrival: object) -> None:
        super()._swap(source, arrival)  # type: ignore[arg-type]
        if isinstance(source, Hits):
            self.hits = source
            self._offer = 0
            self.repaint()
            self.post_message(self.Changed(self))
            then, self._then = self._then, None
            if then is not None:
                then()

    def _draw(self, item: ContactRow, width: int, is_cursor: bool, spot: bool) -> Sequence[Line]:
        return contact_row(item, width, self._layout(), is_cursor=is_cursor, spot=spot)

    def _nothing(self, width: int) -> Sequence[Line]:
        typed, offer = self.hits.typed, self._offer
        return nothing_found(width, typed, offer, spot=self.has_spot) if self.hits.is_read else ()


OWNERS[Scope.FIND_TYPING] = FindList
